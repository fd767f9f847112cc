import { financialYearName, financialYearSlug } from '@lib/kernel';
import { expectedFalseAlarms, type TargetStatus } from '@lib/performance';
import type { BoardFigures, BoardMeasure } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

/** Worst first. What is not known comes before what is good: it never counts as on track. */
const WORST_FIRST: readonly TargetStatus[] = [
  'not-met',
  'off-course',
  'at-risk',
  'cannot-tell',
  'no-target',
  'on-course',
  'met',
];
/** The change as a fact of its own: a missed target is not the same as "got worse". */
const CHANGE_WORDS: Record<BoardMeasure['change'], string> = {
  better: 'Better than chance explains',
  worse: 'Worse than chance explains',
  different: 'More than chance explains',
  'within-variation': 'Within normal variation',
  'insufficient-data': 'Cannot tell',
};
const OFF_TRACK: ReadonlySet<TargetStatus> = new Set(['not-met', 'off-course', 'at-risk']);

/** The board page in the order a member needs it: what is off track, then who is late, then everything else. */
export function boardView(board: BoardFigures, paths: Paths) {
  const year = financialYearName(board.financialYear);
  const rows = board.measures.map((measure) => measureRow(measure, paths));
  const offTrack = rows
    .filter(({ status }) => OFF_TRACK.has(status))
    .sort((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
  return {
    pageTitle: `Board, ${year}`,
    heading: `How ${year} stands`,
    summary: summary(board.measures),
    planTitle: board.plan?.title ?? null,
    newer: board.newerYear && {
      name: financialYearName(board.newerYear),
      href: paths.board(financialYearSlug(board.newerYear)),
    },
    offTrack,
    priorities: byPriority(rows),
    late: lateByQuarter(board),
    falseAlarms: falseAlarmNote(board.measures),
    sources: sourceNotes(board),
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
  const { target, latest, status, unit } = measure;
  return {
    name: measure.name,
    href: paths.measure(measure.slug),
    priority: measure.priority,
    owner: measure.owner,
    status,
    sentence: measure.sentence,
    change: CHANGE_WORDS[measure.change],
    target: target
      ? target.passMark
        ? `${formatCount(target.passMark)} ${unit} or fewer`
        : target.wording
      : 'None set',
    targetWording: target?.passMark ? target.wording : null,
    latest: latest ? { count: formatCount(latest.count), quarter: latest.quarter.name } : null,
  };
}

function summary(measures: readonly BoardMeasure[]): string {
  const targets = measures.filter(({ target }) => target !== null);
  if (targets.length === 0) return 'No targets are set for this year.';
  const offTrack = targets.filter(({ status }) => OFF_TRACK.has(status)).length;
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
      authorities: returns.map(({ authority }) => authority),
    };
  });
}

/** How many changes chance alone would make look real, so that nobody chases them all; null where nothing changed. */
function falseAlarmNote(measures: readonly BoardMeasure[]): string | null {
  const looks = measures.filter(({ change }) => change !== 'insufficient-data').length;
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
      target?.baselineSource ? [`${target.baselineSource}, ${target.baselineRelease}`] : [],
    ),
  );
  const figures = unique(board.figureSources.map(({ source, release }) => `${source}, ${release}`));
  const differ = baselines.length > 0 && figures.length > 0 && baselines.join() !== figures.join();
  return { baselines, figures, differ, plan: board.plan?.source ?? null };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
