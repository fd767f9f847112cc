import { STANDING } from './deadline-rule.js';
import { type DutiesOfAct, each, jointly } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const CHILDREN_ACT_2004: DutiesOfAct = {
  act: {
    title: 'Children Act 2004',
    place: 'ukpga/2004/31',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'SG-11',
      provision: 'section 11',
      wording: 'See that functions are carried out with regard to the need to safeguard children.',
      on: [each('council', 'police', 'health', 'probation')],
      inForce: sinceAbout('2005-10-01'),
      deadline: STANDING,
      evidence: ['The self-assessment under section 11'],
      oversight: ['inspectorates'],
      verification: unverified('The text of section 11 and the list of bodies.'),
      goodPractice: ['Assess it every year.'],
    },
    {
      reference: 'SG-16E',
      provision: 'section 16E',
      wording: 'Make arrangements as safeguarding partners to work together for children.',
      on: [jointly('council', 'police', 'health')],
      inForce: sinceAbout('2018-06-29'),
      deadline: STANDING,
      evidence: ['The published arrangements'],
      oversight: ['inspectorates'],
      verification: unverified('The text of sections 16E to 16H.'),
    },
  ],
};
