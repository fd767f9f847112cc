import type { PlanFacts } from '../../seeds/demo/index.js';
import { POLICING_SUMMARY, SERIOUS_ACQUISITIVE_CRIME } from './kingston.facts.js';

/** In the order of the document; the last is ours. */
const PRIORITIES: PlanFacts['priorities'] = [
  {
    title: 'Reduce serious acquisitive crime',
    narrative: null,
    lead: 'police',
    contributors: ['council'],
    measures: [SERIOUS_ACQUISITIVE_CRIME.slug, ...SERIOUS_ACQUISITIVE_CRIME.componentSlugs],
    actions: [
      {
        wording: 'Illustrative: fit better locks in homes that were burgled, and next door',
        owner: 'council',
        dueOn: '2010-12-31',
        tier: 'secondary',
      },
      {
        wording:
          'Illustrative: patrol the roads with the most burglaries in the weeks after the clocks go back',
        owner: 'police',
        dueOn: '2011-03-31',
        tier: 'tertiary',
        publication: 'restricted',
      },
    ],
    people: [
      { name: 'Sam Example', post: 'Borough Commander', from: '2010-04-01' },
      { name: 'Shirin Example', post: 'Borough Commander', from: '2011-01-10' },
    ],
  },
  {
    title: 'Reduce most serious violence and serious youth violence',
    narrative: 'Illustrative: fewer young people are hurt, and fewer come to carry a weapon.',
    lead: 'police',
    contributors: ['health', 'probation'],
    measures: ['most-serious-violence', 'serious-youth-violence'],
    actions: [
      {
        wording: 'Illustrative: share the times and places of assaults seen in the emergency department',
        owner: 'health',
        dueOn: '2010-09-30',
        tier: 'secondary',
      },
    ],
    people: [{ name: 'Theo Example', post: 'Detective Superintendent', from: '2010-04-01' }],
  },
  {
    title: 'Reduce gun and knife crime',
    narrative: null,
    lead: 'police',
    contributors: [],
    measures: ['gun-crime', 'knife-crime'],
    actions: [],
    people: [],
  },
  {
    title: 'Help people to feel safe in the town centre (illustrative)',
    narrative:
      'Illustrative: a priority without a measure. Residents, students and visitors feel welcome in the evening.',
    lead: 'council',
    contributors: ['fire'],
    measures: [],
    actions: [
      {
        wording: 'Illustrative: walk the town centre with residents and mend what they point out',
        owner: 'council',
        dueOn: '2010-10-31',
        tier: 'primary',
      },
    ],
    people: [{ name: 'Una Example', post: 'Head of Community Safety', from: '2010-04-01' }],
  },
];

/** The figures are published; that an assessment said so is ours. */
const FINDINGS: PlanFacts['findings'] = [
  {
    source: 'strategic-assessment',
    document: 'The assessment of 2010 (illustrative)',
    foundOn: '2010-03-15',
    wording:
      'Residential burglary rose by 36 offences (5.9%) in 2009/10; other serious acquisitive crime fell.',
    ledTo: [1],
  },
  {
    source: 'needs-assessment',
    document: 'The assessment of 2010 (illustrative)',
    foundOn: '2010-03-15',
    wording: 'Serious youth violence fell by 25 victims (19.7%) in 2009/10 and is still every third day.',
    ledTo: [2],
  },
  {
    source: 'consultation',
    document: 'Survey of residents (illustrative)',
    foundOn: '2010-02-28',
    wording: 'Illustrative: people avoid the town centre after dark.',
    ledTo: [4],
  },
];

const ASSUMED = 'Years as published; the days are assumed';

const UPPER_PLANS: PlanFacts['upperPlans'] = [
  {
    key: 'pcp-2022',
    title: 'Police and Crime Plan for London 2022-25, Building a Safer London',
    owner: 'Mayor’s Office for Policing and Crime',
    from: '2022-04-01',
    until: '2025-04-01',
    succeeds: null,
    source: ASSUMED,
  },
  {
    key: 'pcp-2025',
    title: 'Police and Crime Plan for London 2025-29, A Safer London for Everyone',
    owner: 'Mayor’s Office for Policing and Crime',
    from: '2025-04-01',
    until: '2029-04-01',
    succeeds: 'pcp-2022',
    source: ASSUMED,
  },
  {
    key: 'council-2023',
    title: 'Council Plan 2023-27, Greener, Fairer, Safer, Together',
    owner: 'Royal Borough of Kingston upon Thames',
    from: '2023-04-01',
    until: '2027-04-01',
    succeeds: null,
    source: ASSUMED,
  },
  {
    key: 'inclusive-2021',
    title: 'Inclusive Kingston 2021-25',
    owner: 'Royal Borough of Kingston upon Thames',
    from: '2021-01-01',
    until: '2026-01-01',
    succeeds: null,
    source: ASSUMED,
  },
];

/** All ours: the plan of 2010/11 stands in for the one that the partnership has today. */
const REGARD: PlanFacts['regard'] = [
  {
    priority: 2,
    upperPlan: 'pcp-2022',
    on: '2022-06-30',
    wording: 'Illustrative: reducing violence comes first in both.',
  },
  {
    priority: 4,
    upperPlan: 'council-2023',
    on: '2023-06-30',
    wording: 'Illustrative: both want safe town centres.',
  },
  {
    priority: 4,
    upperPlan: 'inclusive-2021',
    on: '2021-06-30',
    wording: 'Illustrative: who feels unsafe is asked first.',
  },
];

/**
 * The plan of the world. Titles, measures and what the figures of 2009/10 say are published; who leads what, actions,
 * findings, people, decisions and notes of regard are ours, and say so.
 */
export const PLAN: PlanFacts = {
  title: 'Kingston priorities for 2010/11',
  source: POLICING_SUMMARY.source,
  decisions: [
    {
      decidedOn: '2010-03-31',
      meeting: 'Strategy group (illustrative)',
      wording: 'Illustrative: the priorities for 2010/11 are adopted as the partnership’s plan.',
      inForceFrom: '2010-04-01',
    },
  ],
  priorities: PRIORITIES,
  findings: FINDINGS,
  upperPlans: UPPER_PLANS,
  regard: REGARD,
};
