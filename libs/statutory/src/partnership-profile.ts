/** The places at the table. Who sits in one changes by date (applicability/holders.ts); the place stays. */
export type Seat = 'council' | 'police' | 'fire' | 'probation' | 'health' | 'local-policing-body';

/** The seats of the responsible authorities (Crime and Disorder Act 1998, section 5(1)). */
export type AuthoritySeat = Exclude<Seat, 'local-policing-body'>;

export type Nation = 'england' | 'wales';

/** `district` and `county` are the two tiers of a two-tier area; each may have a partnership. */
export type CouncilKind = 'london-borough' | 'metropolitan' | 'unitary' | 'district' | 'county';

/** The Mayor's Office for Policing and Crime in London, elsewhere a commissioner or a mayor with that office. */
export type PolicingBodyKind = 'mopac' | 'commissioner' | 'mayor';

export type FireAuthorityKind = 'london-fire-commissioner' | 'county' | 'combined' | 'commissioner' | 'mayor';

/** A law that was tried out in named areas only. */
export type Pilot = 'offensive-weapons-homicide-reviews';

/** What the law asks about a partnership before it says what its duties are. No borough without its own bodies. */
export type PartnershipProfile = {
  /** Which kinds of responsible authority are members. */
  readonly members: readonly AuthoritySeat[];
  readonly pilots: readonly Pilot[];
} & (
  | {
      readonly nation: 'england';
      readonly council: 'london-borough';
      readonly policingBody: 'mopac';
      readonly fireAuthority: 'london-fire-commissioner';
    }
  | {
      readonly nation: 'england';
      readonly council: Exclude<CouncilKind, 'london-borough'>;
      readonly policingBody: Exclude<PolicingBodyKind, 'mopac'>;
      readonly fireAuthority: Exclude<FireAuthorityKind, 'london-fire-commissioner'>;
    }
  | {
      readonly nation: 'wales';
      readonly council: 'unitary';
      readonly policingBody: 'commissioner';
      readonly fireAuthority: 'combined';
    }
);
