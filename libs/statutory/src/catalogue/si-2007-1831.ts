import { dueWith } from './deadline-rule.js';
import { type DutiesOfAct, type DutyRow, each } from './duty.js';
import { since } from './in-force.js';
import { partly } from './verification.js';

const HEALTH_NOTE =
  'Written for primary care trusts; clinical commissioning groups and integrated care boards followed.';

/** A class of the Schedule: disclosed when section 17A is. Paragraph 1 is `PI-1`. */
function schedule(
  paragraph: number,
  seat: 'council' | 'police' | 'fire' | 'health',
  wording: string,
  ...notes: string[]
): DutyRow {
  return {
    reference: `PI-${paragraph}`,
    provision: `Schedule, paragraph ${paragraph}`,
    wording,
    on: [each(seat)],
    inForce: since('2007-08-01'),
    deadline: dueWith('CDA-17A'),
    evidence: ['A dated log of what was sent, or why it is not held'],
    verification: partly(
      seat === 'health'
        ? 'How the paragraph reads since primary care trusts ended, and who holds the information in fact.'
        : 'Whether the paragraph was amended since it was made, and who holds the information in fact.',
    ),
    notes: seat === 'health' ? [HEALTH_NOTE, ...notes] : notes,
  };
}

export const SI_2007_1831: DutiesOfAct = {
  act: {
    title: 'Crime and Disorder (Prescribed Information) Regulations 2007 (SI 2007/1831)',
    place: 'uksi/2007/1831',
    textRead: 'As made, for England and Wales; no amendment was seen',
  },
  duties: [
    schedule(
      1,
      'police',
      'Incidents of antisocial behaviour, transport and public safety: category, time, date and place.',
    ),
    schedule(2, 'police', 'Crimes by category: time, date and place.'),
    schedule(
      3,
      'fire',
      'Deliberate fires, violence against staff, and dwelling fires attended where there was no smoke alarm.',
    ),
    schedule(4, 'fire', 'Malicious false alarms.'),
    schedule(
      5,
      'council',
      'Road collisions: time, place, and adults and children killed or injured, seriously or slightly.',
    ),
    schedule(
      6,
      'council',
      'Exclusions from school: age, gender, school and reason.',
      'Many schools are academies now and do not answer to the council.',
    ),
    schedule(7, 'council', 'Racial incidents.'),
    schedule(
      8,
      'council',
      'Antisocial behaviour that the council saw or was told of: category, time, date and place.',
    ),
    schedule(
      9,
      'health',
      'Admissions to hospital for assault and for drugs and alcohol: outward part of the postcode only.',
    ),
    schedule(10, 'health', 'Admissions for domestic abuse: outward part of the postcode, and date.'),
    schedule(
      11,
      'health',
      'First outpatient attendances for mental illness, and how many are treated for drugs.',
      'Drug treatment moved to councils in 2013.',
    ),
    schedule(
      12,
      'health',
      'Ambulance calls to incidents of crime and disorder.',
      'Held by the ambulance service.',
    ),
  ],
};
