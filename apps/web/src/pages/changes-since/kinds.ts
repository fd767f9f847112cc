import { FinancialQuarter, financialYearName, londonDateOf } from '@lib/kernel';
import type { ChangesSince, SaidFigure } from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { metByWords } from '../../performance/fact-words.js';
import { SHORTHAND } from '../../performance/figure-shorthand.js';
import { MARK_WORDS } from '../../performance/mark-words.js';
import { because, type ChangeRow } from './change-row.js';
import { definitionRow, planRow } from './intention-rows.js';
import { declaredRow, statusRow, sentenceRow, statusMoved } from './judgement-rows.js';

export interface KindOfChange {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly ChangeRow[];
}

/** What has changed, by kind, in the order in which a board asks; kinds of which there is nothing are left out. */
export function kindsOf(changes: ChangesSince, paths: Paths): KindOfChange[] {
  const { results, declared, definitions, plans } = changes;
  const kinds: KindOfChange[] = [
    ['statuses', 'Statuses that moved', results.filter(statusMoved).map((one) => statusRow(one, paths))],
    ['restated', 'Figures restated', figureRows(changes, paths, false)],
    ['reopened', 'Quarters reopened', reopeningRows(changes, paths)],
    ['targets', 'Targets changed', targetRows(changes, paths)],
    ['declared', 'Statuses declared', declared.map((one) => declaredRow(one, paths))],
    ['plan', 'Plan adopted', plans.map((one) => planRow(one, paths))],
    ['definitions', 'Definitions changed', definitions.map((one) => definitionRow(one, paths))],
    ['marks', 'Marks on charts', markRows(changes, paths)],
    ['new-figures', 'Figures approved that are new', figureRows(changes, paths, true)],
    [
      'results',
      'Results that moved, with the same status',
      results.filter((one) => !statusMoved(one)).map((one) => sentenceRow(one, paths)),
    ],
  ].map(([id, name, rows]) => ({ id, name, rows }) as KindOfChange);
  return kinds.filter(({ rows }) => rows.length > 0);
}

function figureRows({ figures }: ChangesSince, paths: Paths, isNew: boolean): ChangeRow[] {
  return figures
    .filter(({ before }) => (before === null) === isNew)
    .map(({ measure, measureSlug, quarter, before, after, corrected, by, at, reason }) => ({
      ...{ what: `${measure}, ${quarter.name}`, href: paths.measure(measureSlug) },
      before: said(before, 'No approved figure'),
      after: `${said(after, 'Handed back: no approved figure')}${corrected ? ' [r]' : ''}`,
      ...{ why: reason, by, on: londonDateOf(at) },
    }));
}

function said(figure: SaidFigure | null, none: string): string {
  if (figure === null) return none;
  return figure.kind === 'value' ? formatCount(figure.value!) : SHORTHAND[figure.kind];
}

function reopeningRows({ reopenings }: ChangesSince, paths: Paths): ChangeRow[] {
  return reopenings.map(({ authority, quarter, expiresOn, by, at, reason }) => ({
    ...{ what: `${authority}, ${quarter.name}`, href: paths.quarters() },
    ...{
      before: 'Closed',
      after: `Open until ${formatDate(expiresOn)}`,
      why: reason,
      by,
      on: londonDateOf(at),
    },
  }));
}

function targetRows({ targets }: ChangesSince, paths: Paths): ChangeRow[] {
  return targets.map((target) => {
    const { measure, measureSlug, appliesFrom, kind, unit, before, after, by, at, reason, decision } = target;
    const words = (one: typeof after) => {
      const metBy = metByWords(one, kind, unit);
      return metBy ? `${one.wording} (${metBy})` : one.wording;
    };
    const year = financialYearName(FinancialQuarter.containing(appliesFrom).financialYear);
    return {
      ...{ what: `${measure}, ${year}`, href: paths.measure(measureSlug) },
      ...{ before: before ? words(before) : 'No target', after: words(after) },
      ...{ why: because(reason, decision), by, on: londonDateOf(at) },
    };
  });
}

function markRows({ marks }: ChangesSince, paths: Paths): ChangeRow[] {
  return marks.map(({ measure, measureSlug, quarter, kind, before, after, by, at }) => ({
    ...{ what: `${measure}, ${quarter.name}: ${MARK_WORDS[kind]}`, href: paths.measure(measureSlug) },
    ...{ before: before ?? 'No mark', after: after ?? 'Withdrawn' },
    ...{
      why: after === null ? 'The audit trail says why, and who withdrew it.' : null,
      by,
      on: londonDateOf(at),
    },
  }));
}
