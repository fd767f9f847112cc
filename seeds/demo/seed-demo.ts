import { type Actor, calendarDate, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { CreatePerson, GiveRole, LoadActor } from '@lib/identity';
import { type AuthorityKind, CreatePartnership, PartnershipDirectory } from '@lib/partnerships';
import { DefineMeasure, RecordPlan, SetTarget } from '@lib/plans';
import { ReturnSheetQuery } from '@lib/reporting';
import {
  DecideOnReturn,
  type FigureEntry,
  OpenQuarter,
  RecordAnnualCounts,
  SaveFigures,
  SubmitReturn,
} from '@lib/returns';
import {
  ANNUAL_COUNTS,
  AUTHORITIES,
  BOROUGH_FILE,
  ILLUSTRATIVE_COUNTS,
  NO_QUARTERLY_FIGURE,
  POLICE_COUNTS,
  POLICING_SUMMARY,
  PRIORITIES,
  SERIOUS_ACQUISITIVE_CRIME,
  TARGETS,
} from './kingston.facts.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, demoPerson } from './people.js';

/** Hands out the use cases; a Nest application context is one. */
export interface UseCases {
  get<T>(type: abstract new (...args: never[]) => T): T;
}

const SLUG = 'kingston';
const YEAR = 2010;
const FROM = calendarDate('2010-04-01');
/** What the plan's measures count was counted before the plan, too. */
const COUNTED_FROM = calendarDate('2008-04-01');

/**
 * Fills an empty database with the Safer Kingston Partnership and its year 2010/11, through the same use cases and
 * under the same rights as everybody: an officer enters the figures and an approver approves them.
 *
 * @param slug for a second partnership of the same shape, in tests
 * @returns false when the partnership is there already, and nothing was done
 */
export async function seedDemo(useCases: UseCases, slug: string = SLUG): Promise<boolean> {
  if (await useCases.get(PartnershipDirectory).bySlug(slug)) return false;
  const people = await createPeople(useCases, slug);
  const founder = people.get(demoPerson('partnership-administrator').email)!;
  const { partnershipId, authorityIds } = await createPartnership(useCases, slug, founder);
  await giveRoles(useCases, partnershipId, authorityIds, people, founder);

  const actor = (email: string) => useCases.get(LoadActor).execute(people.get(email)!);
  const analyst = (await actor(demoPerson('partnership-analyst').email))!;
  const officer = (await actor(demoPerson('authority-officer', 'police').email))!;
  const approver = (await actor(demoPerson('authority-approver', 'police').email))!;

  await recordPlan(useCases, analyst, partnershipId, authorityIds);
  const policeId = authorityIds.get('police')!;
  for (const number of [1, 2, 3, 4] as const) {
    const quarter = FinancialQuarter.of(YEAR, number);
    const returns = await useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
    await report(useCases, { officer, approver, partnershipId, returnId: returns.get(policeId)!, number });
  }
  // The quarter everybody owes now.
  await useCases
    .get(OpenQuarter)
    .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(YEAR + 1, 1) });
  return true;
}

async function createPeople(useCases: UseCases, slug: string): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  for (const { email, name } of DEMO_PEOPLE) {
    const address = slug === SLUG ? email : email.replace('@', `@${slug}.`);
    ids.set(
      email,
      await useCases.get(CreatePerson).execute({ email: address, name, password: DEMO_PASSWORD }),
    );
  }
  return ids;
}

async function createPartnership(useCases: UseCases, slug: string, founder: Id) {
  const created = await useCases.get(CreatePartnership).execute(
    { personId: founder, name: 'Set-up', grants: [] },
    {
      partnership: {
        slug,
        name: slug === SLUG ? 'Safer Kingston Partnership' : `Safer ${slug} Partnership`,
        areaName: 'Royal Borough of Kingston upon Thames',
        localPolicingBody: 'Mayor’s Office for Policing and Crime',
        brandColour: '#1f4e5f',
      },
      authorities: AUTHORITIES.map(({ kind, name, from, until, ...rest }) => ({
        kind,
        name,
        membership: { from: calendarDate(from), until: until && calendarDate(until) },
        ...('succeeds' in rest && { succeeds: rest.succeeds }),
      })),
    },
  );
  // The first of each kind: who was a member in 2010/11.
  const authorityIds = new Map<AuthorityKind, Id>();
  for (const { kind, name } of AUTHORITIES)
    if (!authorityIds.has(kind)) authorityIds.set(kind, created.authorityIds.get(name)!);
  return { partnershipId: created.id, authorityIds };
}

async function giveRoles(
  useCases: UseCases,
  partnershipId: Id,
  authorityIds: ReadonlyMap<AuthorityKind, Id>,
  people: ReadonlyMap<string, Id>,
  founder: Id,
): Promise<void> {
  // Nobody can give the first role yet: the operator who seeds stands in for an administrator.
  const operator: Actor = {
    personId: founder,
    name: 'Set-up',
    grants: [{ role: 'partnership-administrator', partnershipId, authorityId: null }],
  };
  for (const { email, role, authority } of DEMO_PEOPLE)
    await useCases.get(GiveRole).execute(operator, {
      partnershipId,
      personId: people.get(email)!,
      role,
      authorityId: authority ? authorityIds.get(authority)! : null,
      reason: 'Demonstration',
    });
}

