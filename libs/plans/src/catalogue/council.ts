import { type CatalogueGroup, count, partOf } from './ready-measure.js';

const YOUTH_JUSTICE = 'A key performance indicator of the Youth Justice Board since April 2023.';
const RESTRICTED = { sensitivity: 'restricted' } as const;
const SENSITIVE = { sensitivity: 'sensitive' } as const;
const CASE_REVIEW = {
  source: 'Published by the council (Anti-social Behaviour, Crime and Policing Act 2014, section 104)',
  isSourceConfirmed: true,
  caveats: 'Publication is a statutory duty.',
} as const;

/** Catalogue, part 3: what the council returns. */
export const COUNCIL: CatalogueGroup = {
  key: 'council',
  name: 'Council',
  returnedBy: 'council',
  source: 'Records of the council',
  isSourceConfirmed: false,
  publicationLag: null,
  measures: [
    count(
      'C1a',
      'reporting',
      'Antisocial behaviour reported to the council',
      'reports',
      'Reports of antisocial behaviour to the council, its housing service included.',
      { caveats: 'While people are asked to report, a rise is no worsening by itself.' },
    ),
    count('C1b', 'lower', 'Noise reported to the council', 'reports', 'Reports of noise to the council.'),
    ...(
      [
        ['C2a', 'Applications for an antisocial behaviour case review', 'applications', 'Applications made'],
        [
          'C2b',
          'Case reviews refused below the threshold',
          'applications',
          'Applications that did not meet the threshold',
        ],
        ['C2c', 'Antisocial behaviour case reviews', 'reviews', 'Reviews carried out'],
        ['C2d', 'Case reviews with recommendations', 'reviews', 'Reviews that led to recommendations'],
      ] as const
    ).map(([key, name, unit, wording]) =>
      count(key, 'context', name, unit, `${wording} in the quarter.`, CASE_REVIEW),
    ),
    ...(
      [
        ['C3a', 'Community protection warnings', 'warnings'],
        ['C3b', 'Community protection notices', 'notices'],
        ['C3c', 'Fixed penalties under public spaces protection orders', 'penalties'],
        ['C3d', 'Antisocial behaviour injunctions', 'injunctions'],
        ['C3e', 'Closures of premises', 'closures'],
      ] as const
    ).map(([key, name, unit]) =>
      count(key, 'context', name, unit, `${name} issued or made in the quarter.`, {
        caveats: 'What is done, not what comes of it.',
      }),
    ),
    count(
      'C4a',
      'context',
      'Incidents captured on CCTV',
      'incidents',
      'Incidents that the control room saw.',
    ),
    partOf(
      'C4a',
      'C4b',
      'higher',
      'Incidents on CCTV found by watching',
      'incidents',
      'Incidents that the control room found by itself before anybody told it.',
    ),
    count('C4c', 'context', 'Evidence packs from CCTV', 'packs', 'Packs of evidence handed to the police.'),
    count('C4d', 'higher', 'Arrests aided by CCTV', 'arrests', 'Arrests that the control room helped with.'),
    count('C5a', 'context', 'Licence reviews', 'reviews', 'Reviews of premises licences in the quarter.'),
    count('C5b', 'context', 'Licensing visits', 'visits', 'Visits to licensed premises in the quarter.'),
    count(
      'C5c',
      'higher',
      'Evening venues trained or signed up to the charter',
      'venues',
      'Venues of the night-time economy whose staff are trained or that have signed the charter.',
    ),
    count('C6a', 'context', 'Graffiti and fly-tips reported', 'reports', 'Graffiti and fly-tips reported.'),
    partOf(
      'C6a',
      'C6b',
      'higher',
      'Graffiti and fly-tips cleared in time',
      'reports',
      'Graffiti and fly-tips reported that were cleared within the target.',
    ),
    count(
      'C7',
      'lower',
      'First-time entrants to the youth justice system',
      'children',
      'Children aged 10 to 17 who entered it for the first time in the twelve months up to the quarter.',
      {
        ...SENSITIVE,
        rollingTwelveMonths: true,
        source: 'Youth Justice Board, from the Police National Computer',
        isSourceConfirmed: true,
        caveats: 'Published for each 100,000 children; here the count is returned.',
      },
    ),
    count('C8a', 'context', 'Children in the reoffending cohort', 'children', 'Children of the cohort.', {
      ...SENSITIVE,
      publicationLag: 'About two years after the cohort, with twelve months of follow-up',
    }),
    partOf(
      'C8a',
      'C8b',
      'lower',
      'Children who reoffended',
      'children',
      'Children of the cohort who reoffended.',
      {
        ...SENSITIVE,
        publicationLag: 'About two years after the cohort, with twelve months of follow-up',
      },
    ),
    count(
      'C8c',
      'context',
      'Reoffences of children',
      'reoffences',
      'Reoffences of the children of the cohort; for each reoffender where they are divided by C8b.',
      { ...SENSITIVE, publicationLag: 'About two years after the cohort, with twelve months of follow-up' },
    ),
    count(
      'C9',
      'lower',
      'Children sentenced to custody',
      'children',
      'Children aged 10 to 17 sentenced to custody.',
      {
        ...SENSITIVE,
        caveats: 'Published for each 1,000 children; here the count is returned.',
      },
    ),
    count(
      'C10',
      'context',
      'Children with a youth justice outcome',
      'children',
      'Children whose youth justice intervention ended in the quarter.',
      { ...SENSITIVE, caveats: YOUTH_JUSTICE },
    ),
    ...(
      [
        ['C10a', 'in suitable accommodation'],
        ['C10b', 'in education, training or employment'],
        ['C10c', 'with special educational needs who have a plan'],
        ['C10d', 'in need of mental health care who get it'],
        ['C10e', 'in need of help with substance misuse who get it'],
        ['C10f', 'with an out-of-court disposal who complete it'],
        ['C10g', 'linked to wider services'],
      ] as const
    ).map(([key, who]) =>
      partOf(
        'C10',
        key,
        'higher',
        `Children ${who}`,
        'children',
        `Children of the youth justice service ${who}.`,
        {
          ...SENSITIVE,
          source: 'Youth Justice Board, key performance indicators',
          isSourceConfirmed: true,
          caveats: YOUTH_JUSTICE,
        },
      ),
    ),
    count(
      'C10i',
      'lower',
      'Serious violence by children',
      'offences',
      'Offences of serious violence by children of the youth justice service.',
      { ...SENSITIVE, caveats: YOUTH_JUSTICE },
    ),
    count(
      'C10j',
      'context',
      'Victims of children who took up help',
      'victims',
      'Victims of offences by children who were offered help and took it.',
      { ...SENSITIVE, caveats: YOUTH_JUSTICE },
    ),
    count(
      'C11a',
      'lower',
      'School exclusions and suspensions',
      'children',
      'Children excluded or suspended.',
      SENSITIVE,
    ),
    count(
      'C11b',
      'reporting',
      'Episodes of children missing',
      'episodes',
      'Episodes in which a child went missing.',
      SENSITIVE,
    ),
    count(
      'C11c',
      'reporting',
      'Referrals of child criminal exploitation',
      'referrals',
      'Referrals of children who may be exploited by criminals.',
      SENSITIVE,
    ),
    count('C12a', 'context', 'Prevent referrals', 'referrals', 'Referrals to Prevent.', {
      ...RESTRICTED,
      caveats: 'Small numbers, which are not published.',
    }),
    count('C12b', 'context', 'Channel cases', 'cases', 'Cases taken on by the Channel panel.', {
      ...RESTRICTED,
      caveats: 'Small numbers, which are not published.',
    }),
    count(
      'C12c',
      'context',
      'Staff to be trained in Prevent',
      'staff',
      'Staff whose post needs the training.',
    ),
    partOf(
      'C12c',
      'C12d',
      'higher',
      'Staff trained in Prevent',
      'staff',
      'Staff whose post needs the training and who had it.',
    ),
    count(
      'C13a',
      'context',
      'Households homeless because of domestic abuse',
      'households',
      'Households owed a duty because of domestic abuse.',
      { ...SENSITIVE, source: 'H-CLIC', isSourceConfirmed: true },
    ),
    partOf(
      'C13a',
      'C13b',
      'higher',
      'Households homeless because of domestic abuse and relieved',
      'households',
      'Households homeless because of domestic abuse whose homelessness was relieved.',
      { ...SENSITIVE, source: 'H-CLIC', isSourceConfirmed: true },
    ),
  ],
  notReady: [
    { name: 'C10 Management board attendance', because: 'its definition is not known to us' },
    {
      name: 'C14 Actions of the plan delivered in time',
      because: 'that an action is done is not recorded yet',
    },
  ],
};
