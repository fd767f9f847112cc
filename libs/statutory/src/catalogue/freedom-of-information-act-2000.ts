import { afterEvent, STANDING } from './deadline-rule.js';
import { type DutiesOfAct, EACH_AUTHORITY } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const FREEDOM_OF_INFORMATION_ACT_2000: DutiesOfAct = {
  act: {
    title: 'Freedom of Information Act 2000',
    place: 'ukpga/2000/36',
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'FOI-1',
      provision: 'section 1',
      wording: 'Answer a request for information within 20 working days.',
      on: EACH_AUTHORITY,
      inForce: sinceAbout('2005-01-01'),
      deadline: afterEvent('public-asks-for-information', { workingDays: 20 }),
      evidence: ['A log of requests and answers'],
      oversight: ['information-commissioner'],
      verification: unverified(
        'Sections 1 and 10. A bank holiday anywhere in the United Kingdom is no working day there: counted with those of England and Wales only, a day comes out the same or earlier.',
      ),
    },
    {
      reference: 'FOI-19',
      provision: 'section 19',
      wording: 'Keep a publication scheme and publish by it.',
      on: EACH_AUTHORITY,
      inForce: sinceAbout('2005-01-01'),
      deadline: STANDING,
      evidence: ['The scheme'],
      oversight: ['information-commissioner'],
      verification: unverified('The text of section 19.'),
    },
  ],
};
