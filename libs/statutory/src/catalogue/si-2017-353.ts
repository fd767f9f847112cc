import { everyMonthsBeginningWithThatDay } from './deadline-rule.js';
import { type AtLeastOne, type Bearer, type DutiesOfAct, each, ENGLAND } from './duty.js';
import { since } from './in-force.js';
import { verified } from './verification.js';

const LISTED: AtLeastOne<Bearer> = [
  each('council', 'police', 'fire', 'probation', 'health', 'local-policing-body'),
];
const NOTES = ['Binds the bodies that Schedule 2 lists: look each of them up there.'];
const FROM = since('2017-03-31');

export const SI_2017_353: DutiesOfAct = {
  act: {
    title: 'Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017 (SI 2017/353)',
    place: 'uksi/2017/353',
    textRead: 'Regulations 1 to 9',
    where: [ENGLAND],
  },
  duties: [
    {
      reference: 'EQ-R4',
      provision: 'regulation 4',
      wording: 'Publish information on equality, never more than a year after the last time.',
      on: LISTED,
      inForce: FROM,
      deadline: everyMonthsBeginningWithThatDay(12),
      evidence: ['The address of the page, dated'],
      oversight: ['equality-commission'],
      verification: verified,
      notes: NOTES,
    },
    {
      reference: 'EQ-R5',
      provision: 'regulation 5',
      wording:
        'Publish one equality objective or more, specific and measurable, never more than four years after the last time.',
      on: LISTED,
      inForce: FROM,
      deadline: everyMonthsBeginningWithThatDay(48),
      evidence: ['The address of the page, dated'],
      oversight: ['equality-commission'],
      verification: verified,
      notes: NOTES,
    },
  ],
};
