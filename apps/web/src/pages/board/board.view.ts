import { financialYearName, financialYearSlug } from '@lib/kernel';
import { expectedFalseAlarms } from '@lib/performance';
import {
  type BoardFigures,
  type BoardMeasure,
  type ChangesSince,
  type ReturnChange,
  worstFirst,
} from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import {
  dataWords,
  metByWords,
  RAG_WORDS,
  shortChange,
  shortForecast,
} from '../../performance/fact-words.js';
import { figureInWords } from '../../performance/figure-words.js';
import { measureChart } from '../../performance/measure-chart.js';
import { whoseReturn } from '../../performance/whose-return.js';
import { changedWords } from '../../performance/changed-words.js';

/** The board page in the order a member needs it: what is off track, then who is late, then everything else. */
export function boardView(board: BoardFigures, changes: ChangesSince, paths: Paths) {
  const year = financialYearName(board.financialYear);
  const rows = board.measures.map((measure) => measureRow(measure, paths));
  const offTrack = worstFirst(rows);
  return {
    pageTitle: `Board, ${year}`,
    heading: `How ${year} stands`,
    summary: summary(board.measures),
    plan: board.plan && { title: board.plan.title, href: paths.planVersion(board.plan.versionId) },
    changed: { text: changedWords(changes), href: paths.changesSince(changes.since) },
    newer: board.newerYear && {
      name: financialYearName(board.newerYear),
      href: paths.board(financialYearSlug(board.newerYear)),
    },
    offTrack,
    charts: offTrack.flatMap(({ measure }) => chartOf(measure, board.financialYear, paths)),
    priorities: byPriority(rows),
    late: lateByQuarter(board),
    changes: board.changes.map(changeWordsOf),
    falseAlarms: falseAlarmNote(board.measures),
    sources: sourceNotes(board),
    forecastRecordHref: paths.forecastRecord(),
    returnsOverTimeHref: paths.returnsOverTime(),
    years: board.years.map((one) => ({
      text: financialYearName(one),
      href: paths.board(financialYearSlug(one)),
      current: one === board.financialYear,
    })),
    openGovernmentLicence: true,
  };
}

type Row = ReturnType<typeof measureRow>;

function measureRow(measure: BoardMeasure, paths: Paths) {
  const { target, latest, status, unit, facts, declared, kind } = measure;
  const metBy = target && metByWords(target, kind, unit);
  return {
    measure,
    name: measure.name,
    href: paths.measure(measure.slug),
    priority: measure.priority,
    owner: measure.owner,
    status,
    rag: facts.status.ruleSet === 'none' ? null : facts.status.rag,
    declared: declared && `Declared ${RAG_WORDS[declared.rag].toLowerCase()}: ${declared.reason}`,
    sentence: measure.sentence,
    change: shortChange(facts.change),
    forecast: shortForecast(facts),
    data: dataWords(facts),
    target: target ? (metBy ?? target.wording) : 'None set',
    targetWording: metBy ? target!.wording : null,
    latest: latest ? { figure: figureInWords(latest.observation), quarter: latest.quarter.name } : null,
  };
}

/** The chart of a measure that is off track, with its figures to read beneath; none where nothing is approved or others are worse. */
function chartOf(measure: BoardMeasure, financialYear: number, paths: Paths) {
  const { quarterlyTarget, publishedAs } = measure;
  const chart = measureChart(measure, { financialYear, quarterlyTarget }, publishedAs);
  if (!chart) return [];
  return [
    {
      ...chart,
      href: paths.measure(measure.slug),
      name: measure.name,
      figures: measure.quarters.map(({ quarter, observation }) => ({
        quarter: quarter.name,
        figure: observation && figureInWords(observation),
      })),
    },
  ];
}

function summary(measures: readonly BoardMeasure[]): string {
  const targets = measures.filter(({ target }) => target !== null);
  if (targets.length === 0) return 'No targets are set for this year.';
  const offTrack = worstFirst(targets).length;
  const unknown = targets.filter(({ status }) => status === 'cannot-tell').length;
  const first = `${offTrack} of ${targets.length} targets ${offTrack === 1 ? 'is' : 'are'} off track.`;
  return unknown === 0 ? first : `${first} ${unknown} cannot be judged: a figure or a baseline is missing.`;
}

/** One line for each quarter, with who is late for it. */
function lateByQuarter({ late }: BoardFigures) {
  const quarters = [...new Set(late.map(({ quarter }) => quarter.name))];
  return quarters.map((name) => {
    const returns = late.filter(({ quarter }) => quarter.name === name);
    return {
      quarter: name,
      dueOn: returns[0]!.dueOn,
      authorities: returns.map(whoseReturn),
    };
  });
}

/** What happened to a return after everybody else's was done, in a sentence. */
function changeWordsOf({ authority, form, quarter, what, reason, on }: ReturnChange): string {
  const happened = {
    reopened: `open again until ${on && formatDate(on)}`,
    'being-corrected': 'being corrected',
    corrected: `corrected, approved ${on && formatDate(on)}`,
  }[what];
  return `${whoseReturn({ authority, form })}, ${quarter.name}: ${happened}. ${reason}`;
}

/** How many changes chance alone would make look real, so that nobody chases them all; null where nothing changed. */
function falseAlarmNote(measures: readonly BoardMeasure[]): string | null {
  const looks = measures.filter(({ facts }) => facts.change.change.verdict !== 'insufficient-data').length;
  if (looks === 0) return null;
  const { watch } = expectedFalseAlarms(looks);
  return `Of ${looks} changes looked at, chance alone would make about ${watch.toFixed(1)} look real.`;
}

function byPriority(rows: readonly Row[]) {
  const titles = [...new Set(rows.map(({ priority }) => priority))];
  return titles.map((title) => ({
    title: title ?? 'Measures outside the plan’s priorities',
    rows: rows.filter(({ priority }) => priority === title),
  }));
}

/** Where baselines and figures come from, and a warning when they are not of one release. */
function sourceNotes(board: BoardFigures) {
  const baselines = unique(
    board.measures.flatMap(({ target }) =>
      target?.baselineSource ? [sourceOf(target.baselineSource, target.baselineRelease)] : [],
    ),
  );
  const figures = unique(board.figureSources.map(({ source, release }) => sourceOf(source, release)));
  const differ = baselines.length > 0 && figures.length > 0 && baselines.join() !== figures.join();
  return { baselines, figures, differ, plan: board.plan?.source ?? null };
}

/** A source with its release, where one is known. */
function sourceOf(source: string, release: string | null): string {
  return release === null ? source : `${source}, ${release}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
