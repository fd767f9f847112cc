import { afterEvent, onChange } from './deadline-rule.js';
import { type DutiesOfAct, others, TOGETHER } from './duty.js';
import { sinceAbout } from './in-force.js';
import { unverified } from './verification.js';

const FROM = sinceAbout('2016-12-01');

export const DOMESTIC_HOMICIDE_GUIDANCE_2016: DutiesOfAct = {
  act: {
    title: 'Statutory guidance on domestic homicide reviews (2016)',
    place: null,
    textRead: 'Not seen; from general knowledge',
  },
  duties: [
    {
      reference: 'DHR-G-TELL-CSP',
      provision: 'guidance under section 9(3)',
      nature: 'guidance',
      wording: 'The police tell the partnership of a death, and the partnership takes the lead.',
      on: [others('The chief officer of police')],
      inForce: FROM,
      deadline: onChange('death-by-abuse'),
      evidence: ['The notification'],
      verification: unverified('The passage of the guidance.'),
    },
    {
      reference: 'DHR-G-DECIDE',
      provision: 'guidance under section 9(3)',
      nature: 'guidance',
      wording: 'The chair of the partnership decides within one month whether to review the death.',
      on: TOGETHER,
      inForce: FROM,
      deadline: afterEvent('death-by-abuse', { months: 1 }),
      evidence: ['The decision, dated'],
      oversight: ['home-office-panel'],
      verification: unverified('The period of one month, and from when it is counted.'),
    },
    {
      reference: 'DHR-G-TELL-SOS',
      provision: 'guidance under section 9(3)',
      nature: 'guidance',
      wording: 'Tell the Secretary of State of the decision, also of one not to review.',
      on: TOGETHER,
      inForce: FROM,
      deadline: onChange('death-review-decided'),
      evidence: ['The letter'],
      oversight: ['home-office-panel'],
      verification: unverified('The passage of the guidance.'),
    },
    {
      reference: 'DHR-G-COMPLETE',
      provision: 'guidance under section 9(3)',
      nature: 'guidance',
      wording: 'Aim to complete a review within six months.',
      on: TOGETHER,
      inForce: FROM,
      deadline: afterEvent('death-review-decided', { months: 6 }),
      evidence: ['The finished report, dated'],
      oversight: ['home-office-panel'],
      verification: unverified('The period of six months, and from when it is counted.'),
    },
    {
      reference: 'DHR-G-PUBLISH',
      provision: 'guidance under section 9(3)',
      nature: 'guidance',
      wording:
        'After the panel of the Home Office has seen it, publish the overview and a summary, and follow the action plan up.',
      on: TOGETHER,
      inForce: FROM,
      deadline: onChange('death-review-reported'),
      evidence: ['The letter of the panel', 'The address of the page', 'The action plan with its state'],
      oversight: ['home-office-panel'],
      verification: unverified('The passage of the guidance.'),
    },
  ],
};
