import { DomainError, type Id } from '@lib/kernel';
import { type AnySource, codeListOf, isSource, ownTableOf } from '@lib/published-data';

/** Which published figures a measure is the same as. */
export interface PublishedSumOfMeasure {
  readonly measureId: Id;
  readonly source: AnySource;
  /** Keys of series that are added up; null for all that adds up to the whole. */
  readonly means: readonly string[] | null;
  readonly areaCode: string;
}

/** What the files of a table of one's own count: no code list knows it. */
export interface OwnTableSeries {
  readonly tableName: string;
  /** Names by key. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether its figures are percentages, shares or rates, which add up to nothing. */
  readonly addsUp: boolean;
}

/**
 * @param own the table of one's own that is the source; null for any other source, and for a table that is not kept
 * @throws DomainError `published-sums.source`, `published-sums.series`, `published-sums.adds-up`, `published-sums.area`
 */
export function requirePublishedSum(
  sum: { source: string; means: readonly string[] | null; areaCode: string },
  own: OwnTableSeries | null = null,
): void {
  if (!isSource(sum.source) || (ownTableOf(sum.source) !== null && !own))
    throw new DomainError('invalid', 'published-sums.source', 'Select where the measure is published.');
  const { series, whole } = codeListOf(sum.source);
  const known = new Set(own ? own.names.keys() : series.map(({ key }) => key));
  const isRight =
    sum.means === null ? whole !== null : sum.means.length > 0 && sum.means.every((key) => known.has(key));
  if (!isRight)
    throw new DomainError(
      'invalid',
      'published-sums.series',
      'Select which of the figures in it are added up to the measure.',
    );
  if (own && !own.addsUp && sum.means!.length > 1)
    throw new DomainError(
      'invalid',
      'published-sums.adds-up',
      'Select one of the figures: percentages and rates cannot be added up.',
    );
  if (sum.areaCode.trim() === '')
    throw new DomainError('invalid', 'published-sums.area', 'Select the area whose figures they are.');
}
