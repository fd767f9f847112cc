import { STANDING } from './deadline-rule.js';
import { type DutiesOfAct, EACH_AUTHORITY } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const DATA_PROTECTION: DutiesOfAct = {
  act: {
    title: 'UK GDPR and Data Protection Act 2018',
    place: 'ukpga/2018/12',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'DP-1',
      provision: 'UK GDPR, articles 5, 6, 9, 10, 30, 33 and 35',
      wording:
        'Process personal data lawfully: a lawful basis, an impact assessment, records of processing, sharing agreements, and breaches reported within 72 hours.',
      on: EACH_AUTHORITY,
      inForce: sinceAbout('2018-05-25'),
      deadline: STANDING,
      evidence: ['The impact assessment', 'The sharing agreement', 'The record of processing'],
      oversight: ['information-commissioner'],
      verification: unverified(
        'The articles, Schedule 1 and Part 3 of the Act (law enforcement), and what the Data (Use and Access) Act 2025 changed.',
      ),
      goodPractice: ['Look at all of them every year.'],
    },
  ],
};
