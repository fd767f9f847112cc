/** What kind of statistics a source is: what may be said of its figures depends on it. */
export type Standing = 'accredited' | 'official' | 'management-information';

/** Somebody who publishes figures again and again, in files of one shape. */
export interface Source {
  readonly key: string;
  readonly name: string;
  readonly publisher: string;
  readonly standing: Standing;
  /** Where a person finds the files. */
  readonly foundAt: string;
  readonly licence: string;
  /**
   * Whether several files of a release hold parts of the same area and month, which are added up (crimes that two
   * forces recorded in one street), or each holds all of what it says.
   */
  readonly filesOfARelease: 'parts' | 'whole';
}

export const OPEN_GOVERNMENT_LICENCE =
  'Contains public sector information licensed under the Open Government Licence v3.0.';

const LONDON = { foundAt: 'https://data.london.gov.uk/', licence: OPEN_GOVERNMENT_LICENCE } as const;
const NATIONAL_STATISTICS = {
  publisher: 'Office for National Statistics',
  foundAt: 'https://www.ons.gov.uk/',
  licence: OPEN_GOVERNMENT_LICENCE,
} as const;

/** Every source that an importer reads. Police recorded crime has not been accredited since 2014. */
export const SOURCES = {
  'mps-borough': {
    key: 'mps-borough',
    name: 'MPS Borough Level Crime',
    publisher: 'Metropolitan Police Service',
    standing: 'management-information',
    filesOfARelease: 'whole',
    ...LONDON,
  },
  'mps-ward': {
    key: 'mps-ward',
    name: 'MPS Ward Level Crime',
    publisher: 'Metropolitan Police Service',
    standing: 'management-information',
    filesOfARelease: 'whole',
    ...LONDON,
  },
  'mps-dashboard': {
    key: 'mps-dashboard',
    name: 'MPS Monthly Crime Dashboard',
    publisher: 'Metropolitan Police Service',
    standing: 'management-information',
    filesOfARelease: 'whole',
    ...LONDON,
  },
  'mopac-survey': {
    key: 'mopac-survey',
    name: 'MOPAC Public Attitude Survey',
    publisher: 'Mayor’s Office for Policing and Crime',
    standing: 'official',
    filesOfARelease: 'whole',
    ...LONDON,
  },
  'ons-partnerships': {
    key: 'ons-partnerships',
    name: 'Recorded crime by community safety partnership',
    standing: 'official',
    filesOfARelease: 'whole',
    ...NATIONAL_STATISTICS,
  },
  'ons-population': {
    key: 'ons-population',
    name: 'Mid-year population estimates',
    standing: 'accredited',
    filesOfARelease: 'whole',
    ...NATIONAL_STATISTICS,
  },
  'ons-areas': {
    key: 'ons-areas',
    name: 'Lookup of local authorities, partnerships and police forces',
    standing: 'official',
    filesOfARelease: 'whole',
    ...NATIONAL_STATISTICS,
  },
  'police-uk': {
    key: 'police-uk',
    name: 'Street-level crime, data.police.uk',
    publisher: 'Home Office and police forces',
    standing: 'management-information',
    foundAt: 'https://data.police.uk/data/',
    licence: OPEN_GOVERNMENT_LICENCE,
    filesOfARelease: 'parts',
  },
  'own-table': {
    key: 'own-table',
    name: 'A table of one’s own',
    publisher: 'As named with the file',
    standing: 'management-information',
    foundAt: '',
    licence: '',
    filesOfARelease: 'whole',
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;

export function isSourceKey(text: string): text is SourceKey {
  return Object.hasOwn(SOURCES, text);
}
