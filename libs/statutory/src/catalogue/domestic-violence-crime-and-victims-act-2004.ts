import { onChange, STANDING } from './deadline-rule.js';
import { type AtLeastOne, type Bearer, type DutiesOfAct, jointly, others } from './duty.js';
import { sinceAbout } from './in-force.js';
import { partly, verified } from './verification.js';

/** The fire authority is not in the list. */
const REVIEWERS: AtLeastOne<Bearer> = [
  jointly('council', 'police', 'probation', 'health'),
  others('NHS England and NHS trusts'),
];

const DARDR_NOTE =
  'Called DHR or DARDR. The domestic abuse related death review of the Victims and Prisoners Act 2024, section 19, was not in force in any text that was read: the legal basis is section 9 of the Act of 2004 until a commencement order is on record.';

export const DOMESTIC_VIOLENCE_CRIME_AND_VICTIMS_ACT_2004: DutiesOfAct = {
  act: {
    title: 'Domestic Violence, Crime and Victims Act 2004',
    place: 'ukpga/2004/28',
    textRead: 'Section 9 as it stood in the middle of 2025',
  },
  duties: [
    {
      reference: 'DHR-9',
      provision: 'section 9(1)',
      wording:
        'Review the death of a person of 16 or over that results, or appears to, from violence, abuse or neglect by a relative, a partner or former partner, or a member of the household (domestic homicide review).',
      on: REVIEWERS,
      inForce: sinceAbout('2011-04-13'),
      deadline: onChange('death-by-abuse'),
      evidence: ['The decision whether to review', 'The report', 'The action plan'],
      oversight: ['home-office-panel', 'abuse-commissioner', 'secretary-of-state'],
      verification: verified,
      notes: [DARDR_NOTE],
    },
    {
      reference: 'DHR-9-2',
      provision: 'section 9(2)',
      nature: 'sanction',
      wording: 'The Secretary of State may direct that a review is carried out.',
      on: [others('The Secretary of State')],
      inForce: sinceAbout('2011-04-13'),
      oversight: ['secretary-of-state'],
      verification: verified,
      notes: [DARDR_NOTE],
    },
    {
      reference: 'DHR-9-3',
      provision: 'section 9(3)',
      wording: 'Have regard to guidance on reviews.',
      on: REVIEWERS,
      inForce: sinceAbout('2011-04-13'),
      deadline: STANDING,
      evidence: ['The review, checked against the guidance'],
      verification: verified,
      notes: [DARDR_NOTE, 'Guidance of 2016.'],
    },
    {
      reference: 'DHR-9-3B',
      provision: 'section 9(3B)',
      wording: 'Send the report to the Domestic Abuse Commissioner as soon as is reasonably practicable.',
      on: REVIEWERS,
      inForce: sinceAbout('2021-11-01'),
      deadline: onChange('death-review-reported'),
      evidence: ['What was sent, and when'],
      oversight: ['abuse-commissioner'],
      verification: partly('The day from which subsections (3B) and (3C) are in force; their text was read.'),
      notes: [DARDR_NOTE],
    },
  ],
};
