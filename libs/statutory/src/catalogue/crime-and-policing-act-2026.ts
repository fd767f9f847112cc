import { onChange } from './deadline-rule.js';
import { type DutiesOfAct, jointly, others } from './duty.js';
import { notInForce } from './in-force.js';
import { unverified } from './verification.js';

export const CRIME_AND_POLICING_ACT_2026: DutiesOfAct = {
  act: {
    title: 'Crime and Policing Act 2026',
    place: 'ukpga/2026/20',
    textRead: 'Not seen; a factsheet on the Bill, and notices of Royal Assent and of SI 2026/689',
  },
  duties: [
    {
      reference: 'CPA-2026',
      provision: 'sections not known',
      wording:
        'Supply data on antisocial behaviour to the Secretary of State; let the local policing body look at outcomes of case reviews; use respect orders, new injunctions and closures.',
      on: [jointly('council', 'police', 'local-policing-body'), others('Social landlords')],
      inForce: notInForce(
        'Royal Assent was on 29 April 2026 and some parts are in force since 29 June 2026 (SI 2026/689). It is not known which, so nothing is asked for yet.',
      ),
      deadline: onChange('case-review-procedures-changed'),
      evidence: ['To be decided when the sections are known'],
      verification: unverified('The final sections, whom each binds and from which day each is in force.'),
    },
  ],
};
