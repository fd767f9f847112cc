import type { CalendarDate } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  type BearerKey,
  countingOn,
  type Duty,
  type DutyOnDay,
  nextDue,
  obligationsOf,
} from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { fallsDueByItself } from '../../assurance/duty-occurrences.js';
import { bearerName, ruleWords, VERIFICATION } from '../../assurance/duty-words.js';
import { resultWords } from '../../assurance/evidence-words.js';
import type { Paths } from '../../http/paths.js';

/**
 * Everything that applies on a day, Act by Act.
 *
 * @param who whose duties alone; null for everybody's
 */
export function dutiesByAct(
  all: readonly DutyOnDay[],
  known: DutyRecords,
  today: CalendarDate,
  who: BearerKey | null,
  paths: Paths,
) {
  const acts = [...new Set(all.map(({ duty }) => duty.act))];
  return acts.flatMap((act) => {
    const rows = all.flatMap((one) =>
      one.applies && one.duty.act === act && concerns(one, who)
        ? [dutyRow(one, known, today, who, paths)]
        : [],
    );
    const [next] = rows.flatMap(({ nextDay }) => nextDay ?? []).sort();
    return rows.length > 0
      ? [{ title: act.title, textRead: act.textRead, next: next ? formatDate(next) : null, rows }]
      : [];
  });
}

type Applying = Extract<DutyOnDay, { applies: true }>;

function concerns({ bearers }: Applying, who: BearerKey | null): boolean {
  return who === null || bearers.some(({ bearer }) => bearer === who);
}

function dutyRow(
  { duty, bearers }: Applying,
  known: DutyRecords,
  today: CalendarDate,
  who: BearerKey | null,
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
    ...(fallsDueByItself(duty) ? nextOf(duty, known, today, who) : { nextDay: null, next: null }),
    result: resultOf(duty, known, today, who),
    verification: VERIFICATION[duty.verification.mark],
    isVerified: duty.verification.mark === 'verified',
  };
}

/** The first of the next last days of those who owe it; null where none has a day. */
function nextOf(duty: Duty, known: DutyRecords, today: CalendarDate, who: BearerKey | null) {
  const days = owedBy(duty, known, who).flatMap(
    (obligation) => nextDue(obligation, known.records, today)?.dueOn ?? [],
  );
  const nextDay = days.sort()[0] ?? null;
  return { nextDay, next: nextDay && formatDate(nextDay) };
}

function owedBy(duty: Duty, { profile }: DutyRecords, who: BearerKey | null) {
  return obligationsOf(duty, profile).filter(({ bearer }) => who === null || bearer === who);
}

/** What was found of a duty, by what counts on the day; empty where nothing does. */
function resultOf(duty: Duty, known: DutyRecords, today: CalendarDate, who: BearerKey | null): string {
  const found = owedBy(duty, known, who)
    .flatMap((obligation) => countingOn(obligation, known.records, today))
    .map(({ key }) => resultWords(known.assessments.find((one) => one.occurrence === key)));
  const different = [...new Set(found)];
  if (different.length < 2) return different[0] ?? '';
  return different
    .map((one) => `${found.filter((other) => other === one).length} ${one.toLowerCase()}`)
    .join('; ');
}
