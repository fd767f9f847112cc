import { financialYearName, londonDateOf } from '@lib/kernel';
import type { ChangedResult, DeclaredAnew } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { RAG_WORDS, STATUS_WORDS } from '../../performance/fact-words.js';
import type { ChangeRow } from './change-row.js';

/** Whether the status or the colour of a result is another one, and not only its numbers. */
export function statusMoved({ before, after }: ChangedResult): boolean {
  return before?.status !== after.status || before.rag !== after.rag;
}

/** A status then and now. */
export function statusRow(result: ChangedResult, paths: Paths): ChangeRow {
  return {
    ...resultRow(result, paths),
    before: statusOf(result.before),
    after: statusOf(result.after),
    why: result.after.sentence,
  };
}

/** What the numbers came to then and now. */
export function sentenceRow(result: ChangedResult, paths: Paths): ChangeRow {
  const { before, after } = result;
  return { ...resultRow(result, paths), before: before?.sentence ?? 'Nothing', after: after.sentence };
}

export function declaredRow(declared: DeclaredAnew, paths: Paths): ChangeRow {
  const { measure, measureSlug, financialYear, before, after, expiresOn, by, at, reason } = declared;
  return {
    ...{ what: `${measure}, ${financialYearName(financialYear)}`, href: paths.measure(measureSlug) },
    before: before ? RAG_WORDS[before] : 'Nothing declared',
    after: `${RAG_WORDS[after]}, until ${formatDate(expiresOn)}`,
    ...{ why: reason, by, on: londonDateOf(at) },
  };
}

function resultRow({ measure, measureSlug, financialYear, at }: ChangedResult, paths: Paths) {
  return {
    ...{ what: `${measure}, ${financialYearName(financialYear)}`, href: paths.measure(measureSlug) },
    ...{ why: 'Worked out anew from what changed', by: null, on: londonDateOf(at) },
  };
}

function statusOf(judged: ChangedResult['before']): string {
  if (judged === null) return 'Nothing worked out';
  const status = STATUS_WORDS[judged.status];
  return judged.rag ? `${status}, ${RAG_WORDS[judged.rag].toLowerCase()}` : status;
}
