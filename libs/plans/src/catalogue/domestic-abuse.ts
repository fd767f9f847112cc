import { type CatalogueGroup, count, partOf } from './ready-measure.js';

/** Catalogue, part 4: domestic abuse and violence against women and girls, commissioned by the council with others. */
export const DOMESTIC_ABUSE: CatalogueGroup = {
  key: 'domestic-abuse',
  name: 'Domestic abuse and violence against women and girls',
  returnedBy: 'council',
  source: 'The service that the council commissions',
  isSourceConfirmed: false,
  publicationLag: null,
  measures: [
    count(
      'D1',
      'range',
      'Cases discussed at MARAC',
      'cases',
      'Cases that the multi-agency risk assessment conference discussed.',
      {
        sensitivity: 'sensitive',
        caveats: 'About 40 for each 10,000 adult women are expected; fewer mean that cases are not found.',
      },
    ),
    partOf(
      'D1',
      'D2',
      'range',
      'Repeat cases at MARAC',
      'cases',
      'Cases that come back within twelve months.',
      {
        sensitivity: 'sensitive',
        caveats: '28 to 40% is commonly quoted, and not confirmed. Too few are a warning as well.',
      },
    ),
    partOf(
      'D1',
      'D3',
      'range',
      'MARAC cases not referred by the police',
      'cases',
      'Cases that another body than the police referred.',
      { sensitivity: 'sensitive' },
    ),
    count(
      'D4a',
      'context',
      'Victims referred to an adviser',
      'victims',
      'Victims referred to an independent domestic violence adviser.',
      {
        sensitivity: 'sensitive',
        caveats: 'About 100 referrals a year for each full-time adviser are usual.',
      },
    ),
    partOf(
      'D4a',
      'D4b',
      'higher',
      'Victims who engaged with an adviser',
      'victims',
      'Victims referred who engaged with the adviser.',
      {
        sensitivity: 'sensitive',
      },
    ),
    count(
      'D5a',
      'context',
      'Requests for safe accommodation',
      'requests',
      'Requests for a refuge or other safe accommodation.',
      {
        sensitivity: 'sensitive',
      },
    ),
    partOf(
      'D5a',
      'D5b',
      'higher',
      'Requests for safe accommodation met',
      'requests',
      'Requests after which somebody was placed and not turned away.',
      {
        sensitivity: 'sensitive',
      },
    ),
    count(
      'D6a',
      'context',
      'Starts of a perpetrator programme',
      'people',
      'People who started a programme for perpetrators.',
      {
        sensitivity: 'sensitive',
      },
    ),
    partOf(
      'D6a',
      'D6b',
      'higher',
      'Completions of a perpetrator programme',
      'people',
      'People who completed a programme for perpetrators.',
      {
        sensitivity: 'sensitive',
        caveats: 'Those who complete started in an earlier quarter.',
      },
    ),
    count(
      'D7a',
      'context',
      'Review recommendations due',
      'recommendations',
      'Recommendations of domestic abuse related death reviews due in the quarter.',
      {
        sensitivity: 'restricted',
      },
    ),
    partOf(
      'D7a',
      'D7b',
      'higher',
      'Review recommendations completed in time',
      'recommendations',
      'Recommendations due that were completed in time.',
      {
        sensitivity: 'restricted',
      },
    ),
  ],
  notReady: [],
};
