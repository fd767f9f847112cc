import { everyMonths } from './deadline-rule.js';
import { type DutiesOfAct, jointly, others } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const CRIMINAL_JUSTICE_ACT_2003: DutiesOfAct = {
  act: {
    title: 'Criminal Justice Act 2003',
    place: 'ukpga/2003/44',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'MAPPA',
      provision: 'section 325',
      wording:
        'Arrange together for the risks of certain offenders to be managed (MAPPA), and report every year.',
      on: [jointly('police', 'probation'), others('Prisons; council and health, who co-operate')],
      inForce: sinceAbout('2004-04-05'),
      deadline: everyMonths(12),
      evidence: ['The annual report'],
      oversight: ['inspectorates'],
      verification: unverified('The text of sections 325 to 327, and when a report is due.'),
    },
  ],
};
