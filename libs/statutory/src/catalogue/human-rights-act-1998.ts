import { EVERY_DECISION } from './deadline-rule.js';
import { type DutiesOfAct, each } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const HUMAN_RIGHTS_ACT_1998: DutiesOfAct = {
  act: {
    title: 'Human Rights Act 1998',
    place: 'ukpga/1998/42',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'HRA-6',
      provision: 'section 6',
      wording: 'Act in a way that is compatible with the Convention rights.',
      on: [each('council', 'police', 'fire', 'probation', 'health', 'local-policing-body')],
      inForce: sinceAbout('2000-10-02'),
      deadline: EVERY_DECISION,
      evidence: ['The paragraph on human rights in committee reports, sampled'],
      oversight: ['court'],
      verification: unverified('The text of section 6.'),
    },
  ],
};
