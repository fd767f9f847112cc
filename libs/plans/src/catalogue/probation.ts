import { type CatalogueGroup, count, partOf } from './ready-measure.js';

const COHORT =
  'Known about two years after the cohort: the quarter of the return is not the quarter of the people it is about.';
const LATE = { publicationLag: 'About two years after the cohort', caveats: COHORT } as const;

/** Catalogue, part 6: what the probation service returns. */
export const PROBATION: CatalogueGroup = {
  key: 'probation',
  name: 'Probation',
  returnedBy: 'probation',
  source: 'Probation service, London region',
  isSourceConfirmed: false,
  publicationLag: null,
  measures: [
    count(
      'R1a',
      'context',
      'People in the reoffending cohort',
      'people',
      'People who were released, convicted or cautioned in the quarter of the cohort.',
      LATE,
    ),
    partOf(
      'R1a',
      'R1b',
      'lower',
      'People who reoffended',
      'people',
      'People of the cohort who offended within twelve months and were convicted or cautioned then or within six months more.',
      LATE,
    ),
    count(
      'R2',
      'context',
      'Reoffences of the cohort',
      'reoffences',
      'Proven reoffences of the people of the cohort; for each reoffender where they are divided by R1b.',
      LATE,
    ),
    count(
      'R3',
      'context',
      'Earlier offences of the cohort',
      'offences',
      'Offences that the people of the cohort had committed before; for each person where they are divided by R1a.',
      { ...LATE, caveats: `Says how hard the cohort is to help. ${COHORT}` },
    ),
    count('R4a', 'context', 'Orders and licences that ended', 'orders', 'Orders and licences that ended.'),
    partOf(
      'R4a',
      'R4b',
      'higher',
      'Orders and licences completed',
      'orders',
      'Orders and licences that ended because they were completed successfully.',
    ),
    count('R5a', 'context', 'People released', 'people', 'People released to the borough in the quarter.'),
    partOf(
      'R5a',
      'R5b',
      'higher',
      'People in settled accommodation after release',
      'people',
      'People released who were in settled accommodation.',
    ),
    partOf(
      'R5a',
      'R5c',
      'higher',
      'People in education, training or employment after release',
      'people',
      'People released who were in education, training or employment.',
    ),
    count(
      'R6a',
      'context',
      'People in integrated offender management',
      'people',
      'People in the cohort of integrated offender management at the end of the quarter.',
    ),
    partOf(
      'R6a',
      'R6b',
      'lower',
      'People in integrated offender management who reoffended',
      'people',
      'People in the cohort of integrated offender management who offended in the quarter.',
    ),
  ],
  notReady: [
    {
      name: 'R6 Days in treatment of that cohort',
      because: 'days are an amount and no count of events',
    },
    { name: 'R7 Hours of unpaid work', because: 'hours are an amount and no count of events' },
  ],
};
