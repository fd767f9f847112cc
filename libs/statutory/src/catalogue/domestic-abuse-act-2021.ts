import { afterEvent, everyMonths, onChange, STANDING } from './deadline-rule.js';
import { type AtLeastOne, type Bearer, type DutiesOfAct, each, ENGLAND, others, type Where } from './duty.js';
import { sinceAbout } from './in-force.js';
import { partly, unverified, verified } from './verification.js';

const PART_4 = sinceAbout('2021-10-01');

const LISTED: AtLeastOne<Bearer> = [each('council', 'police', 'probation', 'health')];

const OUTSIDE_LONDON: Where = {
  councils: ['metropolitan', 'unitary', 'county'],
  otherwise:
    'The relevant authority is another one: in London the Greater London Authority, in an area with districts the county council. The council co-operates (DAA-57-7).',
};

const BESIDE_ANOTHER: Where = {
  councils: ['london-borough', 'district'],
  otherwise: 'The council is the relevant authority itself (DAA-57).',
};

export const DOMESTIC_ABUSE_ACT_2021: DutiesOfAct = {
  act: {
    title: 'Domestic Abuse Act 2021',
    place: 'ukpga/2021/17',
    textRead: 'Section 57(1) to (6)',
  },
  duties: [
    {
      reference: 'DAA-15',
      provision: 'section 15',
      wording: 'Co-operate with the Domestic Abuse Commissioner.',
      on: LISTED,
      inForce: sinceAbout('2021-11-01'),
      deadline: STANDING,
      evidence: ['Correspondence'],
      oversight: ['abuse-commissioner'],
      verification: partly('The text of section 15, and which bodies it lists.'),
    },
    {
      reference: 'DAA-16',
      provision: 'section 16',
      wording: 'Answer a recommendation of the Domestic Abuse Commissioner within 56 days.',
      on: LISTED,
      inForce: sinceAbout('2021-11-01'),
      deadline: afterEvent('abuse-commissioner-recommends', { days: 56 }),
      evidence: ['The answer'],
      oversight: ['abuse-commissioner'],
      verification: unverified('The period of 56 days, from when it is counted and which bodies it binds.'),
    },
    {
      reference: 'DAA-57',
      provision: 'section 57(1)',
      wording:
        'Assess the need for support in safe accommodation, publish a strategy for it, carry it out and watch its effect.',
      on: [each('council')],
      inForce: PART_4,
      where: [ENGLAND, OUTSIDE_LONDON],
      deadline: STANDING,
      evidence: ['The assessment', 'The strategy'],
      verification: verified,
      notes: ['Section 57(1) and (3).'],
    },
    {
      reference: 'DAA-57-4',
      provision: 'section 57(4)(b)',
      wording: 'Answer when the relevant authority consults on its strategy.',
      on: [each('council')],
      inForce: PART_4,
      where: [ENGLAND, BESIDE_ANOTHER],
      deadline: onChange('safe-accommodation-consultation'),
      evidence: ['The answer to the consultation'],
      verification: partly(
        'The text of section 57(4)(b): the authority must consult; the council need not answer.',
      ),
      notes: ['In London the Greater London Authority consults.'],
    },
    {
      reference: 'DAA-57-7',
      provision: 'section 57(7)',
      wording: 'Co-operate with the relevant authority when it asks.',
      on: [each('council')],
      inForce: PART_4,
      where: [ENGLAND, BESIDE_ANOTHER],
      deadline: STANDING,
      evidence: ['What was asked, and done'],
      verification: partly('The text of section 57(7) and (8).'),
    },
    {
      reference: 'DAA-58',
      provision: 'section 58',
      wording: 'Appoint a domestic abuse local partnership board.',
      on: [each('council')],
      inForce: PART_4,
      where: [ENGLAND, OUTSIDE_LONDON],
      deadline: STANDING,
      evidence: ['Who is on the board'],
      verification: partly('The text of section 58.'),
    },
    {
      reference: 'DAA-59',
      provision: 'section 59',
      wording: 'Report to the Secretary of State every year.',
      on: [each('council')],
      inForce: PART_4,
      where: [ENGLAND, OUTSIDE_LONDON],
      deadline: everyMonths(12),
      evidence: ['The report', 'A receipt'],
      oversight: ['secretary-of-state'],
      verification: partly('The text of section 59, and the day by which a report is sent.'),
    },
    {
      reference: 'DAA-60',
      provision: 'section 60',
      wording: 'Have regard to guidance on support in safe accommodation.',
      on: [each('council'), others('In London the Greater London Authority')],
      inForce: PART_4,
      where: [ENGLAND],
      deadline: STANDING,
      evidence: ['A minute of which guidance was considered'],
      verification: unverified(
        'The text of section 60, and whether it binds a council that is not the relevant authority.',
      ),
    },
    {
      reference: 'DAA-61',
      provision: 'section 61',
      nature: 'rule',
      wording: 'Says what the words of sections 57 to 60 mean.',
      on: [others('Whoever reads those sections')],
      inForce: PART_4,
      where: [ENGLAND],
      verification: unverified('The text of section 61; it says who the relevant authority is.'),
    },
  ],
};
