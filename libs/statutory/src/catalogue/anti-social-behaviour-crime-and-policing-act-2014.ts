import { everyMonths, onChange, STANDING } from './deadline-rule.js';
import { type AtLeastOne, type Bearer, type DutiesOfAct, each, jointly, others } from './duty.js';
import { since, sinceAbout } from './in-force.js';
import { partly, unverified, verified } from './verification.js';

/** In force as the community trigger. */
const FROM = '2014-10-20';

/** Section 105. */
const RELEVANT_BODIES: AtLeastOne<Bearer> = [
  jointly('council', 'police', 'health'),
  others('Social landlords who are co-opted'),
];

export const ANTI_SOCIAL_BEHAVIOUR_CRIME_AND_POLICING_ACT_2014: DutiesOfAct = {
  act: {
    title: 'Anti-social Behaviour, Crime and Policing Act 2014',
    place: 'ukpga/2014/12',
    textRead: 'Section 104(1) to (5) as it stood in 2017',
  },
  duties: [
    {
      reference: 'ASB-104-1',
      provision: 'section 104(1)',
      wording: 'Carry out a case review when somebody asks for one and the threshold is met.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      deadline: onChange('case-review-asked-for'),
      evidence: ['The case file'],
      oversight: ['ombudsman', 'court'],
      verification: verified,
      notes: ['Read as it stood in 2017.'],
    },
    {
      reference: 'ASB-104-2',
      provision: 'section 104(2)',
      wording:
        'Make procedures for case reviews and publish them, with a point of contact who passes an application on to all.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['The address of the page'],
      oversight: ['ombudsman'],
      verification: verified,
      notes: ['Section 104(2) and (3).'],
    },
    {
      reference: 'ASB-104-4',
      provision: 'section 104(4)',
      nature: 'rule',
      wording:
        'The threshold is met by three qualifying complaints, or fewer where the procedures say so; a complaint within one month, an application within six.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      evidence: ['The procedures'],
      verification: verified,
      notes: ['See also section 104(11).'],
    },
    {
      reference: 'ASB-104-6',
      provision: 'section 104(6)',
      wording:
        'Tell the applicant what was decided and what came of it; bodies with public functions have regard to recommendations.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      deadline: onChange('case-review-asked-for'),
      evidence: ['The letters'],
      oversight: ['ombudsman'],
      verification: partly('The text of section 104(6) to (8).'),
    },
    {
      reference: 'ASB-104-9',
      provision: 'section 104(9)',
      wording:
        'Publish how many applications there were, how many did not meet the threshold, how many reviews were carried out and how many led to recommendations, at least every 12 months.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      deadline: everyMonths(12),
      evidence: ['What was published, with its period'],
      verification: partly(
        'The text of section 104(9) and (10); the four counts were seen on a council’s page.',
      ),
    },
    {
      reference: 'ASB-SCH4',
      provision: 'Schedule 4',
      wording: 'Consult the local policing body when the procedures are made or revised.',
      on: RELEVANT_BODIES,
      inForce: since(FROM),
      deadline: onChange('case-review-procedures-changed'),
      evidence: ['The letter'],
      verification: partly('The text of Schedule 4.'),
    },
    {
      reference: 'ASB-60',
      provision: 'section 60',
      wording:
        'A public spaces protection order lasts three years at most; it is consulted on, published, and extended or let go.',
      on: [each('council')],
      inForce: sinceAbout(FROM),
      deadline: everyMonths(36),
      evidence: ['The register of orders'],
      verification: unverified('Sections 59 to 72. The day here is that of one order; each has its own.'),
    },
  ],
};
