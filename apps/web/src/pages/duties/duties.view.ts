import { addDays, type CalendarDate } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  type BearerKey,
  dutiesFor,
  fallingDue,
  type Occurrence,
  occurrences,
  ruleOf,
  startBy,
} from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { resultWords } from '../../assurance/evidence-words.js';
import type { Paths } from '../../http/paths.js';
import { dutiesByAct } from './duties-by-act.js';
import { allObligations, fallsDueByItself } from '../../assurance/duty-occurrences.js';
import { aboutWords, bearerName, PROGRESS_WORDS } from '../../assurance/duty-words.js';

/** How far ahead somebody can look. */
export const HORIZONS = [30, 90, 365] as const;

/** Days of work before the last day, as a rule of thumb; none for what an event starts. */
const LEAD_DAYS: Readonly<Record<string, number>> = { yearly: 90, quarterly: 30, rolling: 60 };

/** The duties of a partnership on a day: what is past, what falls due, everything by Act, and what does not apply. */
export function dutiesView(
  known: DutyRecords,
  today: CalendarDate,
  { horizon, who }: { readonly horizon: number; readonly who: BearerKey | null },
  paths: Paths,
) {
  const obligations = allObligations(known).filter(
    ({ duty, bearer }) => fallsDueByItself(duty) && (who === null || bearer === who),
  );
  const gaps = obligations
    .flatMap((obligation) =>
      occurrences(obligation, known.records, { from: known.records.keptSince, until: today }),
    )
    .filter((occurrence) => occurrence.dueOn !== null && isGap(occurrence, known))
    .sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1));
  const due = fallingDue(obligations, known.records, today, horizon);
  const all = dutiesFor(known.profile, today);
  return {
    pageTitle: 'Statutory duties',
    horizons: HORIZONS.map((days) => ({
      text: days === 365 ? 'a year' : `${days} days`,
      href: paths.duties(days, who),
      current: days === horizon,
    })),
    horizon: horizon === 365 ? 'the next year' : `the next ${horizon} days`,
    until: formatDate(addDays(today, horizon)),
    since: formatDate(known.records.keptSince),
    calendarHref: paths.dutiesCalendar(),
    calendarAddressHref: paths.calendarAddress(),
    happeningsHref: paths.happenings(),
    evidenceHref: paths.evidence(),
    metHref: paths.dutiesMet(),
    meetingsHref: paths.meetings(),
    nomineesHref: paths.nominees(),
    gaps: byDuty(gaps).map((same) => dueRow(same, known, paths)),
    due: byDuty(due).map((same) => dueRow(same, known, paths)),
    acts: dutiesByAct(all, known, today, who, paths),
    bearers: [
      { value: '', text: 'Everybody' },
      ...bearersOf(known).map((value) => ({ value, text: bearerName(value, known) })),
    ],
    who: who ?? '',
    days: horizon,
    formAction: paths.duties(),
    notHere: all.flatMap((one) =>
      one.applies
        ? []
        : [
            {
              ...{ reference: one.duty.reference, wording: one.duty.wording, reason: one.reason },
              href: paths.duty(one.duty.reference),
            },
          ],
    ),
  };
}

/** Everybody on whom a duty falls here, in the order of the catalogue. */
export function bearersOf(known: DutyRecords): BearerKey[] {
  return [...new Set(allObligations(known).map(({ bearer }) => bearer))];
}

/** What each of several owes by the same day for the same time, together. */
function byDuty(all: readonly Occurrence[]): (readonly [Occurrence, ...Occurrence[]])[] {
  const together = new Map<string, [Occurrence, ...Occurrence[]]>();
  for (const one of all) {
    const key = [one.dueOn, one.obligation.duty.reference, one.about.from].join('/');
    const same = together.get(key);
    if (same) same.push(one);
    else together.set(key, [one]);
  }
  return [...together.values()];
}

/** Not shown to be met: whatever was done, nobody has found so yet, or not on evidence that still stands. */
function isGap({ key }: Occurrence, { assessments }: DutyRecords): boolean {
  const assessment = assessments.find((one) => one.occurrence === key);
  if (!assessment) return true;
  return assessment.applies && !(assessment.result === 'met' && assessment.holds);
}

function dueRow(same: readonly [Occurrence, ...Occurrence[]], known: DutyRecords, paths: Paths) {
  const [occurrence] = same;
  const { duty } = occurrence.obligation;
  const start = startBy(occurrence, LEAD_DAYS[ruleOf(duty)?.rule ?? ''] ?? 0);
  return {
    dueOn: formatDate(occurrence.dueOn!),
    startBy: start === null || start === occurrence.dueOn ? null : formatDate(start),
    reference: duty.reference,
    wording: duty.wording,
    href: paths.duty(duty.reference),
    about: aboutWords(occurrence),
    owed: same.map(({ key, obligation }) => {
      const written = known.progress.find((one) => one.occurrence === key);
      return {
        who: bearerName(obligation.bearer, known),
        href: paths.occurrence(key),
        progress: PROGRESS_WORDS[written?.progress ?? 'to-do'].toLowerCase(),
        result: resultWords(known.assessments.find((one) => one.occurrence === key)).toLowerCase(),
      };
    }),
  };
}
