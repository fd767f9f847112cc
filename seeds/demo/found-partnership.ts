import { CreatePerson, GiveRole, LoadActor } from '@lib/identity';
import {
  type Actor,
  type CalendarDate,
  calendarDate,
  FinancialQuarter,
  type Id,
  londonDateOf,
} from '@lib/kernel';
import { type AuthorityKind, CreatePartnership } from '@lib/partnerships';
import { DEMO_PASSWORD, DEMO_PEOPLE, demoPerson } from './people.js';
import type { UseCases } from './use-cases.js';

/** The first partnership; others, for tests, have its shape and people of their own. */
export const KINGSTON = 'kingston';

export type AuthorityIds = ReadonlyMap<AuthorityKind, Id>;

interface AuthorityFacts {
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly succeeds?: string;
}

export interface Founded {
  readonly partnershipId: Id;
  /** By kind: of bodies that succeeded one another, the member on the day that was asked about. */
  readonly authorityIds: AuthorityIds;
  /** Somebody of the demonstration, with the rights that they have now. */
  actor(role: Parameters<typeof demoPerson>[0], authority?: 'police' | 'council'): Promise<Actor>;
}

/**
 * Makes a partnership, its authorities and its people, each with the role that the demonstration shows.
 *
 * @param on the day whose members have the roles and the measures
 */
export async function foundPartnership(
  useCases: UseCases,
  slug: string,
  authorities: readonly AuthorityFacts[],
  on: CalendarDate,
): Promise<Founded> {
  const people = await createPeople(useCases, slug);
  const founder = people.get(demoPerson('partnership-administrator').email)!;
  const created = await useCases.get(CreatePartnership).execute(
    { personId: founder, name: 'Set-up', grants: [] },
    {
      partnership: {
        slug,
        name: slug === KINGSTON ? 'Safer Kingston Partnership' : `Safer ${slug} Partnership`,
        areaName: 'Royal Borough of Kingston upon Thames',
        localPolicingBody: 'Mayor’s Office for Policing and Crime',
        brandColour: '#1f4e5f',
      },
      setting: {
        ...{ nation: 'england', council: 'london-borough', policingBody: 'mopac' },
        ...{ fireAuthority: 'london-fire-commissioner', pilots: [] },
        dutiesSince: firstDayOfThisYear(),
      },
      authorities: authorities.map(({ kind, name, from, until, succeeds }) => ({
        ...{ kind, name },
        membership: { from: calendarDate(from), until: until === null ? null : calendarDate(until) },
        ...(succeeds !== undefined && { succeeds }),
      })),
    },
  );
  const members = authorities.filter(({ from, until }) => from <= on && (until === null || until > on));
  const authorityIds = new Map(members.map(({ kind, name }) => [kind, created.authorityIds.get(name)!]));
  await giveRoles(useCases, created.id, { authorityIds, people, founder });
  return {
    partnershipId: created.id,
    authorityIds,
    async actor(role, authority) {
      return (await useCases.get(LoadActor).execute(people.get(demoPerson(role, authority).email)!))!;
    },
  };
}

async function createPeople(useCases: UseCases, slug: string): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  for (const { email, name } of DEMO_PEOPLE) {
    const address = slug === KINGSTON ? email : email.replace('@', `@${slug}.`);
    ids.set(
      email,
      await useCases.get(CreatePerson).execute({ email: address, name, password: DEMO_PASSWORD }),
    );
  }
  return ids;
}

/** The duties of the demonstration are those of this year: nothing is recorded of the years before. */
function firstDayOfThisYear(): CalendarDate {
  const { financialYear } = FinancialQuarter.containing(londonDateOf(new Date()));
  return FinancialQuarter.of(financialYear, 1).firstDay;
}

async function giveRoles(
  useCases: UseCases,
  partnershipId: Id,
  given: { authorityIds: AuthorityIds; people: ReadonlyMap<string, Id>; founder: Id },
): Promise<void> {
  // Nobody can give the first role yet: the operator who seeds stands in for an administrator.
  const operator: Actor = {
    personId: given.founder,
    name: 'Set-up',
    grants: [{ role: 'partnership-administrator', partnershipId, authorityId: null }],
  };
  for (const { email, role, authority } of DEMO_PEOPLE)
    await useCases.get(GiveRole).execute(operator, {
      ...{ partnershipId, role, reason: 'Demonstration' },
      personId: given.people.get(email)!,
      authorityId: authority ? given.authorityIds.get(authority)! : null,
    });
}
