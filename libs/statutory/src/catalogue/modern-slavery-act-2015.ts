import { onChange } from './deadline-rule.js';
import { type DutiesOfAct, each, others } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const MODERN_SLAVERY_ACT_2015: DutiesOfAct = {
  act: {
    title: 'Modern Slavery Act 2015',
    place: 'ukpga/2015/30',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'MS-52',
      provision: 'section 52',
      wording: 'Tell the Secretary of State of somebody who may be a victim of slavery or trafficking.',
      on: [
        each('council', 'police'),
        others('The National Crime Agency, the labour abuse authority and immigration'),
      ],
      inForce: sinceAbout('2015-11-01'),
      deadline: onChange('slavery-suspected'),
      evidence: ['Counts of notifications'],
      oversight: ['secretary-of-state'],
      verification: unverified('Section 52 and SI 2015/1743: whom they bind and what is told.'),
      notes: ['Fire, health and probation are not bound.'],
    },
    {
      reference: 'MS-54',
      provision: 'section 54',
      nature: 'guidance',
      wording: 'Publish a statement on slavery in supply chains; for a council of its own will.',
      on: [each('council')],
      inForce: sinceAbout('2015-10-29'),
      evidence: ['The statement'],
      verification: unverified('Section 54, and that it does not bind a council.'),
    },
  ],
};
