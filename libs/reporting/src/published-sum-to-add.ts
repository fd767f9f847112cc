import { CODE_LISTS, type SourceKey } from '@lib/published-data';
import type { PublishedSum } from './published-quarters.js';

/** The figures that a sum is added up from. */
export function sumToAdd({
  source,
  means,
  areaCode,
}: {
  readonly source: SourceKey;
  readonly means: readonly string[] | null;
  readonly areaCode: string;
}): PublishedSum {
  const { series, whole } = CODE_LISTS[source];
  const notInWhole = series.filter(({ addsUp }) => addsUp === false).map(({ key }) => key);
  return { source, means, areaCode, notInWhole, whole: whole?.key ?? null };
}
