import type { CalendarDate } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  dutiesFor,
  type Duty,
  linkTo,
  obligationsOf,
  type Occurrence,
  OVERSEERS,
  progressOf,
} from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { resultWords } from '../../assurance/evidence-words.js';
import type { Paths } from '../../http/paths.js';
import { occurrencesAround } from '../../assurance/duty-occurrences.js';
import {
  aboutWords,
  bearerName,
  PROGRESS_WORDS,
  ruleWords,
  STANDING,
  VERIFICATION,
} from '../../assurance/duty-words.js';

const NATURES = {
  duty: null,
  guidance: 'This is guidance: what the law has regard to, and no duty by itself.',
  power: 'This is a power: nothing has to be done.',
  rule: 'This is a rule on how other provisions are read: nothing has to be done.',
  sanction: 'This is what can follow where a duty is not met: nothing has to be done.',
} as const;

/** One duty: what it asks in plain words, on whom it falls, what proves it, and each time that it fell due. */
export function dutyView(duty: Duty, known: DutyRecords, today: CalendarDate, paths: Paths) {
  const onDay = dutiesFor(known.profile, today).find((one) => one.duty === duty)!;
  const dues = obligationsOf(duty, known.profile)
    .flatMap((obligation) => occurrencesAround(obligation, known, today))
    .sort((one, other) => ((one.dueOn ?? one.about.from) < (other.dueOn ?? other.about.from) ? 1 : -1));
  return {
    pageTitle: `${duty.reference}: ${duty.provision}`,
    backLink: { href: paths.duties(), text: 'Back to the duties' },
    reference: duty.reference,
    wording: duty.wording,
    nature: NATURES[duty.nature ?? 'duty'],
    reason: onDay.applies ? null : onDay.reason,
    facts: factRows(duty, known, onDay.applies ? onDay.bearers : []),
    link: linkTo(duty),
    evidence: duty.evidence ?? [],
    goodPractice: duty.goodPractice ?? [],
    notes: duty.notes ?? [],
    occurrences: dues.map((one) => occurrenceRow(one, known, today, paths)),
    fallsDue: duty.deadline !== undefined,
  };
}

function factRows(
  duty: Duty,
  known: DutyRecords,
  bearers: readonly {
    readonly bearer: Parameters<typeof bearerName>[0] | 'others';
    readonly names: readonly string[];
  }[],
) {
  const { inForce, verification, oversight } = duty;
  const who = bearers.map(({ bearer, names }) =>
    bearer === 'others' ? names.join(', ') : bearerName(bearer, known),
  );
  const toCheck = 'toCheck' in verification ? `. To check: ${verification.toCheck}` : '';
  return [
    { key: 'Law', value: `${duty.act.title}, ${duty.provision}` },
    { key: 'In force', value: inForceWords(inForce) },
    ...(who.length > 0 ? [{ key: 'On whom it falls', value: who.join('; ') }] : []),
    { key: 'When', value: ruleWords(duty) },
    ...(oversight
      ? [{ key: 'Who can act on it', value: oversight.map((one) => OVERSEERS[one]).join('; ') }]
      : []),
    { key: 'How far this is checked', value: `${VERIFICATION[verification.mark]}${toCheck}` },
  ];
}

function inForceWords(inForce: Duty['inForce']): string {
  if (inForce.is === 'never') return `No: ${inForce.why}`;
  const from = `${inForce.isStartToCheck ? 'about ' : ''}${formatDate(inForce.from)}`;
  return inForce.is === 'open'
    ? `Since ${from}`
    : `From ${from} until ${formatDate(inForce.until)}: ${inForce.why}`;
}

function occurrenceRow(occurrence: Occurrence, known: DutyRecords, today: CalendarDate, paths: Paths) {
  const { obligation, dueOn, key } = occurrence;
  const written = known.progress.find((one) => one.occurrence === key);
  return {
    about: aboutWords(occurrence),
    who: bearerName(obligation.bearer, known),
    dueOn: dueOn ? formatDate(dueOn) : 'No day is set',
    standing: STANDING[progressOf(occurrence, today)],
    isPast: progressOf(occurrence, today) === 'overdue',
    work: written
      ? `${PROGRESS_WORDS[written.progress]}: ${written.words} (${written.by})`
      : PROGRESS_WORDS['to-do'],
    result: resultWords(known.assessments.find((one) => one.occurrence === key)),
    href: paths.occurrence(key),
  };
}
