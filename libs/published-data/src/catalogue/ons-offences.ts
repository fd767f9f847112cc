import type { CodeList, SeriesDefinition } from '../domain/code-list.js';

/** Keys of what is counted in another line too: the total, and groups beside what they are made of. */
const GROUPS: readonly string[] = [
  'recorded-crime',
  'violence-against-the-person',
  'theft-offences',
  'burglary',
];

/** Key, name, and what the tables call it. */
const OFFENCES: readonly (readonly [key: string, name: string, label: string])[] = [
  ['recorded-crime', 'Recorded crime without fraud', 'Total recorded crime (excluding fraud)'],
  ['violence-against-the-person', 'Violence against the person', 'Violence against the person'],
  ['homicide', 'Homicide', 'Homicide'],
  [
    'death-by-illegal-driving',
    'Death or serious injury by illegal driving',
    'Death or serious injury caused by illegal driving',
  ],
  ['violence-with-injury', 'Violence with injury', 'Violence with injury'],
  ['violence-without-injury', 'Violence without injury', 'Violence without injury'],
  ['stalking-and-harassment', 'Stalking and harassment', 'Stalking and harassment'],
  ['sexual-offences', 'Sexual offences', 'Sexual offences'],
  ['robbery', 'Robbery', 'Robbery'],
  ['theft-offences', 'Theft offences', 'Theft offences'],
  ['burglary', 'Burglary', 'Burglary'],
  ['burglary-residential', 'Residential burglary', 'Residential burglary'],
  ['burglary-non-residential', 'Non-residential burglary', 'Non-residential burglary'],
  ['vehicle-offences', 'Vehicle offences', 'Vehicle offences'],
  ['theft-from-person', 'Theft from the person', 'Theft from the person'],
  ['bicycle-theft', 'Bicycle theft', 'Bicycle theft'],
  ['shoplifting', 'Shoplifting', 'Shoplifting'],
  ['other-theft', 'Other theft', 'All other theft offences'],
  ['criminal-damage-and-arson', 'Criminal damage and arson', 'Criminal damage and arson'],
  ['drug-offences', 'Drug offences', 'Drug offences'],
  ['possession-of-weapons', 'Possession of weapons', 'Possession of weapons offences'],
  ['public-order', 'Public order offences', 'Public order offences'],
  [
    'misc-crimes-against-society',
    'Miscellaneous crimes against society',
    'Miscellaneous crimes against society',
  ],
];

/** A rate is another series than its count, since the two are never added up. */
const rateOf = ([key, name, label]: (typeof OFFENCES)[number]): SeriesDefinition => ({
  key: `${key}-rate`,
  name: `${name}, per 1,000 people`,
  labels: [`${label} (per 1,000 population)`],
  addsUp: false,
});

const SERIES: readonly SeriesDefinition[] = [
  ...OFFENCES.map(([key, name, label]) => ({
    ...{ key, name, labels: [label] },
    ...(GROUPS.includes(key) && { addsUp: false as const }),
  })),
  ...OFFENCES.map(rateOf),
  {
    key: 'burglary-residential-household-rate',
    name: 'Residential burglary, per 1,000 households',
    labels: ['Residential burglary (per 1,000 household)', 'Residential burglary (per 1,000 households)'],
    addsUp: false,
  },
  {
    key: 'population-rounded',
    name: 'Population, rounded to 100',
    labels: ['Population figures - rounded to 100'],
    addsUp: false,
  },
  {
    key: 'households-rounded',
    name: 'Households, rounded to 100',
    labels: ['Household figures - rounded to 100'],
    addsUp: false,
  },
];

/**
 * What the tables of community safety partnerships count (Office for National Statistics, police force area data
 * tables, C2 to C5). The total is a line of its own there, so nothing is worked out as the sum: it stands beside its
 * parts and adds up with none of them. Fraud is in none of it.
 */
export const ONS_OFFENCES: CodeList = { series: SERIES, whole: null };
