import { type CatalogueGroup, count, gapBetween, partOf } from './ready-measure.js';

const MOST_RECENT_YEAR = { rollingTwelveMonths: true } as const;
const WEIGHTED =
  'A survey of a sample. Where only a weighted percentage is published, return that share of the people asked.';
const COUNCIL_SURVEY = {
  source: 'Survey of residents by the council',
  returnedBy: 'council',
  publicationLag: 'As often as the survey is made',
} as const;
const UNCONFIRMED = { ...COUNCIL_SURVEY, isSourceConfirmed: false } as const;

/** Catalogue, part 2: what people say in surveys. Each item is a percentage of the people who were asked. */
export const PERCEPTION: CatalogueGroup = {
  key: 'perception',
  name: 'What people say in surveys',
  returnedBy: 'police',
  source: 'MOPAC Public Attitude Survey',
  isSourceConfirmed: true,
  publicationLag: 'Published every quarter, for twelve months',
  measures: [
    count(
      'S1a',
      'context',
      'People asked in the Public Attitude Survey',
      'people',
      'Residents of the borough who were interviewed in the twelve months up to the quarter.',
      { ...MOST_RECENT_YEAR, caveats: WEIGHTED },
    ),
    ...(
      [
        ['S1b', 'Say that the police do a good job locally'],
        ['S2a', 'Trust the Metropolitan Police Service'],
        ['S2b', 'Say that the police treat everyone fairly'],
        ['S2c', 'Say that the police listen to concerns'],
        ['S2d', 'Say that the police can be relied on'],
        ['S2e', 'Say that the police deal with what matters'],
        ['S2f', 'Feel well informed about the police'],
        ['S2g', 'Know how to contact their ward officer'],
      ] as const
    ).map(([key, name]) =>
      partOf('S1a', key, 'higher', name, 'people', `People asked who agree: ${name.toLowerCase()}.`, {
        ...MOST_RECENT_YEAR,
        caveats: WEIGHTED,
      }),
    ),
    count(
      'S4a',
      'context',
      'Victims asked whether they are satisfied',
      'victims',
      'Victims of crime in the borough who were interviewed in the twelve months up to the quarter.',
      { ...MOST_RECENT_YEAR, source: 'User Satisfaction Survey' },
    ),
    partOf(
      'S4a',
      'S4b',
      'higher',
      'Victims who are satisfied overall',
      'victims',
      'Victims asked who are satisfied with the service overall.',
      { ...MOST_RECENT_YEAR, source: 'User Satisfaction Survey', caveats: WEIGHTED },
    ),
    ...(
      [
        ['S3a', 'S3b', 'White victims'],
        ['S3c', 'S3d', 'Victims from all other ethnic groups'],
      ] as const
    ).flatMap(([asked, satisfied, who]) => [
      count(
        asked,
        'context',
        `${who} asked whether they are satisfied`,
        'victims',
        `${who} in the borough who were interviewed in the twelve months up to the quarter.`,
        { ...MOST_RECENT_YEAR, source: 'User Satisfaction Survey' },
      ),
      partOf(
        asked,
        satisfied,
        'higher',
        `${who} who are satisfied overall`,
        'victims',
        `${who} asked who are satisfied with the service overall.`,
        { ...MOST_RECENT_YEAR, source: 'User Satisfaction Survey', caveats: WEIGHTED },
      ),
    ]),
    gapBetween(
      ['S3b', 'S3a', 'S3d', 'S3c'],
      'S3e',
      'Gap in satisfaction between White victims and victims from all other ethnic groups',
      'victims',
      'How many percentage points the share of White victims who are satisfied and that of victims from all other ethnic groups are apart.',
      { ...MOST_RECENT_YEAR, caveats: 'It says how wide the gap is, not which group is the more satisfied.' },
    ),
    count(
      'S5a',
      'context',
      'Residents asked whether they feel safe',
      'residents',
      'Residents who answered the survey of the council.',
      COUNCIL_SURVEY,
    ),
    partOf(
      'S5a',
      'S5b',
      'higher',
      'Residents who feel safe by day',
      'residents',
      'Residents asked who feel safe outside by day.',
      COUNCIL_SURVEY,
    ),
    partOf(
      'S5a',
      'S5c',
      'higher',
      'Residents who feel safe after dark',
      'residents',
      'Residents asked who feel safe outside after dark.',
      COUNCIL_SURVEY,
    ),
    ...(
      [
        ['S6a', 'antisocial behaviour'],
        ['S6b', 'knife crime'],
        ['S6c', 'drugs'],
      ] as const
    ).map(([key, what]) =>
      partOf(
        'S5a',
        key,
        'lower',
        `Residents who think that ${what} is a problem locally`,
        'residents',
        `Residents asked who think that ${what} is a problem in their area.`,
        UNCONFIRMED,
      ),
    ),
    count(
      'S7a',
      'context',
      'Women and girls asked whether they feel safe',
      'women and girls',
      'Women and girls who answered the survey of the council.',
      { ...UNCONFIRMED, publicationLag: 'Once a year' },
    ),
    partOf(
      'S7a',
      'S7b',
      'higher',
      'Women and girls who feel safe at night',
      'women and girls',
      'Women and girls asked who feel safe outside at night.',
      { ...UNCONFIRMED, publicationLag: 'Once a year' },
    ),
    partOf(
      'S7a',
      'S7c',
      'lower',
      'Women and girls who name a barrier to reporting',
      'women and girls',
      'Women and girls asked who name something that keeps them from reporting.',
      { ...UNCONFIRMED, publicationLag: 'Once a year' },
    ),
  ],
  notReady: [],
};
