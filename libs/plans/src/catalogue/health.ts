import { type CatalogueGroup, count, partOf } from './ready-measure.js';

const AGGREGATES =
  'Only totals: information about patients is not disclosed (Police, Crime, Sentencing and Courts Act 2022, section 16(4)).';
const UNCONFIRMED = { isSourceConfirmed: false, source: 'Integrated care board' } as const;
const HALF = { sensitivity: 'sensitive', caveats: AGGREGATES } as const;

/** Catalogue, part 7: what health bodies return. */
export const HEALTH: CatalogueGroup = {
  key: 'health',
  name: 'Health',
  returnedBy: 'health',
  source: 'Public Health Outcomes Framework',
  isSourceConfirmed: true,
  publicationLag: null,
  measures: [
    count(
      'H1',
      'lower',
      'Hospital admissions for violence',
      'admissions',
      'Emergency admissions of residents for assault (ICD-10 X85 to Y09).',
      {
        caveats: `Published as a standardised rate over three years; here the count is returned. ${AGGREGATES}`,
      },
    ),
    count(
      'H2',
      'lower',
      'Admissions under 25 for assault with a sharp object',
      'admissions',
      'Admissions of residents under 25 for assault with a sharp object, in the twelve months up to the quarter.',
      { ...HALF, rollingTwelveMonths: true, source: 'NHS, through the Violence Reduction Unit' },
    ),
    count(
      'H3a',
      'reporting',
      'Assaults seen in the emergency department',
      'attendances',
      'Attendances at the emergency department because of an assault.',
      {
        source: 'Information Sharing to Tackle Violence (ISTV)',
        caveats: `Look at how complete the records are first (H3b). ${AGGREGATES}`,
      },
    ),
    partOf(
      'H3a',
      'H3b',
      'higher',
      'Assaults seen with a complete record',
      'attendances',
      'Attendances because of an assault with date, time, place and weapon recorded.',
      { source: 'Information Sharing to Tackle Violence (ISTV)', caveats: AGGREGATES },
    ),
    ...(
      [
        ['H4a', 'assaults', 'an assault'],
        ['H4b', 'stabbings', 'a stabbing'],
        ['H4c', 'alcohol', 'alcohol'],
      ] as const
    ).map(([key, what, because]) =>
      count(
        key,
        'lower',
        `Ambulance call-outs for ${what}`,
        'call-outs',
        `Call-outs of the London Ambulance Service in the borough because of ${because}.`,
        { source: 'London Ambulance Service (SafeStats)', caveats: AGGREGATES },
      ),
    ),
    count(
      'H5',
      'higher',
      'Adults in structured treatment',
      'adults',
      'Adults in structured treatment for drugs or alcohol.',
      { ...HALF, source: 'National Drug Treatment Monitoring System (restricted)' },
    ),
    ...(['opiates', 'other drugs', 'alcohol'] as const).flatMap((substance, index) => [
      count(
        `H6${'ace'[index]}`,
        'context',
        `Adults treated for ${substance}`,
        'adults',
        `Adults in treatment for ${substance}.`,
        { ...HALF, publicationLag: 'Published every quarter' },
      ),
      partOf(
        `H6${'ace'[index]}`,
        `H6${'bdf'[index]}`,
        'higher',
        `Adults who completed treatment for ${substance}`,
        'adults',
        `Adults who completed treatment for ${substance} and did not come back.`,
        { ...HALF, publicationLag: 'Published every quarter' },
      ),
    ]),
    count(
      'H7a',
      'context',
      'Prison leavers referred to treatment',
      'people',
      'People who left prison in need of treatment.',
      {
        ...UNCONFIRMED,
        ...HALF,
      },
    ),
    partOf(
      'H7a',
      'H7b',
      'higher',
      'Prison leavers in treatment within three weeks',
      'people',
      'People who left prison in need of treatment and engaged with it within three weeks.',
      { ...UNCONFIRMED, ...HALF },
    ),
    count(
      'H8a',
      'context',
      'Adults estimated to use opiates or crack',
      'adults',
      'The estimate for the borough.',
      {
        ...UNCONFIRMED,
        publicationLag: 'Once a year',
        caveats: `An estimate, not a count. ${AGGREGATES}`,
      },
    ),
    partOf(
      'H8a',
      'H8b',
      'lower',
      'Adults who use opiates or crack, not in treatment',
      'adults',
      'Adults of the estimate who are not in treatment.',
      {
        ...UNCONFIRMED,
        publicationLag: 'Once a year',
        caveats: `From an estimate. ${AGGREGATES}`,
      },
    ),
    count('H9a', 'lower', 'Deaths related to drugs', 'deaths', 'Deaths of residents related to drugs.', {
      ...UNCONFIRMED,
      sensitivity: 'restricted',
      publicationLag: 'Once a year',
      caveats: `Published for each 100,000; here the count is returned. ${AGGREGATES}`,
    }),
    count(
      'H9b',
      'lower',
      'Hospital admissions for alcohol',
      'admissions',
      'Admissions of residents for alcohol.',
      {
        ...UNCONFIRMED,
        publicationLag: 'Once a year',
        caveats: `Published for each 100,000; here the count is returned. ${AGGREGATES}`,
      },
    ),
    count(
      'H10a',
      'reporting',
      'Disclosures of domestic abuse to health services',
      'disclosures',
      'Disclosures of domestic abuse to a health service.',
      { ...UNCONFIRMED, ...HALF },
    ),
    count(
      'H10b',
      'reporting',
      'Referrals by general practices (IRIS)',
      'referrals',
      'Referrals by general practices under IRIS.',
      {
        ...UNCONFIRMED,
        ...HALF,
      },
    ),
  ],
  notReady: [],
};
