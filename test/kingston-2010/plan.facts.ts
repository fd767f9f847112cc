import { SERIOUS_ACQUISITIVE_CRIME } from './kingston.facts.js';

/**
 * The plan of the demonstration. Titles, measures and what the figures of 2009/10 say are published; who leads what,
 * actions, findings, people, decisions and notes of regard are ours, and say so.
 */
export const PLAN = {
  title: 'Kingston priorities for 2010/11',
  decision: {
    decidedOn: '2010-03-31',
    meeting: 'Strategy group (illustrative)',
    wording: 'Illustrative: the priorities for 2010/11 are adopted as the partnership’s plan.',
  },
  inForceFrom: '2010-04-01',
} as const;

type Kind = 'council' | 'police' | 'fire' | 'probation' | 'health';

export interface ActionFacts {
  readonly wording: string;
  readonly owner: Kind;
  readonly dueOn: string;
  readonly tier: 'primary' | 'secondary' | 'tertiary';
  readonly publication?: 'restricted';
}

export interface PriorityFacts {
  readonly title: string;
  readonly narrative: string | null;
  readonly lead: Kind;
  readonly contributors: readonly Kind[];
  readonly slugs: readonly string[];
  readonly actions: readonly ActionFacts[];
  /** Who answers for it, in succession. */
  readonly people: readonly { readonly name: string; readonly post: string; readonly from: string }[];
}

/** In the order of the document; the last is ours. */
export const PRIORITIES: readonly PriorityFacts[] = [
  {
    title: 'Reduce serious acquisitive crime',
    narrative: null,
    lead: 'police',
    contributors: ['council'],
    slugs: [SERIOUS_ACQUISITIVE_CRIME.slug, ...SERIOUS_ACQUISITIVE_CRIME.componentSlugs],
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
    slugs: ['most-serious-violence', 'serious-youth-violence'],
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
    slugs: ['gun-crime', 'knife-crime'],
    actions: [],
    people: [],
  },
  {
    title: 'Help people to feel safe in the town centre (illustrative)',
    narrative:
      'Illustrative: a priority without a measure. Residents, students and visitors feel welcome in the evening.',
    lead: 'council',
    contributors: ['fire'],
    slugs: [],
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

export interface FindingFacts {
  readonly source: 'strategic-assessment' | 'needs-assessment' | 'consultation';
  readonly document: string;
  readonly foundOn: string;
  readonly wording: string;
  /** Numbers of the priorities that it led to, from 1. */
  readonly ledTo: readonly number[];
}

/** The figures are published; that an assessment said so is ours. */
export const FINDINGS: readonly FindingFacts[] = [
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

/** Plans above the partnership's, in the order in which one follows another. */
export const UPPER_PLANS = [
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
] as const;

/** All ours: the plan of 2010/11 stands in for the one that the partnership has today. */
export const REGARD = [
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
] as const;
