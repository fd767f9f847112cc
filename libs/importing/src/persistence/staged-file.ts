import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, AreaLink, Batch, PublishedCell, SeriesLabel } from '../importer.js';
import { type Line, LineShapes, linesOf } from './line-shapes.js';

/** Figures are kept line by line as they stand in the file; of an event no more than what it is counted by. */
const STAGES = {
  figures: {
    table: 'staged_line',
    columns: {
      ...{ series: 'integer', area: 'integer', shape: 'integer', row_number: 'integer' },
      ...{ figures: 'numeric[]', marks: 'text[]' },
    },
  },
  events: {
    table: 'staged_event',
    columns: { series: 'integer', area: 'integer', shape: 'integer', row_number: 'integer', event: 'uuid' },
  },
} as const;

/**
 * The figures of one file while it is read: in a table of this transaction alone, filled with COPY, looked at as a
 * whole, and then written where they stay. Of the file itself no more is in memory than its labels.
 */
export class StagedFile {
  private readonly series = new Map<SeriesLabel, number>();
  private readonly areas = new Map<AreaLabel, number>();
  private readonly shapes = new LineShapes();
  private readonly links: AreaLink[] = [];
  /** Figures or events so far, and the last row that one stood in. */
  cells = 0;
  lastRow = 0;

  constructor(
    private readonly tx: Tx,
    readonly fileId: Id,
    private readonly holds: { readonly countsEvents?: true; readonly mostRows?: number },
  ) {}

  get seriesLabels(): ReadonlyMap<SeriesLabel, number> {
    return this.series;
  }

  get areaLabels(): ReadonlyMap<AreaLabel, number> {
    return this.areas;
  }

  get isEmpty(): boolean {
    return this.cells === 0 && this.links.length === 0;
  }

  get hasFigures(): boolean {
    return this.cells > 0;
  }

  get countsEvents(): boolean {
    return this.holds.countsEvents ?? false;
  }

  /** Takes all of a file in. @param progress is told how many cells there are so far */
  async take(batches: AsyncIterable<Batch>, progress: (cells: number) => Promise<void>): Promise<void> {
    const { table, columns } = this.holds.countsEvents ? STAGES.events : STAGES.figures;
    const definitions = Object.entries(columns).map((column) => column.join(' '));
    await this.tx.query(`create temporary table ${table} (${definitions.join(', ')}) on commit drop`);
    await this.tx.copyInto(table, Object.keys(columns), this.lines(batches, progress));
    await this.tx.query(`
      create temporary table staged_period (
        shape integer, place integer, sheet text, column_number integer, period_from date, period_until date
      ) on commit drop`);
    const places = this.shapes.all.flatMap(({ number, sheet, places: all }) =>
      all.map(({ period, column }, at) => ({ number, place: at + 1, sheet, column, ...period })),
    );
    await this.tx.query(
      `insert into staged_period
       select * from unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::date[], $6::date[])`,
      [
        ...[places.map(({ number }) => number), places.map(({ place }) => place)],
        ...[places.map(({ sheet }) => sheet), places.map(({ column }) => column)],
        ...[places.map(({ from }) => from), places.map(({ until }) => until)],
      ],
    );
  }

  private async *lines(
    batches: AsyncIterable<Batch>,
    progress: (cells: number) => Promise<void>,
  ): AsyncGenerator<string> {
    for await (const { cells, links } of batches) {
      if (links) this.links.push(...links);
      const { row = this.lastRow } = cells.at(-1) ?? links?.at(-1) ?? {};
      this.lastRow = row;
      if (row > (this.holds.mostRows ?? Infinity)) throw tooManyRows(this.holds.mostRows!);
      if (cells.length === 0) continue;
      this.cells += cells.length;
      let lines = '';
      if (this.holds.countsEvents) for (const event of cells) lines += this.eventLine(event);
      else for (const line of linesOf(cells)) lines += this.figuresLine(line);
      yield lines;
      await progress(this.cells);
    }
  }

  private eventLine(cell: PublishedCell): string {
    return `${this.placeOf([cell])}\t${cell.event ?? NULL}\n`;
  }

