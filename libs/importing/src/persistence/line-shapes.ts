import { ImportRefused } from '../domain/import-refused.js';
import type { Period, PublishedCell } from '../importer.js';

/** Which periods the figures of a line are of, and which columns they stand in. */
export interface LineShape {
  readonly number: number;
  readonly sheet: string | null;
  readonly places: readonly { readonly period: Period; readonly column: number }[];
}

/** Figures of one series and area that stand in one row, in the order of the file. */
export type Line = readonly PublishedCell[];

/** Cells that follow one another, put together to lines. */
export function* linesOf(cells: readonly PublishedCell[]): Generator<Line> {
  let line: PublishedCell[] = [];
  for (const cell of cells) {
    if (line.length > 0 && !isOfOneLine(line[0]!, cell)) {
      yield line;
      line = [];
    }
    line.push(cell);
  }
  if (line.length > 0) yield line;
}

function isOfOneLine(one: PublishedCell, other: PublishedCell): boolean {
  return (
    one.series === other.series &&
    one.area === other.area &&
    one.row === other.row &&
    one.sheet === other.sheet
  );
}

/** The shapes of a file's lines, each kept once: a file with a column for each month has one. */
export class LineShapes {
  private readonly periods = new Map<Period, number>();
  private readonly shapes = new Map<string, LineShape>();
  private last: LineShape | null = null;

  get all(): readonly LineShape[] {
    return [...this.shapes.values()];
  }

  /** @throws ImportRefused where a line has two figures for one period */
  of(line: Line): LineShape {
    // Nearly always that of the line before.
    if (!this.last || !fits(line, this.last)) this.last = this.find(line);
    return this.last;
  }

  private find(line: Line): LineShape {
    const { sheet } = line[0]!;
    const places = line.map(({ period, column }) => ({ period, column }));
    const key = JSON.stringify([
      sheet,
      places.map(({ period, column }) => [this.numberOf(period), column] as const),
    ]);
    const known = this.shapes.get(key);
    if (known) return known;
    refusePeriodTwice(line);
    const shape = { number: this.shapes.size + 1, sheet, places };
    this.shapes.set(key, shape);
    return shape;
  }

  private numberOf(period: Period): number {
    const number = this.periods.get(period) ?? this.periods.size + 1;
    this.periods.set(period, number);
    return number;
  }
}

function fits(line: Line, { sheet, places }: LineShape): boolean {
  return (
    line.length === places.length &&
    line[0]!.sheet === sheet &&
    line.every(({ period, column }, at) => period === places[at]!.period && column === places[at]!.column)
  );
}

function refusePeriodTwice(line: Line): void {
  const seen = new Set<string>();
  for (const { period, row, sheet } of line) {
    const key = `${period.from} ${period.until}`;
    if (seen.has(key))
      throw new ImportRefused(
        `Row ${row}${sheet === null ? '' : ` of sheet “${sheet}”`} has two figures for the time from ${period.from}. Download the file again from its publisher, or delete one of the two columns.`,
      );
    seen.add(key);
  }
}
