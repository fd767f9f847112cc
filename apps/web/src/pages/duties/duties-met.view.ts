import type { CalendarDate } from '@lib/kernel';
import type { DutyRecords, ShownAssessment } from '@lib/reporting';
import { countingOn, type Occurrence } from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { allObligations } from '../../assurance/duty-occurrences.js';
import { aboutWords, bearerName } from '../../assurance/duty-words.js';
import { resultWords } from '../../assurance/evidence-words.js';
import type { Paths } from '../../http/paths.js';

/** How a duty stands: in the order in which somebody has to look at it. */
const STANDINGS = ['not-met', 'no-longer', 'partly-met', 'not-assessed', 'met', 'not-applicable'] as const;
type Standing = (typeof STANDINGS)[number];

const HEADINGS: Readonly<Record<Standing, string>> = {
  'not-met': 'Not met',
  'no-longer': 'Met once, and the evidence no longer stands',
  'partly-met': 'Partly met',
  'not-assessed': 'Not assessed',
  met: 'Met',
  'not-applicable': 'Did not apply',
};

/**
 * Whether the duties of a day were met.
 *
 * @param now what is on record today about that day
 * @param atItsEnd what was on record at its end
 */
export function dutiesMetView(now: DutyRecords, atItsEnd: DutyRecords, day: CalendarDate, paths: Paths) {
  const counting = allObligations(now).flatMap((obligation) => countingOn(obligation, now.records, day));
  const rows = counting.map((occurrence) => ({
    standing: standingOf(assessmentOf(now, occurrence)),
    standingThen: standingOf(assessmentOf(atItsEnd, occurrence)),
    row: dutyRow(occurrence, now, atItsEnd, paths),
  }));
  const count = (key: 'standing' | 'standingThen') =>
    STANDINGS.flatMap((standing) => {
      const many = rows.filter((one) => one[key] === standing).length;
      return many > 0 ? [`${many} ${HEADINGS[standing].toLowerCase()}`] : [];
    }).join('; ');
  return {
    pageTitle: `Whether the duties were met on ${formatDate(day)}`,
    day: formatDate(day),
    total: rows.length,
    asKnownNow: count('standing'),
    asOnRecordThen: count('standingThen'),
    groups: STANDINGS.flatMap((standing) => {
      const ofGroup = rows.filter((one) => one.standing === standing).map(({ row }) => row);
      return ofGroup.length > 0
        ? [
            {
              heading: HEADINGS[standing],
              rows: ofGroup,
              isLong: standing === 'not-assessed' || standing === 'met',
            },
          ]
        : [];
    }),
  };
}

function assessmentOf({ assessments }: DutyRecords, { key }: Occurrence): ShownAssessment | undefined {
  return assessments.find((one) => one.occurrence === key);
}

function standingOf(assessment: ShownAssessment | undefined): Standing {
  if (!assessment) return 'not-assessed';
  if (!assessment.applies) return 'not-applicable';
  return assessment.holds ? assessment.result : 'no-longer';
}

function dutyRow(occurrence: Occurrence, now: DutyRecords, atItsEnd: DutyRecords, paths: Paths) {
  const { key, obligation, dueOn } = occurrence;
  const { duty, bearer } = obligation;
  return {
    ...{ reference: duty.reference, wording: duty.wording, href: paths.occurrence(key) },
    about: aboutWords(occurrence),
    who: bearerName(bearer, now),
    dueOn: dueOn ? formatDate(dueOn) : 'At all times',
    onRecord: resultWords(assessmentOf(atItsEnd, occurrence)),
  };
}
