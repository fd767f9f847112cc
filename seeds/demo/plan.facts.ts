import type { PlanFacts, PriorityFacts, RegardFacts } from './record-plan.js';

/**
 * The plan of the demonstration. That the partnership has a plan for 2024-29 and which plans stand above it is
 * published. Its priorities are not in what could be read of it: those here, who leads what, actions, people, decisions
 * and notes of regard are ours, and say so. So is that an assessment found what the published figures say.
 */
const PRIORITIES: readonly PriorityFacts[] = [
  {
    title: 'Serious violence affecting young people (illustrative)',
    narrative: 'Illustrative: fewer young people are hurt, and fewer come to carry a weapon.',
    lead: 'police',
    contributors: ['health'],
    measures: ['P2', 'P5a', 'P14a', 'H1'],
    actions: [
      {
        wording: 'Illustrative: share the times and places of assaults seen in the emergency department',
        owner: 'health',
        dueOn: '2025-09-30',
        tier: 'secondary',
      },
      {
        wording: 'Illustrative: offer a mentor to each young person found with a knife for the first time',
        owner: 'police',
        dueOn: '2026-12-31',
        tier: 'tertiary',
      },
    ],
    people: [{ name: 'Theo Example', post: 'Detective Superintendent', from: '2024-04-01' }],
  },
  {
    title: 'Violence against women and girls, and domestic abuse (illustrative)',
    narrative:
      'Illustrative: more of those who are abused say so and are helped, so that more reports are no failure.',
    lead: 'police',
    contributors: ['council'],
    measures: ['P16a', 'P20a', 'P20b'],
    actions: [
      {
        wording: 'Illustrative: train the staff of bars and clubs to help when somebody asks for it',
        owner: 'council',
        dueOn: '2025-12-31',
        tier: 'primary',
      },
    ],
    people: [{ name: 'Vera Example', post: 'Detective Chief Inspector', from: '2024-04-01' }],
  },
  {
    title: 'Neighbourhood crime and antisocial behaviour (illustrative)',
    narrative: 'Illustrative: homes, shops and town centres are safe, also in the evening.',
    lead: 'council',
    contributors: ['police', 'fire'],
    measures: ['P11', 'P6', 'P7', 'P8a', 'P8b', 'P9', 'P5b', 'P10', 'C1a', 'C1b', 'F3', 'F6'],
    actions: [
      {
        wording: 'Illustrative: fit better locks in homes that were burgled, and next door',
        owner: 'council',
        dueOn: '2026-06-30',
        tier: 'secondary',
      },
      {
        wording:
          'Illustrative: patrol the roads with the most burglaries in the weeks after the clocks go back',
        owner: 'police',
        dueOn: '2026-12-31',
        tier: 'tertiary',
        publication: 'restricted',
      },
      {
        wording: 'Illustrative: clear rubbish that could be set on fire within a day of a report',
        owner: 'fire',
        dueOn: '2026-03-31',
        tier: 'primary',
      },
    ],
    people: [
      { name: 'Una Example', post: 'Head of Community Safety', from: '2024-04-01' },
      { name: 'Uri Example', post: 'Head of Community Safety', from: '2025-09-01' },
    ],
  },
  {
    title: 'Hate crime, exploitation and vulnerability (illustrative)',
    narrative:
      'Illustrative: those who are targeted for who they are, or used by others, are found and safe.',
    lead: 'police',
    contributors: [],
    measures: ['P22f'],
    actions: [],
    people: [{ name: 'Shirin Example', post: 'Superintendent, Neighbourhoods', from: '2024-04-01' }],
  },
  {
    title: 'Reoffending and harm from drugs and alcohol (illustrative)',
    narrative: null,
    lead: 'probation',
    contributors: [],
    measures: ['R4b%'],
    actions: [
      {
        wording: 'Illustrative: meet each person at the prison gate who is released on a Friday',
        owner: 'probation',
        dueOn: '2026-09-30',
        tier: 'tertiary',
      },
    ],
    people: [{ name: 'Paul Example', post: 'Head of Service', from: '2024-04-01' }],
  },
  {
    title: 'Confidence, reporting, equality and prevention (illustrative)',
    narrative: 'Illustrative: it runs through all the others. People trust that it helps to report a crime.',
    lead: 'police',
    contributors: [],
    measures: ['P1', 'S1b%', 'S2a%'],
    actions: [],
    people: [{ name: 'Sam Example', post: 'Chief Superintendent', from: '2024-04-01' }],
  },
];

const ASSESSMENT = {
  document: 'The assessment of March 2024 (illustrative), on figures released in February 2024',
  foundOn: '2024-03-04',
} as const;
const ASKED = { document: 'Survey of residents (illustrative)', foundOn: '2024-02-26' } as const;

const MAYOR = 'Mayor’s Office for Policing and Crime';
const COUNCIL = 'Royal Borough of Kingston upon Thames';
const ASSUMED = 'Years as published; the days are assumed';

