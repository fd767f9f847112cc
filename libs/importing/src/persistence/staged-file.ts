import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, AreaLink, Batch, Period, PublishedCell, SeriesLabel } from '../importer.js';

/** Figures are kept as they stand in the file; of an event no more than what it is counted by. */
const STAGES = {
  figures: {
    table: 'staged_cell',
    columns: {
      ...{ series: 'integer', area: 'integer', period: 'integer', value: 'numeric', mark: 'text' },
      ...{ row_number: 'integer', column_number: 'integer', sheet: 'text' },
    },
  },
  events: {
    table: 'staged_event',
    columns: { series: 'integer', area: 'integer', period: 'integer', row_number: 'integer', event: 'uuid' },
  },
} as const;

/**
 * The figures of one file while it is read: in a table of this transaction alone, filled with COPY, looked at as a
 * whole, and then written where they stay. Of the file itself no more is in memory than its labels.
 */
export class StagedFile {
  private readonly series = new Map<SeriesLabel, number>();
  private readonly areas = new Map<AreaLabel, number>();
  private readonly periods = new Map<Period, number>();
  private readonly links: AreaLink[] = [];
  /** The column that an event stands in. */
  private eventColumn = 0;
  /** Figures or events so far, and the last row that one stood in. */
  cells = 0;
  lastRow = 0;

  constructor(
    private readonly tx: Tx,
    private readonly fileId: Id,
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
        number integer primary key, period_from date not null, period_until date not null
      ) on commit drop`);
    await this.tx.query(
      `insert into staged_period select * from unnest($1::int[], $2::date[], $3::date[])`,
      columnsOf(this.periods, [({ from }) => from, ({ until }) => until]),
    );
    // Events are gone through once, and in no other way than all of them.
    if (!this.holds.countsEvents) await this.tx.query('analyze staged_cell');
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
      for (const cell of cells) lines += this.line(cell);
      yield lines;
      await progress(this.cells);
    }
  }

  private line({ series, area, period, value, mark, row, column, sheet, event }: PublishedCell): string {
    const [s, a, p] = [
      numberOf(this.series, series),
      numberOf(this.areas, area),
      numberOf(this.periods, period),
    ];
    if (this.holds.countsEvents) {
      this.eventColumn = column;
      return `${s}\t${a}\t${p}\t${row}\t${event ?? '\\N'}\n`;
    }
    return `${s}\t${a}\t${p}\t${value ?? '\\N'}\t${mark ?? '\\N'}\t${row}\t${column}\t${
      sheet === null ? '\\N' : escaped(sheet)
    }\n`;
  }

  /** Writes it where it stays. Rows that say the same twice are taken once, events once for each number. */
  async settle(): Promise<{ readonly cells: number }> {
    await this.settleLabels();
    await this.settleLinks();
    const [settled] = await this.tx.query<{ cells: number }>(
      `with settled as (
         insert into published_figure (file_id, area, series, period_from, period_until, value, mark, row_number,
                                       column_number, sheet, rows_counted)
         ${this.holds.countsEvents ? COUNTED_EVENTS : FIGURES_ONCE}
         returning 1)
       select count(*)::int as cells from settled`,
      [this.fileId, ...(this.holds.countsEvents ? [this.eventColumn] : [])],
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

const FIGURES_ONCE = `
  select distinct on (c.area, c.series, p.period_from, p.period_until)
         $1::uuid, c.area, c.series, p.period_from, p.period_until, c.value, c.mark, c.row_number, c.column_number,
         c.sheet, 1
    from staged_cell c join staged_period p on p.number = c.period
   order by c.area, c.series, p.period_from, p.period_until, c.row_number`;

const COUNTED_EVENTS = `
  select $1::uuid, e.area, e.series, p.period_from, p.period_until,
         count(distinct e.event) + count(*) filter (where e.event is null), null, min(e.row_number), $2::int, null,
         count(*)
    from staged_event e join staged_period p on p.number = e.period
   group by e.area, e.series, p.period_from, p.period_until`;

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

/** In the text format of COPY. */
function escaped(text: string): string {
  return text.replace(
    /[\\\t\n\r]/g,
    (mark) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[mark]!,
  );
}
