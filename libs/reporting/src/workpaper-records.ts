import { addMonths, type CalendarDate, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';
import { figurePopulation, figureRecords, type ShownFigure } from './figure-records.js';

/** What came of one figure of a sample. */
export interface ShownTest {
  readonly reported: string;
  /** What the auditor got, and that less what was reported; both null of what could not be tested. */
  readonly obtained: string | null;
  readonly difference: string | null;
  /** Of the extract as it was then; null of a figure without one. */
  readonly extractSha256: string | null;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
}

export interface ShownSampledFigure {
  /** 1 for the one that was drawn first. */
  readonly position: number;
  readonly figure: ShownFigure;
  /** Newest first: that one stands. */
  readonly tests: readonly ShownTest[];
}

export interface ShownWorkpaper {
  readonly id: Id;
  readonly objective: string;
  /** The first days of the first and of the last quarter. */
  readonly firstQuarter: CalendarDate;
  readonly lastQuarter: CalendarDate;
  /** How many were asked for; where the population is smaller, all of it was drawn. */
  readonly sampleSize: number;
  readonly seed: string;
  readonly populationSize: number;
  readonly populationSha256: string;
  /** The population when it was drawn, worked out again from what was on record then; in the order of the ids. */
  readonly population: readonly Id[];
  readonly by: string;
  readonly at: Date;
  readonly figures: readonly ShownSampledFigure[];
  readonly conclusion: { readonly words: string; readonly by: string; readonly at: Date } | null;
}

type Stored<T> = Omit<T, 'at'> & { readonly at: string };
type Row = Omit<ShownWorkpaper, 'population' | 'figures' | 'conclusion'> & {
  readonly conclusion: Stored<NonNullable<ShownWorkpaper['conclusion']>> | null;
  readonly drawn: readonly {
    readonly id: Id;
    readonly position: number;
    readonly tests: readonly Stored<ShownTest>[];
  }[];
};

/**
 * Workpapers of a partnership, newest first, with everything in them.
 *
 * @param id of the one that is wanted; null for all
 */
export async function workpaperRecords(
  tx: Tx,
  partnershipId: Id,
  asAt: AsAt,
  id: Id | null = null,
): Promise<ShownWorkpaper[]> {
  const rows = await tx.query<Row>(
    `select w.id, w.objective, w.first_quarter::text as "firstQuarter", w.last_quarter::text as "lastQuarter",
            w.sample_size as "sampleSize", w.seed, w.population_size as "populationSize",
            w.population_sha256 as "populationSha256", p.name as by, w.recorded_at as at,
            (select jsonb_build_object('words', c.words, 'by', cp.name, 'at', c.recorded_at)
               from workpaper_conclusion c join person cp on cp.id = c.recorded_by
              where c.partnership_id = w.partnership_id and c.workpaper_id = w.id
                and ${asAt.happened('c.recorded_at')}) as conclusion,
            (select jsonb_agg(jsonb_build_object('id', f.figure_id, 'position', f.position, 'tests',
                      coalesce((select jsonb_agg(jsonb_build_object('reported', t.reported::text,
                                  'obtained', t.obtained::text, 'difference', t.difference::text,
                                  'extractSha256', t.extract_sha256, 'words', t.words, 'by', tp.name,
                                  'at', t.recorded_at) order by t.recorded_at desc, t.id desc)
                                  from workpaper_test t join person tp on tp.id = t.recorded_by
                                 where t.partnership_id = f.partnership_id and t.workpaper_id = f.workpaper_id
                                   and t.figure_id = f.figure_id and ${asAt.happened('t.recorded_at')}), '[]'))
                      order by f.position)
               from workpaper_figure f
              where f.partnership_id = w.partnership_id and f.workpaper_id = w.id) as drawn
       from workpaper w
       join person p on p.id = w.recorded_by
      where w.partnership_id = $1 and ($2::uuid is null or w.id = $2) and ${asAt.happened('w.recorded_at')}
      order by w.recorded_at desc, w.id desc`,
    [partnershipId, id],
  );
  const ids = rows.flatMap(({ drawn }) => drawn.map((one) => one.id));
  const figures = new Map((await figureRecords(tx, partnershipId, ids, asAt)).map((one) => [one.id, one]));
  const workpapers: ShownWorkpaper[] = [];
  for (const { drawn, conclusion, ...row } of rows) {
    const quarters = { from: row.firstQuarter, until: addMonths(row.lastQuarter, 3) };
    const whenDrawn = AsAt.before(new Date(row.at.getTime() + 1));
    workpapers.push({
      ...row,
      population: await figurePopulation(tx, partnershipId, quarters, whenDrawn),
      conclusion: conclusion && { ...conclusion, at: new Date(conclusion.at) },
      figures: drawn.map((one) => ({
        position: one.position,
        figure: figures.get(one.id)!,
        tests: one.tests.map((test) => ({ ...test, at: new Date(test.at) })),
      })),
    });
  }
  return workpapers;
}
