import type {
  AuthoritySeat,
  CouncilKind,
  Nation,
  Pilot,
  PolicingBodyKind,
  Seat,
} from '../partnership-profile.js';
import type { DeadlineRule } from './deadline-rule.js';
import type { InForce } from './in-force.js';
import type { Verification } from './verification.js';

export type AtLeastOne<T> = readonly [T, ...T[]];

/** On whom a duty falls. Who sat in a seat on which day is in `applicability/holders.ts`. */
export type Bearer =
  /** Each by itself: one that does it does not discharge the others. */
  | { readonly who: 'each'; readonly seats: AtLeastOne<Seat> }
  /** Together: done once for all of them. */
  | { readonly who: 'jointly'; readonly seats: AtLeastOne<Seat> }
  | { readonly who: 'strategy-group' }
  | { readonly who: 'crime-and-disorder-committee' }
  /** Bodies outside the partnership, in words: told, never chased. */
  | { readonly who: 'others'; readonly named: string };

/** Where a duty is law. `otherwise` completes "does not apply here": why not, for everybody else. */
export type Where = { readonly otherwise: string } & (
  | { readonly nation: Nation }
  | { readonly councils: AtLeastOne<CouncilKind> }
  | { readonly policingBodies: AtLeastOne<PolicingBodyKind> }
  | { readonly pilot: Pilot }
);

/** Who can do something about a duty that is not met. Nobody inspects a partnership as such, and there is no fine. */
export const OVERSEERS = {
  'local-policing-body': 'The local policing body, which may require a report',
  'crime-and-disorder-committee': 'The crime and disorder committee of the council',
  court: 'The courts, by judicial review',
  'secretary-of-state': 'The Secretary of State, by direction',
  'information-commissioner': 'The Information Commissioner',
  'equality-commission': 'The Equality and Human Rights Commission',
  ombudsman: 'The Local Government and Social Care Ombudsman',
  inspectorates: 'The inspectorates of the single authorities',
  auditors: 'Auditors of the council, for value for money',
  'youth-justice-board': 'The Youth Justice Board and HM Inspectorate of Probation',
  'abuse-commissioner': 'The Domestic Abuse Commissioner',
  'home-office-panel': 'The quality assurance panel of the Home Office',
} as const;

export type Overseer = keyof typeof OVERSEERS;

/** One row of a catalogue file: one provision, in our own words. */
export type DutyRow = {
  /** Published once, never changed and never used again: `FIS-5`. */
  readonly reference: string;
  /** `section 6(1)(a)`, `regulation 5(1)` */
  readonly provision: string;
  readonly wording: string;
  readonly on: AtLeastOne<Bearer>;
  readonly inForce: InForce;
  readonly where?: readonly Where[];
  readonly oversight?: readonly Overseer[];
  readonly verification: Verification;
  /** Sensible and not the law: never a reason to say that a duty is not met. */
  readonly goodPractice?: readonly string[];
  readonly notes?: readonly string[];
} & (
  | {
      readonly nature?: 'duty';
      readonly deadline: DeadlineRule;
      /** What would prove it to a stranger. */
      readonly evidence: AtLeastOne<string>;
    }
  /** What a duty has regard to; it may set a date, and never more than guidance. */
  | {
      readonly nature: 'guidance';
      readonly deadline?: DeadlineRule;
      readonly evidence?: AtLeastOne<string>;
    }
  /** A power, a rule on how others are read, or a sanction: nothing to carry out. */
  | {
      readonly nature: 'power' | 'rule' | 'sanction';
      readonly deadline?: never;
      readonly evidence?: AtLeastOne<string>;
    }
);

/** An Act, an instrument or guidance. */
export interface Act {
  readonly title: string;
  /** Its place on legislation.gov.uk (`ukpga/1998/37`); null where it has none, or none that is known. */
  readonly place: string | null;
  /** Which text the rows were read in. */
  readonly textRead: string;
  readonly where?: readonly Where[];
}

/** One catalogue file. */
export interface DutiesOfAct {
  readonly act: Act;
  readonly duties: AtLeastOne<DutyRow>;
}

export type Duty = DutyRow & { readonly act: Act };

/** The five kinds of responsible authority. */
export const RESPONSIBLE_AUTHORITIES: AtLeastOne<AuthoritySeat> = [
  'council',
  'police',
  'fire',
  'probation',
  'health',
];

export const TOGETHER: AtLeastOne<Bearer> = [{ who: 'jointly', seats: RESPONSIBLE_AUTHORITIES }];
export const EACH_AUTHORITY: AtLeastOne<Bearer> = [{ who: 'each', seats: RESPONSIBLE_AUTHORITIES }];
export const STRATEGY_GROUP: AtLeastOne<Bearer> = [{ who: 'strategy-group' }];
export const COMMITTEE: AtLeastOne<Bearer> = [{ who: 'crime-and-disorder-committee' }];

export const each = (...seats: AtLeastOne<Seat>): Bearer => ({ who: 'each', seats });
export const jointly = (...seats: AtLeastOne<Seat>): Bearer => ({ who: 'jointly', seats });
export const others = (named: string): Bearer => ({ who: 'others', named });

/** For instruments that were read for England only. */
export const ENGLAND: Where = {
  nation: 'england',
  otherwise: 'This was read for England only; Wales has law of its own that the catalogue does not hold.',
};
