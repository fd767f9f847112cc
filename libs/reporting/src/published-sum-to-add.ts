import { type AnySource, codeListOf } from '@lib/published-data';
import type { PublishedSum } from './published-quarters.js';

/** The figures that a sum is added up from. */
export function sumToAdd({
  source,
  means,
  areaCode,
}: {
  readonly source: AnySource;
  readonly means: readonly string[] | null;
  readonly areaCode: string;
}): PublishedSum {
  const { series, whole } = codeListOf(source);
  const notInWhole = series.filter(({ addsUp }) => addsUp === false).map(({ key }) => key);
  return { source, means, areaCode, notInWhole, whole: whole?.key ?? null };
}
