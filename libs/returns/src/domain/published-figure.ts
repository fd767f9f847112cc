import { type CalendarDate, dateInWords, Decimal, type FinancialQuarter } from '@lib/kernel';
import { type AnySource, sourceNamed } from '@lib/published-data';
import type { FigureEntry, Provenance } from './figure-entry.js';

/** A figure of a quarter as it is published. */
export interface PublishedFigure {
  readonly source: AnySource;
  /** What the table of one's own is called that it is from; null for any other source. */
  readonly tableName: string | null;
  readonly releasedOn: CalendarDate;
  readonly extractedOn: CalendarDate | null;
  readonly value: Decimal;
  readonly months: readonly [Decimal, Decimal, Decimal] | null;
}

/** “MPS Borough Level Crime, March 2026 release”. */
export function releaseOf({
  source,
  tableName,
  releasedOn,
}: Pick<PublishedFigure, 'source' | 'tableName' | 'releasedOn'>): string {
  return `${sourceNamed(source, tableName).name}, ${releaseName(releasedOn)}`;
}

function releaseName(releasedOn: CalendarDate): string {
  return `${dateInWords(releasedOn).replace(/^1 /, '')} release`;
}

/** A published figure as an entry of a return, with where it was taken from. Later releases may change it. */
export function entryOf(
  figure: PublishedFigure,
  countedBy: 'quarter' | 'month',
  extract: Provenance['extract'],
): FigureEntry {
  const { source, tableName, releasedOn, extractedOn, value, months } = figure;
  const { name, publisher, standing } = sourceNamed(source, tableName);
  return {
    ...{ kind: 'value', value, months: countedBy === 'month' ? months : null },
    provenance: {
      source: `${name} (${publisher})`,
      release: releaseName(releasedOn),
      ...{ extractedOn, finality: 'provisional', extract },
      standing: standing === 'management-information' ? standing : 'official',
    },
  };
}

/**
 * How what is returned differs from what is published, for who has to say why; null where it does not.
 *
 * @param said what was typed, where it was not the number
 */
export function gapInWords(count: number, published: PublishedFigure, said?: string): string | null {
  const gap = new Decimal(count).minus(published.value);
  if (gap.isZero()) return null;
  const number = (of: Decimal) => of.toNumber().toLocaleString('en-GB');
  const than = gap.isPositive() ? 'more than' : 'fewer than';
  return `${said ?? number(new Decimal(count))} is ${number(gap.abs())} ${than} the ${number(published.value)} that is published (${releaseOf(published)})`;
}

/** The name of the file in which the cells behind the figures of a return are kept. */
export function extractName(quarter: FinancialQuarter): string {
  return `published-figures-${quarter.slug}.csv`;
}
