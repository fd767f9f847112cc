import { DomainError, type Id } from '@lib/kernel';
import { CODE_LISTS, isSourceKey, type SourceKey } from '@lib/published-data';

/** Which published figures a measure is the same as. */
export interface PublishedSumOfMeasure {
  readonly measureId: Id;
  readonly source: SourceKey;
  /** Keys of series that are added up; null for all that adds up to the whole. */
  readonly means: readonly string[] | null;
  readonly areaCode: string;
}

/** @throws DomainError `published-sums.source`, `published-sums.series`, `published-sums.area` */
export function requirePublishedSum(sum: {
  source: string;
  means: readonly string[] | null;
  areaCode: string;
}): void {
  if (!isSourceKey(sum.source))
    throw new DomainError('invalid', 'published-sums.source', 'Select where the measure is published.');
  const { series, whole } = CODE_LISTS[sum.source];
  const known = new Set(series.map(({ key }) => key));
  const isRight =
    sum.means === null ? whole !== null : sum.means.length > 0 && sum.means.every((key) => known.has(key));
  if (!isRight)
    throw new DomainError(
      'invalid',
      'published-sums.series',
      'Select which of the figures in it are added up to the measure.',
    );
  if (sum.areaCode.trim() === '')
    throw new DomainError('invalid', 'published-sums.area', 'Select the area whose figures they are.');
}
