import { onChange } from './deadline-rule.js';
import { type DutiesOfAct, jointly } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const SERIOUS_VIOLENCE_REGULATIONS_2022: DutiesOfAct = {
  act: {
    title: 'Prevention and Reduction of Serious Violence (Strategies etc.) Regulations 2022',
    place: null,
    textRead: 'Not seen; laid on 12 December 2022 according to a notice of the Home Office',
  },
  duties: [
    {
      reference: 'SVR-PUBLISH',
      provision: 'not known',
      wording: 'Publish the serious violence strategy, and send copies, as the regulations say.',
      on: [jointly('council', 'police', 'fire', 'probation', 'health')],
      inForce: sinceAbout('2023-01-31'),
      deadline: onChange('violence-strategy-changed'),
      evidence: ['The address of the page', 'Receipts'],
      verification: unverified(
        'The number of the instrument, its dates, to whom copies go, and what it inserts into SI 2007/1830.',
      ),
    },
  ],
};
