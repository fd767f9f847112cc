import { type DutiesOfAct, ENGLAND, TOGETHER } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

export const COMBATING_DRUGS_GUIDANCE_2022: DutiesOfAct = {
  act: {
    title: 'Guidance for local delivery partners on combating drugs (2022)',
    place: null,
    textRead: 'Not seen; from general knowledge',
    where: [ENGLAND],
  },
  duties: [
    {
      reference: 'CDP',
      provision: 'guidance without a statute behind it',
      nature: 'guidance',
      wording: 'Have a Combating Drugs Partnership with a senior responsible owner and a plan.',
      on: TOGETHER,
      inForce: sinceAbout('2022-06-15'),
      evidence: ['Who the owner is', 'The plan'],
      verification: unverified('What the guidance asks for, and that it is not statutory.'),
    },
  ],
};
