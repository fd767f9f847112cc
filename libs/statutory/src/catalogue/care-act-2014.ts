import { everyMonths, STANDING } from './deadline-rule.js';
import { type DutiesOfAct, each, ENGLAND, others } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

const FROM = sinceAbout('2015-04-01');

export const CARE_ACT_2014: DutiesOfAct = {
  act: {
    title: 'Care Act 2014',
    place: 'ukpga/2014/23',
    textRead: 'Not seen; from general knowledge',
    where: [ENGLAND],
  },
  duties: [
    {
      reference: 'CA-43',
      provision: 'section 43',
      wording: 'Have a Safeguarding Adults Board, which publishes a report every year.',
      on: [each('council'), others('Police and health, who are members of the board')],
      inForce: FROM,
      deadline: everyMonths(12),
      evidence: ['The annual report'],
      oversight: ['inspectorates'],
      verification: unverified('The text of section 43 and Schedule 2, and when a report is due.'),
    },
    {
      reference: 'CA-44',
      provision: 'section 44',
      wording: 'The board reviews the case of an adult where the law asks for it.',
      on: [each('council'), others('Police and health, who are members of the board')],
      inForce: FROM,
      deadline: STANDING,
      evidence: ['Decisions whether to review'],
      oversight: ['inspectorates'],
      verification: unverified('The text of section 44.'),
    },
  ],
};
