import {
  type Actor,
  addDays,
  type CalendarDate,
  calendarDate,
  contentHash,
  Decimal,
  FinancialQuarter,
  type Id,
  londonDateOf,
  newId,
} from '@lib/kernel';
import { CreatePerson, GiveRole, LoadActor } from '@lib/identity';
import { type AuthorityKind, CreatePartnership, PartnershipDirectory } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import {
  counted,
  DecideOnReturn,
  type FigureEntry,
  OpenQuarter,
  ReopenForAuthority,
  ReviewReturn,
  SaveFigures,
  type SaveFiguresCommand,
  StateSources,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import { AUTHORITIES, BOROUGH_FILE, NO_QUARTERLY_FIGURE, POLICE_COUNTS } from './kingston.facts.js';
import { declareAStatus, recordKingstonPlan, YEAR } from './kingston-plan.js';
import { recordAssurance } from './record-assurance.js';
import { recordDuties } from './record-duties.js';
import { recordEvidence } from './record-evidence.js';
import { recordMeetings } from './record-meetings.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, demoPerson, type UseCases } from '../../seeds/demo/index.js';

const SLUG = 'kingston';

/**
 * Fills an empty database with the Safer Kingston Partnership and its year 2010/11, through the same use cases and
 * under the same rights as everybody: an officer enters the figures and an approver approves them.
 *
 * @param slug for a second partnership of the same shape, in tests
 * @returns false when the partnership is there already, and nothing was done
 */
export async function seedKingston2010(useCases: UseCases, slug: string = SLUG): Promise<boolean> {
  if (await useCases.get(PartnershipDirectory).bySlug(slug)) return false;
  const people = await createPeople(useCases, slug);
  const founder = people.get(demoPerson('partnership-administrator').email)!;
  const { partnershipId, authorityIds } = await createPartnership(useCases, slug, founder);
  await giveRoles(useCases, partnershipId, authorityIds, people, founder);

  const actor = (email: string) => useCases.get(LoadActor).execute(people.get(email)!);
  const analyst = (await actor(demoPerson('partnership-analyst').email))!;
  const officer = (await actor(demoPerson('authority-officer', 'police').email))!;
  const approver = (await actor(demoPerson('authority-approver', 'police').email))!;

  await recordKingstonPlan(useCases, analyst, partnershipId, authorityIds);
  const policeId = authorityIds.get('police')!;
  for (const number of [1, 2, 3, 4] as const) {
    const quarter = FinancialQuarter.of(YEAR, number);
    const opened = await useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
    const { id: returnId } = opened.find(({ authorityId }) => authorityId === policeId)!;
    await report(useCases, { officer, approver, partnershipId, returnId, number });
  }
  await declareAStatus(useCases, analyst, partnershipId);
  await recordDuties(useCases, analyst, partnershipId);
  const auditor = (await actor(demoPerson('auditor').email))!;
  await recordEvidence(useCases, { analyst, auditor, partnershipId, policeId });
  await recordMeetings(useCases, analyst, partnershipId);
  await recordAssurance(useCases, { analyst, auditor, partnershipId, year: YEAR });
  // The quarter everybody owes now.
  await useCases
    .get(OpenQuarter)
    .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(YEAR + 1, 1) });
  const reopening = {
    ...{
      partnershipId,
      quarter: FinancialQuarter.of(YEAR + 1, 1),
      authorityId: authorityIds.get('council')!,
    },
    reason: 'Illustrative: the extract of the noise team came late',
    expiresOn: addDays(londonDateOf(new Date()), 30),
  };
  const once = { key: newId(), contentSha256: contentHash(reopening.reason) };
  await useCases.get(ReopenForAuthority).execute(analyst, reopening, once);
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
      setting: {
        ...{ nation: 'england', council: 'london-borough', policingBody: 'mopac' },
        ...{ fireAuthority: 'london-fire-commissioner', pilots: [] },
        dutiesSince: firstDayOfThisYear(),
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

/** The duties of the demonstration are those of today: the law of 2010 was another one. */
function firstDayOfThisYear(): CalendarDate {
  const { financialYear } = FinancialQuarter.containing(londonDateOf(new Date()));
  return FinancialQuarter.of(financialYear, 1).firstDay;
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

async function report(
  useCases: UseCases,
  given: { officer: Actor; approver: Actor; partnershipId: Id; returnId: Id; number: 1 | 2 | 3 | 4 },
): Promise<void> {
  const { officer, approver, partnershipId, returnId, number } = given;
  const sheets = useCases.get(ReturnSheetQuery);
  const sheet = await sheets.run(officer, partnershipId, returnId);
  const entries = new Map(sheet.lines.map((line) => [line.id, entryFor(line.measureSlug, number)] as const));
  const saved = await useCases
    .get(SaveFigures)
    .execute(officer, { partnershipId, returnId, seenVersion: sheet.version, entries });
  const looked = await lookAt(useCases, officer, {
    partnershipId,
    returnId,
    seenVersion: saved,
    entries,
  });
  const seenVersion = await attachExtract(useCases, officer, sheet, { number, seenVersion: looked });
  await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  const sent = await sheets.run(approver, partnershipId, returnId);
  await useCases.get(DecideOnReturn).execute(approver, {
    partnershipId,
    returnId,
    action: 'approve',
    contentSha256: sent.decisions.at(-1)!.contentSha256,
  });
}

/** Keeps the counts of the quarter as the file they would have been added up from. */
async function attachExtract(
  useCases: UseCases,
  officer: Actor,
  { id: returnId, lines }: ReturnSheet,
  { number, seenVersion }: { number: 1 | 2 | 3 | 4; seenVersion: number },
): Promise<number> {
  const counts = POLICE_COUNTS.filter(({ quarters }) => quarters);
  const rows = counts.map(({ name, quarters }) => `"${name}",${quarters![number - 1]}`);
  const { extract: _, ...provenance } = BOROUGH_FILE;
  await useCases.get(StateSources).execute(officer, {
    ...{ partnershipId: officer.grants[0]!.partnershipId, returnId, seenVersion, provenance },
    lineIds: lines
      .filter(({ measureSlug }) => counts.some(({ slug }) => slug === measureSlug))
      .map(({ id }) => id),
    file: {
      name: `counts-quarter-${number}.csv`,
      bytes: Buffer.from(`measure,count\r\n${rows.join('\r\n')}\r\n`),
    },
  });
  return seenVersion + 1;
}

/** Answers what the checks ask, as an officer does before the return is sent. */
async function lookAt(useCases: UseCases, officer: Actor, command: SaveFiguresCommand): Promise<number> {
  const { partnershipId, returnId } = command;
  const { open } = await useCases.get(ReviewReturn).execute(officer, { partnershipId, returnId });
  const answers = new Map(
    open.unanswered.map(({ lineId }) => [lineId, 'Added up again from the published borough file']),
  );
  const seenVersion = await useCases.get(SaveFigures).execute(officer, { ...command, answers });
  const texts = new Map<Id | null, string>(
    open.uncommented.map(({ lineId }) => [
      lineId,
      'Illustrative: what happened, why, and what is done next would be said here.',
    ]),
  );
  if (open.uncommentedWhole)
    texts.set(null, 'Illustrative: entered long afterwards from the published file.');
  if (texts.size === 0) return seenVersion;
  await useCases.get(WriteCommentary).execute(officer, { partnershipId, returnId, seenVersion, texts });
  return seenVersion + 1;
}

function entryFor(slug: string, number: 1 | 2 | 3 | 4): FigureEntry {
  const quarters = POLICE_COUNTS.find((facts) => facts.slug === slug)?.quarters;
  return quarters
    ? counted(new Decimal(quarters[number - 1]!), BOROUGH_FILE)
    : { kind: 'not-available', reason: NO_QUARTERLY_FIGURE, expectedOn: null };
}
