import { AbandonFile } from '@lib/importing';
import type { ConnectedUseCases } from '@lib/testing';
import type { Client } from 'pg';
import { fileOf, FOR_EVERYBODY, readFile } from './import-files.js';

/** How the reading of a file ended. */
export interface Outcome {
  readonly state: string;
  readonly failure: string | null;
  /** What has to be answered before it can be applied. */
  readonly open: readonly string[];
  /** The release that is taken for its own. */
  readonly release: string | null;
  /** What would stand after it was applied: by meaning and area, different names for one thing added up. */
  readonly figures: readonly string[];
}

/** Reads a file, says what would come of it, and gives it up again. */
export async function outcomeOf(useCases: ConnectedUseCases, admin: Client, bytes: Buffer): Promise<Outcome> {
  const { id, state, failure, questions } = await readFile(useCases, fileOf(bytes));
  const { rows } = await admin.query<{ words: string }>(FIGURES, [id]);
  if (state === 'read' || state === 'asking') await useCases.get(AbandonFile).execute(FOR_EVERYBODY, id);
  return {
    ...{ state, failure },
    open: questions.filter(({ answer }) => answer === null).map(({ sentence }) => sentence),
    release: questions.find(({ kind }) => kind === 'release')?.proposed ?? null,
    figures: rows.map(({ words }) => words),
  };
}

const FIGURES = `
  select concat_ws(' | ', s.means, s.unit, coalesce(a.code, a.label), f.period_from, f.period_until,
                   trim_scale(sum(f.value)), string_agg(f.mark, ' ' order by f.mark)) as words
    from published_figure f
    join published_series s on s.file_id = f.file_id and s.number = f.series
    join published_area a on a.file_id = f.file_id and a.number = f.area
   where f.file_id = $1
   group by s.means, s.unit, coalesce(a.code, a.label), f.period_from, f.period_until
  union all
  select concat_ws(' | ', area_code, kind, within_code) from published_area_link where file_id = $1
   order by words`;

/** What an outcome must never have, beside the right one; nothing where all is well. */
export function wrongIn({ state, failure, open, release, figures }: Outcome, right: Outcome): object {
  if (state === 'refused') return isSentence(failure) ? {} : { failure };
  // Small files are asked about for what they lack; that does not count.
  if (open.some((sentence) => !right.open.includes(sentence))) return {};
  if (state !== 'read') return { state };
  return release === right.release && isEqual(figures, right.figures)
    ? {}
    : { release, ...differing(figures, right.figures) };
}

function isSentence(failure: string | null): boolean {
  return failure !== null && /^[A-Z“].{15,}/s.test(failure);
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** Some of the figures that only one of them has. */
function differing(found: readonly string[], right: readonly string[]): object {
  const [here, there] = [new Set(found), new Set(right)];
  return {
    tooMuch: found.filter((one) => !there.has(one)).slice(0, 5),
    missing: right.filter((one) => !here.has(one)).slice(0, 5),
  };
}