async function recordPlan(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  authorityIds: ReadonlyMap<AuthorityKind, Id>,
): Promise<void> {
  const policeId = authorityIds.get('police')!;
  const define = (command: Parameters<DefineMeasure['execute']>[1]) =>
    useCases.get(DefineMeasure).execute(analyst, command);
  const measureIds = new Map<string, Id>();
  for (const { slug, name, unit, wording } of POLICE_COUNTS) {
    const { measureId } = await define({
      partnershipId,
      slug,
      authorityId: policeId,
      definition: {
        inForce: { from: COUNTED_FROM, until: null },
        ...{
          name,
          unit,
          wording,
          kind: 'count',
          direction: 'lower',
          source: BOROUGH_FILE.source,
          componentIds: [],
        },
      },
    });
    measureIds.set(slug, measureId);
  }
  const { slug, name, unit, wording, componentSlugs } = SERIOUS_ACQUISITIVE_CRIME;
  const { measureId } = await define({
    partnershipId,
    slug,
    authorityId: policeId,
    definition: {
      inForce: { from: COUNTED_FROM, until: null },
      ...{ name, unit, wording, kind: 'composite', direction: 'lower', source: 'Worked out from its parts' },
      componentIds: componentSlugs.map((component) => measureIds.get(component)!),
    },
  });
  measureIds.set(slug, measureId);
  for (const { kind, ...measure } of ILLUSTRATIVE_COUNTS)
    await define({
      partnershipId,
      slug: measure.slug,
      authorityId: authorityIds.get(kind)!,
      definition: {
        inForce: { from: calendarDate('2011-04-01'), until: null },
        ...{ name: measure.name, unit: measure.unit, wording: measure.wording, direction: measure.direction },
        ...{ kind: 'count', source: 'Illustrative: not a measure of the plan', componentIds: [] },
      },
    });

  const { planVersionId } = await useCases.get(RecordPlan).execute(analyst, {
    partnershipId,
    title: 'Kingston priorities for 2010/11',
    version: {
      number: 1,
      state: 'adopted',
      adoptedOn: null,
      decision: null,
      inForce: { from: FROM, until: null },
      source: POLICING_SUMMARY.source,
    },
    priorities: PRIORITIES.map(({ title, slugs }) => ({
      title,
      leadAuthorityId: policeId,
      measureIds: slugs.map((slug) => measureIds.get(slug)!),
    })),
  });

  for (const [financialYear, end] of [
    [YEAR - 2, 'before'],
    [YEAR - 1, 'after'],
  ] as const)
    await useCases.get(RecordAnnualCounts).execute(analyst, {
      partnershipId,
      financialYear,
      counts: ANNUAL_COUNTS.map((facts) => {
        const [lowest, best, highest] = facts[end];
        return {
          measureId: measureIds.get(facts.slug)!,
          count: new Decimal(best),
          range: { lowest: new Decimal(lowest), highest: new Decimal(highest) },
          exactness: 'back-calculated',
          ...POLICING_SUMMARY,
        };
      }),
    });

  for (const { slug, reductionPercent, baseline } of TARGETS)
    await useCases.get(SetTarget).execute(analyst, {
      partnershipId,
      measureId: measureIds.get(slug)!,
      planVersionId,
      kind: 'percentage-reduction',
      wording: `${reductionPercent}% fewer than in 2009/10`,
      applies: { from: FROM, until: calendarDate('2011-04-01') },
      reductionPercent: new Decimal(reductionPercent),
      baseline: baseline && {
        period: { from: calendarDate('2009-04-01'), until: FROM },
        value: new Decimal(baseline.best),
        range: { lowest: new Decimal(baseline.lowest), highest: new Decimal(baseline.highest) },
        exactness: 'back-calculated',
        ...POLICING_SUMMARY,
      },
    });
}

async function report(
  useCases: UseCases,
  given: { officer: Actor; approver: Actor; partnershipId: Id; returnId: Id; number: 1 | 2 | 3 | 4 },
): Promise<void> {
  const { officer, approver, partnershipId, returnId, number } = given;
  const sheets = useCases.get(ReturnSheetQuery);
  const sheet = await sheets.run(officer, partnershipId, returnId);
  const entries = new Map(sheet.lines.map((line) => [line.id, entryFor(line.measureSlug, number)] as const));
  const seenVersion = await useCases
    .get(SaveFigures)
    .execute(officer, { partnershipId, returnId, seenVersion: sheet.version, entries });
  await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  const sent = await sheets.run(approver, partnershipId, returnId);
  await useCases.get(DecideOnReturn).execute(approver, {
    partnershipId,
    returnId,
    action: 'approve',
    contentSha256: sent.decisions.at(-1)!.contentSha256,
  });
}

function entryFor(slug: string, number: 1 | 2 | 3 | 4): FigureEntry {
  const quarters = POLICE_COUNTS.find((facts) => facts.slug === slug)?.quarters;
  return quarters
    ? { kind: 'value', value: new Decimal(quarters[number - 1]!), provenance: BOROUGH_FILE }
    : { kind: 'not-available', reason: NO_QUARTERLY_FIGURE, expectedOn: null };
}
