import { afterEvent, everyMonths, onChange } from './deadline-rule.js';
import { COMMITTEE, type DutiesOfAct, EACH_AUTHORITY, ENGLAND, others } from './duty.js';
import { since } from './in-force.js';
import { partly, verified } from './verification.js';

const FROM = '2009-04-30';
const WITH_OTHERS = [...EACH_AUTHORITY, others('The co-operating bodies')] as const;

export const SI_2009_942: DutiesOfAct = {
  act: {
    title: 'Crime and Disorder (Overview and Scrutiny) Regulations 2009 (SI 2009/942)',
    place: 'uksi/2009/942',
    textRead: 'As made; SI 2010/616 amends it and was not seen',
    where: [ENGLAND],
  },
  duties: [
    {
      reference: 'SCR-R3',
      provision: 'regulation 3',
      nature: 'power',
      wording:
        'The committee may co-opt staff of an authority or body, not of the executive; without a vote unless it decides otherwise.',
      on: COMMITTEE,
      inForce: since(FROM),
      verification: partly('What SI 2010/616 changed about members who are co-opted.'),
    },
    {
      reference: 'SCR-R4',
      provision: 'regulation 4',
      wording: 'Meet to scrutinise the partnership at least once in every period of 12 months.',
      on: COMMITTEE,
      inForce: since(FROM),
      deadline: everyMonths(12),
      evidence: ['Minutes with the partnership on the agenda'],
      oversight: ['court'],
      verification: verified,
      notes: ['12 months run from the last meeting, not from 1 April.'],
    },
    {
      reference: 'SCR-R5',
      provision: 'regulation 5',
      wording: 'Give the committee what it asks for by the day it names, or as soon as reasonably possible.',
      on: WITH_OTHERS,
      inForce: since(FROM),
      deadline: onChange('committee-asks-for-information'),
      evidence: ['A log of requests and answers'],
      verification: verified,
      notes: [
        'Without personal data unless identity is needed, and nothing that would prejudice proceedings or operations.',
      ],
    },
    {
      reference: 'SCR-R6',
      provision: 'regulation 6',
      wording: 'Attend the committee when it asks with reasonable notice.',
      on: WITH_OTHERS,
      inForce: since(FROM),
      deadline: onChange('committee-asks-to-attend'),
      evidence: ['The notice', 'Attendance'],
      verification: verified,
    },
    {
      reference: 'SCR-R7',
      provision: 'regulation 7',
      wording:
        'Answer a report or recommendation in writing within 28 days, or as soon as reasonably possible.',
      on: WITH_OTHERS,
      inForce: since(FROM),
      deadline: afterEvent('committee-reports', { days: 28 }),
      evidence: ['The response, with the days it took'],
      verification: verified,
    },
  ],
};
