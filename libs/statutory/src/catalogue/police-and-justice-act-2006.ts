import { onChange, STANDING } from './deadline-rule.js';
import { COMMITTEE, type DutiesOfAct, each, EACH_AUTHORITY, others } from './duty.js';
import { since } from './in-force.js';
import { partly, verified } from './verification.js';

const FROM = '2009-04-30';

export const POLICE_AND_JUSTICE_ACT_2006: DutiesOfAct = {
  act: {
    title: 'Police and Justice Act 2006',
    place: 'ukpga/2006/48',
    textRead: 'Sections 19 to 22, with the change of 31 January 2023',
  },
  duties: [
    {
      reference: 'SCR-19-1',
      provision: 'section 19(1)',
      wording:
        'Have a crime and disorder committee that may scrutinise how the authorities carry out their strategies, and report.',
      on: [each('council')],
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['The constitution of the council'],
      oversight: ['court'],
      verification: verified,
      notes: ['In force by SI 2009/936 in England; in Wales only from 1 October 2009.'],
    },
    {
      reference: 'SCR-19-9B',
      provision: 'section 19(9B)',
      wording:
        'In a council with a committee system that has overview and scrutiny committees, the crime and disorder committee is one of them.',
      on: [each('council')],
      inForce: since(FROM),
      deadline: STANDING,
      evidence: ['An extract of the constitution'],
      verification: partly('Whether the council still has a committee system; otherwise Schedule 8 applies.'),
      notes: [
        'See also section 19(10). The text was read; how the council is governed in 2026 was not seen.',
        'The subsection came after the section; its own first day was not seen.',
      ],
    },
    {
      reference: 'SCR-19-3',
      provision: 'section 19(3)',
      wording:
        'Let every councillor refer a local crime and disorder matter to the committee, and give reasons where it makes no report.',
      on: COMMITTEE,
      inForce: since(FROM),
      deadline: onChange('matter-referred'),
      evidence: ['A log of what was referred, and what became of it'],
      verification: verified,
      notes: ['Section 19(3) to (7).'],
    },
    {
      reference: 'SCR-19-11',
      provision: 'section 19(11)',
      nature: 'rule',
      wording: 'A local crime and disorder matter includes serious violence.',
      on: COMMITTEE,
      inForce: since('2023-01-31'),
      verification: verified,
    },
    {
      reference: 'SCR-19-2',
      provision: 'section 19(2)',
      wording: 'Send a copy of a report to every responsible authority and co-operating body.',
      on: COMMITTEE,
      inForce: since(FROM),
      deadline: onChange('committee-reports'),
      evidence: ['What was sent, to whom and when'],
      verification: verified,
      notes: ['See also section 19(8).'],
    },
    {
      reference: 'SCR-19-8B',
      provision: 'section 19(8B)',
      wording: 'Consider a report or recommendation, respond to it and have regard to it.',
      on: [...EACH_AUTHORITY, others('The co-operating bodies')],
      inForce: since(FROM),
      deadline: onChange('committee-reports'),
      evidence: ['The response'],
      oversight: ['crime-and-disorder-committee', 'court'],
      verification: verified,
    },
  ],
};