const regarded =
  (upperPlan: string, on: string) =>
  ([priority, wording]: readonly [number, string]): RegardFacts => ({
    ...{ priority, upperPlan, on, wording: `Illustrative: ${wording}` },
  });

export const PLAN: PlanFacts = {
  title: 'Safer Kingston Partnership Plan 2024-29',
  source: 'Illustrative: its priorities are not in what could be read of the published plan',
  decisions: [
    {
      ...{ decidedOn: '2024-03-26', inForceFrom: '2024-04-01', meeting: 'Strategy group (illustrative)' },
      wording: 'Illustrative: the plan for 2024-29 is adopted.',
    },
    {
      ...{ decidedOn: '2025-03-25', inForceFrom: '2025-04-01', meeting: 'Strategy group (illustrative)' },
      wording: 'Illustrative: the plan was looked at again for 2025/26 and stays as it is.',
    },
    {
      ...{ decidedOn: '2026-03-24', inForceFrom: '2026-04-01', meeting: 'Strategy group (illustrative)' },
      wording: 'Illustrative: the plan was looked at again for 2026/27 and stays as it is.',
    },
  ],
  priorities: PRIORITIES,
  findings: [
    {
      ...{ source: 'needs-assessment', ...ASSESSMENT, ledTo: [1] },
      wording: 'Violence with injury fell from 1,225 offences in 2021/22 to 1,094 in 2022/23.',
    },
    {
      ...{ source: 'strategic-assessment', ...ASSESSMENT, ledTo: [3] },
      wording: 'Shoplifting rose from 614 offences in 2021/22 to 792 in 2022/23.',
    },
    {
      ...{ source: 'strategic-assessment', ...ASSESSMENT, ledTo: [6] },
      wording:
        'Of the residents asked, 66% said in the year to December 2021 that the police do a good job locally, and 51% in the year to December 2023.',
    },
    {
      ...{ source: 'consultation', ...ASKED, ledTo: [2] },
      wording: 'Illustrative: many who were abused fear that they would not be believed.',
    },
    {
      ...{ source: 'consultation', ...ASKED, ledTo: [3, 4] },
      wording:
        'Illustrative: some people avoid the town centre after dark, and some were insulted there for who they are.',
    },
    {
      ...{ source: 'strategic-assessment', ...ASSESSMENT, ledTo: [5] },
      wording: 'Illustrative: a few people commit a large part of the offences.',
    },
  ],
  upperPlans: [
    {
      ...{ key: 'pcp-2022', owner: MAYOR, from: '2022-04-01', until: '2025-04-01', succeeds: null },
      title: 'Police and Crime Plan for London 2022-25, Building a Safer London',
      source: ASSUMED,
    },
    {
      ...{ key: 'pcp-2025', owner: MAYOR, from: '2025-04-01', until: '2029-04-01', succeeds: 'pcp-2022' },
      title: 'Police and Crime Plan for London 2025-29, A Safer London for Everyone',
      source: ASSUMED,
    },
    {
      ...{ key: 'council-2023', owner: COUNCIL, from: '2023-04-01', until: '2027-04-01', succeeds: null },
      title: 'Council Plan 2023-27, Greener, Fairer, Safer, Together',
      source: ASSUMED,
    },
    {
      ...{ key: 'inclusive-2021', owner: COUNCIL, from: '2021-01-01', until: '2026-01-01', succeeds: null },
      title: 'Inclusive Kingston 2021-25',
      source: ASSUMED,
    },
  ],
  regard: [
    ...(
      [
        [1, 'reducing violence comes first in both.'],
        [2, 'both want victims to be supported better.'],
        [3, 'both want people to trust those who keep their neighbourhood safe.'],
        [4, 'both protect people from exploitation and harm.'],
        [5, 'fewer people who offend again means less violence.'],
        [6, 'trust and confidence are an aim of both.'],
      ] as const
    ).map(regarded('pcp-2022', '2024-03-26')),
    // The fifth is still to be done anew.
    ...(
      [
        [1, 'violence and exploitation by criminals come first in both.'],
        [2, 'both want the justice system to work for victims.'],
        [3, 'both want communities that are safer and more confident.'],
        [4, 'both want fewer people to be exploited by criminals.'],
        [6, 'both want communities that are more confident.'],
      ] as const
    ).map(regarded('pcp-2025', '2025-09-16')),
    ...(
      [
        [1, 'both want young people to grow up safe.'],
        [2, 'both want women and girls to feel safe.'],
        [3, 'both want safe town centres.'],
        [4, 'both want a fair borough.'],
        [5, 'both want a safer borough.'],
        [6, 'both ask residents what they need.'],
      ] as const
    ).map(regarded('council-2023', '2024-03-26')),
    ...([[6, 'who feels unsafe is asked first.']] as const).map(regarded('inclusive-2021', '2024-03-26')),
  ],
};
