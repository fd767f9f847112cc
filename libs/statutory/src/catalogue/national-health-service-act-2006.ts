import { type DutiesOfAct, each, ENGLAND } from './duty.js';
import { since } from './in-force.js';
import { unverified } from './verification.js';

export const NATIONAL_HEALTH_SERVICE_ACT_2006: DutiesOfAct = {
  act: {
    title: 'National Health Service Act 2006',
    place: 'ukpga/2006/41',
    textRead: 'Not seen; from general knowledge',
    where: [ENGLAND],
  },
  duties: [
    {
      reference: 'NHS-14Z52',
      provision: 'section 14Z52',
      wording: 'The joint forward plan of each year says how the needs of victims of abuse are met.',
      on: [each('health')],
      inForce: since('2022-07-01'),
      deadline: { rule: 'yearly', forYear: 'that-starts' },
      evidence: ['The part of the plan'],
      oversight: ['inspectorates'],
      verification: unverified('The text of section 14Z52, and that the plan is due before 1 April.'),
      notes: ['A duty of integrated care boards, which there are since 1 July 2022.'],
    },
  ],
};
