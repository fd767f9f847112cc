import { EVERY_DECISION } from './deadline-rule.js';
import { type DutiesOfAct, each } from './duty.js';
import { sinceAbout } from './in-force.js';
import { partly } from './verification.js';

export const EQUALITY_ACT_2010: DutiesOfAct = {
  act: { title: 'Equality Act 2010', place: 'ukpga/2010/15', textRead: 'Not at section 149' },
  duties: [
    {
      reference: 'EQ-149',
      provision: 'section 149',
      wording:
        'Have due regard to the need to end discrimination, to advance equality of opportunity and to foster good relations.',
      on: [each('council', 'police', 'fire', 'probation', 'health', 'local-policing-body')],
      inForce: sinceAbout('2011-04-05'),
      deadline: EVERY_DECISION,
      evidence: ['The equality impact assessment of the plan and of each revision'],
      oversight: ['equality-commission', 'court'],
      verification: partly('The text of section 149 and the list of authorities.'),
    },
  ],
};
