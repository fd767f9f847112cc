import type { SourceKey } from '@lib/published-data';

/** Where a ready measure is published. */
export interface ProposedSum {
  readonly source: SourceKey;
  /** Keys of series that are added up; null for all that adds up to the whole. */
  readonly means: readonly string[] | null;
}

const borough = (...means: string[]): ProposedSum => ({ source: 'mps-borough', means });
const dashboard = (...means: string[]): ProposedSum => ({ source: 'mps-dashboard', means });

/** By key of the catalogue: London's files, which name each offence their own way. */
export const PUBLISHED_SUMS: Readonly<Record<string, ProposedSum>> = {
  P1: { source: 'mps-borough', means: null },
  P2: borough('violence-with-injury'),
  P4: borough('homicide'),
  P5a: borough('robbery-personal'),
  P5b: borough('robbery-business'),
  P6: borough('burglary-residential'),
  P7: borough('burglary-business'),
  P8a: borough('theft-from-vehicle'),
  P8b: borough('theft-of-vehicle'),
  P9: borough('theft-from-person'),
  P10: borough('shoplifting'),
  P11: borough(
    'burglary-residential',
    'robbery-personal',
    'robbery-business',
    'theft-from-vehicle',
    'theft-of-vehicle',
  ),
  P14a: dashboard('knife-crime'),
  P14b: dashboard('knife-injury-victims-not-domestic'),
  P15a: dashboard('gun-crime'),
  P15b: dashboard('lethal-barrel-discharge'),
  P16a: dashboard('domestic-abuse'),
  P18: dashboard('domestic-abuse-with-injury'),
  P19b: dashboard('domestic-abuse-positive-outcomes'),
  P20a: borough('rape'),
  P20b: borough('other-sexual-offences'),
  P22a: dashboard('racist-hate-crime'),
  P22b: dashboard('faith-hate-crime'),
  P22c: dashboard('homophobic-hate-crime'),
  P22d: dashboard('disability-hate-crime'),
  P22e: dashboard('transphobic-hate-crime'),
  P22f: dashboard('hate-crime'),
  P23: dashboard('hate-crime-positive-outcomes'),
  P24a: borough('drug-possession'),
  P24b: borough('drug-trafficking'),
};
