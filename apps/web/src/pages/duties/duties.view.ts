import { addDays, type CalendarDate } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  dutiesFor,
  type Duty,
  type DutyOnDay,
  fallingDue,
  nextDue,
  obligationsOf,
  type Occurrence,
  occurrences,
  ruleOf,
  startBy,
} from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { resultWords } from '../../assurance/evidence-words.js';
import type { Paths } from '../../http/paths.js';
import { allObligations, fallsDueByItself } from '../../assurance/duty-occurrences.js';
import {
  aboutWords,
  bearerName,
  PROGRESS_WORDS,
  ruleWords,
  VERIFICATION,
} from '../../assurance/duty-words.js';

/** How far ahead somebody can look. */
export const HORIZONS = [30, 90, 365] as const;

/** Days of work before the last day, as a rule of thumb; none for what an event starts. */
const LEAD_DAYS: Readonly<Record<string, number>> = { yearly: 90, quarterly: 30, rolling: 60 };

/** The duties of a partnership on a day: what is past, what falls due, everything by Act, and what does not apply. */
export function dutiesView(known: DutyRecords, today: CalendarDate, horizon: number, paths: Paths) {
  const obligations = allObligations(known).filter(({ duty }) => fallsDueByItself(duty));
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
      href: paths.duties(days),
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
    acts: actsOf(all, known, today, paths),
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

function actsOf(all: readonly DutyOnDay[], known: DutyRecords, today: CalendarDate, paths: Paths) {
  const acts = [...new Set(all.map(({ duty }) => duty.act))];
  return acts.flatMap((act) => {
    const rows = all.flatMap((one) =>
      one.applies && one.duty.act === act ? [dutyRow(one, known, today, paths)] : [],
    );
    const [next] = rows.flatMap(({ nextDay }) => nextDay ?? []).sort();
    return rows.length > 0
      ? [{ title: act.title, textRead: act.textRead, next: next ? formatDate(next) : null, rows }]
      : [];
  });
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

function dutyRow(
  { duty, bearers }: Extract<DutyOnDay, { applies: true }>,
  known: DutyRecords,
  today: CalendarDate,
  paths: Paths,
) {
  return {
    ...{ reference: duty.reference, provision: duty.provision, wording: duty.wording },
    href: paths.duty(duty.reference),
    who: bearers.map(({ bearer, names }) =>
      bearer === 'others' ? names.join(', ') : bearerName(bearer, known),
    ),
    when: ruleWords(duty),
    // What falls due with another duty is told there.
    ...(fallsDueByItself(duty) ? nextOf(duty, known, today) : { nextDay: null, next: null }),
    verification: VERIFICATION[duty.verification.mark],
    isVerified: duty.verification.mark === 'verified',
  };
}

/** The first of the next last days of those who owe it; null where none has a day. */
function nextOf(duty: Duty, known: DutyRecords, today: CalendarDate) {
  const days = obligationsOf(duty, known.profile).flatMap(
    (obligation) => nextDue(obligation, known.records, today)?.dueOn ?? [],
  );
  const nextDay = days.sort()[0] ?? null;
  return { nextDay, next: nextDay && formatDate(nextDay) };
}
