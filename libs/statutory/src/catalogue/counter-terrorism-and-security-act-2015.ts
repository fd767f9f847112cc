import { EVERY_DECISION, onChange, STANDING } from './deadline-rule.js';
import { type DutiesOfAct, each, jointly, others } from './duty.js';
import { sinceAbout } from './in-force.js';
import { partly, unverified, verified } from './verification.js';

const PREVENT = sinceAbout('2015-07-01');
const CHANNEL = sinceAbout('2015-04-12');

export const COUNTER_TERRORISM_AND_SECURITY_ACT_2015: DutiesOfAct = {
  act: {
    title: 'Counter-Terrorism and Security Act 2015',
    place: 'ukpga/2015/6',
    textRead: 'Sections 26 and 36, and part of Schedule 6',
  },
  duties: [
    {
      reference: 'PREV-26',
      provision: 'section 26',
      wording: 'Have due regard to the need to prevent people from being drawn into terrorism.',
      on: [
        each('council', 'police', 'probation', 'local-policing-body'),
        others('The Greater London Authority, prisons, schools and colleges'),
      ],
      inForce: PREVENT,
      deadline: EVERY_DECISION,
      evidence: [
        'The local Prevent group',
        'A yearly risk assessment against the local counter-terrorism profile',
        'The Prevent action plan',
        'Training',
        'The policy on venues',
      ],
      oversight: ['secretary-of-state'],
      verification: partly(
        'Schedule 6 on health bodies, and on the Mayor’s Office for Policing and Crime; the return on assurance to the Home Office every year.',
      ),
      notes: [
        'Fire authorities and integrated care boards are not in the parts of Schedule 6 that were read; commissioners are.',
      ],
    },
    {
      reference: 'PREV-29',
      provision: 'section 29',
      wording: 'Have regard to guidance on Prevent.',
      on: [each('council', 'police', 'probation', 'local-policing-body')],
      inForce: PREVENT,
      deadline: STANDING,
      evidence: ['A minute of which guidance was considered'],
      verification: partly(
        'The text of section 29, and that the guidance of 2023 applies from 31 December 2023.',
      ),
    },
    {
      reference: 'PREV-30',
      provision: 'section 30',
      nature: 'sanction',
      wording: 'The Secretary of State may direct a body that does not have regard.',
      on: [others('The Secretary of State')],
      inForce: PREVENT,
      oversight: ['secretary-of-state'],
      verification: unverified('The text of section 30.'),
    },
    {
      reference: 'CHAN-36',
      provision: 'section 36(1)',
      wording:
        'See that there is a Channel panel for people who are vulnerable to being drawn into terrorism.',
      on: [each('council')],
      inForce: CHANNEL,
      deadline: STANDING,
      evidence: ['Terms of reference', 'Dates of meetings, and nothing about a case'],
      oversight: ['secretary-of-state'],
      verification: verified,
      goodPractice: ['A panel every month; whether guidance asks for that is to be checked.'],
      notes: [
        'Support needs consent. Guidance was updated on 15 December 2023.',
        'Only facts about compliance are kept here; nothing about a case.',
      ],
    },
    {
      reference: 'CHAN-36-3',
      provision: 'section 36(3)',
      wording: 'Refer somebody to the panel who is believed to be vulnerable.',
      on: [each('police')],
      inForce: CHANNEL,
      deadline: onChange('referral-to-channel'),
      evidence: ['Counts, and nothing about a case'],
      verification: verified,
    },
    {
      reference: 'CHAN-38',
      provision: 'section 38',
      wording: 'Co-operate with the panel.',
      on: [jointly('council', 'police', 'probation'), others('The other partners of Schedule 7')],
      inForce: CHANNEL,
      deadline: STANDING,
      evidence: ['Who comes to the panel'],
      verification: partly(
        'Schedule 7: which partners there are, and whether the integrated care board is one.',
      ),
    },
  ],
};
