/**
 * London's 32 boroughs with their ONS codes; the City of London (E09000001) has a police force of its own and is none
 * of them. Source: ONS, Local Authority Districts (April 2023) names and codes.
 */
export const LONDON_BOROUGHS = {
  E09000002: 'Barking and Dagenham',
  E09000003: 'Barnet',
  E09000004: 'Bexley',
  E09000005: 'Brent',
  E09000006: 'Bromley',
  E09000007: 'Camden',
  E09000008: 'Croydon',
  E09000009: 'Ealing',
  E09000010: 'Enfield',
  E09000011: 'Greenwich',
  E09000012: 'Hackney',
  E09000013: 'Hammersmith and Fulham',
  E09000014: 'Haringey',
  E09000015: 'Harrow',
  E09000016: 'Havering',
  E09000017: 'Hillingdon',
  E09000018: 'Hounslow',
  E09000019: 'Islington',
  E09000020: 'Kensington and Chelsea',
  E09000021: 'Kingston upon Thames',
  E09000022: 'Lambeth',
  E09000023: 'Lewisham',
  E09000024: 'Merton',
  E09000025: 'Newham',
  E09000026: 'Redbridge',
  E09000027: 'Richmond upon Thames',
  E09000028: 'Southwark',
  E09000029: 'Sutton',
  E09000030: 'Tower Hamlets',
  E09000031: 'Waltham Forest',
  E09000032: 'Wandsworth',
  E09000033: 'Westminster',
} as const;

/** What stands in London's files in place of a borough: counted there, and in no borough. */
export const NO_BOROUGH = {
  unknown: 'mps-unknown',
  airports: 'mps-airports',
  /** All of the force's area: the 32 boroughs, without the City. */
  london: 'E23000001',
} as const;

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LONDON_BOROUGHS).map(([code, name]) => [name.toLowerCase(), code] as const),
  ['city of westminster', 'E09000033'],
  ['unknown', NO_BOROUGH.unknown],
  ['other / nk', NO_BOROUGH.unknown],
  ['london heathrow and london city airports', NO_BOROUGH.airports],
  ['aviation security (so18)', NO_BOROUGH.airports],
  ['aviation security', NO_BOROUGH.airports],
  ['mps', NO_BOROUGH.london],
]);

/** The code of an area by the name that London's files give it; null where the name is not known. */
export function londonAreaCode(name: string): string | null {
  return BY_NAME.get(name.replace(/\s+/g, ' ').trim().toLowerCase()) ?? null;
}
