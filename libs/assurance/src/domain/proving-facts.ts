import {
  addMonths,
  type CalendarDate,
  dateInWords,
  FinancialQuarter,
  type Id,
  londonDateOf,
} from '@lib/kernel';
import type { AuthoritySeat, BearerKey, Occurrence } from '@lib/statutory';
import type { Days } from './duty-assessment.js';

/** A record of the partnership, pinned by the SHA-256 of what it says. */
interface Pinned {
  readonly id: Id;
  readonly contentSha256: string | null;
}

/** What the partnership has on record that can prove a duty by itself. */
export interface ProvingFacts {
  readonly returns: readonly (Pinned & {
    readonly seat: AuthoritySeat;
    readonly authority: string;
    readonly form: string;
    readonly quarterFirstDay: CalendarDate;
    readonly revision: number;
    readonly acceptedAt: Date;
  })[];
  readonly meetings: readonly (Pinned & {
    readonly kind: string;
    readonly heldOn: CalendarDate;
    readonly place: string;
    readonly publicAt: string | null;
    readonly seats: readonly { readonly seat: AuthoritySeat; readonly senior: number }[];
  })[];
  readonly nominees: readonly (Pinned & {
    readonly seat: AuthoritySeat;
    readonly authority: string;
    readonly name: string | null;
    readonly from: CalendarDate;
  })[];
  readonly summaries: readonly (Pinned & {
    readonly versionId: Id;
    readonly planTitle: string;
    readonly number: number;
    readonly publishedOn: CalendarDate;
  })[];
  readonly planVersions: readonly (Pinned & {
    readonly planTitle: string;
    readonly number: number;
    readonly adoptedOn: CalendarDate;
  })[];
}

export type FactKind = 'return' | 'meeting' | 'nominee' | 'published-summary' | 'plan-version';

/** A record that is offered as evidence of an occurrence: an auditor accepts it, or does not. */
export interface Fact {
  readonly kind: FactKind;
  readonly id: Id;
  readonly name: string;
  readonly contentSha256: string;
}

type Candidate = Omit<Fact, 'contentSha256'> & Pick<Pinned, 'contentSha256'>;

interface Asked {
  readonly about: Days;
  readonly bearer: BearerKey;
}

/** Which records can prove a duty, by its reference. What is offered is about the days of the occurrence. */
const OFFERED: Readonly<Record<string, (asked: Asked, facts: ProvingFacts) => readonly Candidate[]>> = {
  'CDA-17A': ({ about, bearer }, { returns }) =>
    returns
      .filter(({ seat, quarterFirstDay }) => seat === bearer && quarterFirstDay === about.from)
      .map((one) => ({
        ...{ kind: 'return', id: one.id, contentSha256: one.contentSha256 },
        name: `Return of ${one.authority} on ${one.form} for ${FinancialQuarter.containing(one.quarterFirstDay).name}, revision ${one.revision}, accepted on ${dateInWords(londonDateOf(one.acceptedAt))}`,
      })),
  // The plan is revised in the year before the one that it is for.
  'FIS-10-2': ({ about }, { planVersions }) =>
    planVersions
      .filter(({ adoptedOn }) => within(adoptedOn, { from: addMonths(about.from, -12), until: about.from }))
      .map((one) => ({
        ...{ kind: 'plan-version', id: one.id, contentSha256: one.contentSha256 },
        name: `${one.planTitle}, version ${one.number}, adopted on ${dateInWords(one.adoptedOn)}`,
      })),
  'FIS-12-4a': ({ about }, facts) => meetingsOf(facts, 'public-meeting', about),
  'FIS-12-4b': ({ about, bearer }, facts) =>
    meetingsOf(facts, 'public-meeting', about, ({ seats }) =>
      seats.some(({ seat, senior }) => seat === bearer && senior > 0),
    ),
  'FIS-12-4c': ({ about }, facts) =>
    meetingsOf(facts, 'public-meeting', about, ({ publicAt }) => publicAt !== null),
  'SCR-R4': ({ about }, facts) => meetingsOf(facts, 'crime-and-disorder-committee', about),
  'FIS-14': ({ about }, { summaries, planVersions }) =>
    summaries
      .filter(({ versionId }) =>
        planVersions.some((one) => one.id === versionId && one.adoptedOn === about.from),
      )
      .map((one) => ({
        ...{ kind: 'published-summary', id: one.id, contentSha256: one.contentSha256 },
        name: `Summary of ${one.planTitle}, version ${one.number}, published on ${dateInWords(one.publishedOn)}`,
      })),
  'FIS-4-3': ({ about, bearer }, { nominees }) =>
    nominees
      .filter(({ seat, name, from }) => seat === bearer && name !== null && from >= about.from)
      .map((one) => ({
        ...{ kind: 'nominee', id: one.id, contentSha256: one.contentSha256 },
        name: `Nominee of ${one.authority} from ${dateInWords(one.from)}`,
      })),
};

/** Records that are offered as evidence of an occurrence. What is not pinned by a hash is not offered. */
export function factsFor({ about, obligation }: Occurrence, facts: ProvingFacts): Fact[] {
  const { duty, bearer } = obligation;
  const candidates = OFFERED[duty.reference]?.({ about, bearer }, facts) ?? [];
  return candidates.flatMap(({ contentSha256, ...one }) =>
    contentSha256 === null ? [] : [{ ...one, contentSha256 }],
  );
}

type Meeting = ProvingFacts['meetings'][number];

function meetingsOf(
  { meetings }: ProvingFacts,
  kind: string,
  about: Days,
  alsoIf: (meeting: Meeting) => boolean = () => true,
): Candidate[] {
  return meetings
    .filter((one) => one.kind === kind && within(one.heldOn, about) && alsoIf(one))
    .map(({ id, contentSha256, heldOn, place }) => ({
      ...{ kind: 'meeting', id, contentSha256 },
      name: `${MEETINGS[kind] ?? 'Meeting'} of ${dateInWords(heldOn)}, ${place}`,
    }));
}

const MEETINGS: Readonly<Record<string, string>> = {
  'public-meeting': 'Public meeting',
  'crime-and-disorder-committee': 'Meeting of the crime and disorder committee',
};

function within(day: CalendarDate, { from, until }: Days): boolean {
  return from <= day && day < until;
}