  private figuresLine(line: Line): string {
    const figures = line.map(({ value }) => value ?? 'null').join(',');
    const hasMarks = line.some(({ mark }) => mark !== null);
    const marks = hasMarks ? `{${line.map(({ mark }) => mark ?? 'null').join(',')}}` : NULL;
    return `${this.placeOf(line)}\t{${figures}}\t${marks}\n`;
  }

  private placeOf(line: Line): string {
    const { series, area, row } = line[0]!;
    return `${numberOf(this.series, series)}\t${numberOf(this.areas, area)}\t${this.shapes.of(line).number}\t${row}`;
  }

  /** Writes it where it stays. Lines that come twice are taken once, events once for each number. */
  async settle(): Promise<{ readonly cells: number }> {
    await this.settleLabels();
    await this.settleLinks();
    await this.tx.query(
      `insert into published_shape (file_id, number, sheet, column_numbers, period_froms, period_untils)
       select $1, shape, min(sheet), array_agg(column_number order by place), array_agg(period_from order by place),
              array_agg(period_until order by place)
         from staged_period group by shape`,
      [this.fileId],
    );
    const [settled] = await this.tx.query<{ cells: number }>(
      `with settled as (
         insert into published_line (file_id, area, series, shape, row_number, figures, marks, rows_counted)
         ${this.holds.countsEvents ? COUNTED_EVENTS : LINES_ONCE}
         returning cardinality(figures) as cells)
       select coalesce(sum(cells), 0)::int as cells from settled`,
      [this.fileId],
    );
    return settled!;
  }

  private async settleLabels(): Promise<void> {
    await this.tx.query(
      `insert into published_series (file_id, number, label, unit)
       select $4, * from unnest($1::int[], $2::text[], $3::text[])`,
      [...columnsOf(this.series, [({ label }) => label, ({ unit }) => unit]), this.fileId],
    );
    await this.tx.query(
      `insert into published_area (file_id, number, label, name, within, code)
       select $6, * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[])`,
      [
        ...columnsOf(this.areas, [
          ({ label }) => label,
          ({ name }) => name,
          ({ within }) => within,
          ({ code }) => code,
        ]),
        this.fileId,
      ],
    );
  }

  private async settleLinks(): Promise<void> {
    const column = <Value>(of: (link: AreaLink) => Value) => this.links.map(of);
    await this.tx.query(
      `insert into published_area_link (file_id, area_code, area_name, kind, within_code, within_name, row_number)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
       on conflict do nothing`,
      [
        this.fileId,
        ...[
          column(({ areaCode }) => areaCode),
          column(({ areaName }) => areaName),
          column(({ kind }) => kind),
        ],
        ...[column(({ withinCode }) => withinCode), column(({ withinName }) => withinName)],
        column(({ row }) => row),
      ],
    );
  }
}

function tooManyRows(most: number): ImportRefused {
  return new ImportRefused(
    `The file has more than ${most.toLocaleString('en-GB')} rows, and no such file has as many: it is another one, or was put together from several. Download it again from its publisher.`,
  );
}

const LINES_ONCE = `
  select distinct on (area, series, shape) $1::uuid, area, series, shape, row_number, figures, marks, 1
    from staged_line order by area, series, shape, row_number`;

const COUNTED_EVENTS = `
  select $1::uuid, area, series, shape, min(row_number),
         array[(count(distinct event) + count(*) filter (where event is null))::numeric], null::text[], count(*)
    from staged_event group by area, series, shape`;

/** In the text format of COPY. */
const NULL = '\\N';

function numberOf<Key>(known: Map<Key, number>, key: Key): number {
  let number = known.get(key);
  if (number === undefined) {
    number = known.size + 1;
    known.set(key, number);
  }
  return number;
}

/** Numbers and then values, a column at a time, as `unnest` takes them. */
function columnsOf<Key>(
  numbers: ReadonlyMap<Key, number>,
  values: readonly ((key: Key) => string | null)[],
): unknown[][] {
  const keys = [...numbers.keys()];
  return [[...numbers.values()], ...values.map((value) => keys.map(value))];
}
