import { createHash } from 'node:crypto';
import { MakeBundle, RequestBundle } from '@lib/audit-bundle';
import { DelegateRole, LoadActor, MakeCalendarAddress } from '@lib/identity';
import { type Actor, addDays, calendarDate, Decimal, FinancialQuarter, type Id, newId } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import {
  BeginWorkpaper,
  DecideOnEvidence,
  factsFor,
  MoveFinding,
  type MoveFindingCommand,
  RaiseFinding,
  RecordHappening,
  RequestEvidence,
  SupplyEvidence,
  SupplyEvidenceVersion,
  TestFigure,
} from '@lib/assurance';
import { RecordMeeting } from '@lib/meetings';
import { MakeGroup } from '@lib/comparators';
import { BeginPlan, BeginRevision, BreakMeasureDown } from '@lib/plans';
import {
  ComparatorGroupsQuery,
  CrossChecksQuery,
  DelegationsQuery,
  DecisionsQuery,
  MeasureQuery,
  MeetingsQuery,
  NomineesQuery,
  PeopleQuery,
  PlanQuery,
  OwnTablesQuery,
  PublishedFilesQuery,
  PublishedSummariesQuery,
  type ReturnSheet,
  ReturnFormsQuery,
  ReturnSheetQuery,
  ReturnsListQuery,
  DutiesQuery,
  EvidenceQuery,
  OccurrenceQuery,
  WorkpapersQuery,
} from '@lib/reporting';
import { MarkChartAndJudge } from '@lib/results';
import { counted, DecideOnReturn, OpenQuarter, SubmitReturn } from '@lib/returns';
import { saveLookedAt } from '@lib/testing';
import type { TestApp } from '../test-app.js';
import { lookInto } from './onlooker.js';
import { ownTableKept } from './kept-tables.js';
import { applyFile, boroughCsv, fileReadBy } from './published-files.js';

const MEASURE = 'residential-burglary';

/** Records that an address can name, with what a form about them has to say. */
export interface Records {
  readonly slug: string;
  readonly draft: { readonly id: string; readonly version: string; readonly line: string };
  /** A draft that says something on every line. */
  readonly complete: { readonly id: string; readonly version: string; readonly line: string };
  readonly submitted: { readonly id: string; readonly contentSha256: string };
  readonly approved: { readonly id: string; readonly contentSha256: string };
  readonly accepted: { readonly id: string };
  /** A quarter that is open. */
  readonly quarter: string;
  readonly authority: string;
  readonly person: string;
  readonly role: string;
  readonly measure: string;
  /** The secret of a calendar's address; its owner does nothing else in the tests. */
  readonly calendar: string;
  /** Something that made duties fall due. */
  readonly happening: string;
  /** Evidence of the authority: something that waits for its review, its file, and what was asked for and has not come. */
  readonly evidence: {
    readonly item: string;
    readonly version: string;
    readonly spareVersion: string;
    readonly reviewedVersion: string;
    /** A file that is clean, and one that is held. */
    readonly fileVersion: string;
    readonly heldVersion: string;
    readonly request: string;
  };
  /** A public meeting that is offered as evidence of a year, and what it says. */
  readonly proven: { readonly id: string; readonly contentSha256: string; readonly year: string };
  /** A meeting, with an authority that attended it; and another, to take back. */
  readonly meeting: { readonly id: string; readonly attended: string; readonly spare: string };
  /** An authority of today, with the nomination of it that stands last. */
  readonly nominating: { readonly authority: string; readonly nominee: string };
  /** A published summary, and the adopted version of the plan that it sums up. */
  readonly summary: { readonly id: string; readonly version: string };
  /** Findings that the authority answers, by what can be done with each. */
  readonly findings: Readonly<Record<FindingToDo, string>>;
  /** A workpaper with a figure of its sample, and one that can be concluded. */
  readonly workpaper: { readonly id: string; readonly figure: string; readonly tested: string };
  /** The first day of the year of which an assessment is due. */
  readonly dutyYear: string;
  /** A breakdown of that measure, and its categories. */
  readonly breakdown: { readonly id: string; readonly categories: readonly string[] };
  /** A mark on the chart of that measure. */
  readonly mark: string;
  /** Two measures that a check can be about. */
  readonly measureIds: readonly [string, string];
  readonly crossCheck: string;
  /** A form with its newest version, and two choices of its page. */
  readonly returnForm: {
    readonly id: string;
    readonly version: string;
    readonly choices: readonly [string, string];
  };
  /** A role of the approver, whom they can lend it to, and one that is lent already. */
  readonly delegation: { readonly id: string; readonly role: string; readonly colleague: string };
  /** A file that a figure of the authority was taken from. */
  readonly extract: string;
  /** An audit bundle that is ready. */
  readonly auditBundle: string;
  readonly plan: PlanRecords;
  /** The group of neighbours, and another, to end. */
  readonly comparatorGroup: { readonly id: string; readonly spare: string };
  /** Files of published figures: two that were read, one that was applied. */
  readonly publishedFiles: Readonly<Record<'toAnswer' | 'toAbandon' | 'toWithdraw', Id>>;
  /** What is remembered of published files: tables of one's own. */
  readonly publishedAnswers: Readonly<Record<'toSee' | 'toChange' | 'toForget', Id>>;
  /** Source and day of a release that stands. */
  readonly publishedRelease: string;
}

/** What a finding waits for; two of those that two roles can move, because each moves once. */
type FindingToDo = keyof typeof MOVES_BEFORE;
const MOVES_BEFORE = {
  toAnswer: [],
  toAnswerToo: [],
  toReport: ['answer'],
  toReportToo: ['answer'],
  toClose: ['answer', 'reportDone'],
  toSendBack: ['answer', 'reportDone'],
  toReopen: ['answer', 'reportDone', 'close'],
  toWithdraw: [],
} as const;

/** The revision of the plan that is open, and parts of it, with the rows that a form says it was made from. */
export interface PlanRecords {
  readonly draft: string;
  readonly edits: number;
  /** The draft of another plan, to give up. */
  readonly spareDraft: string;
  readonly decision: string;
  readonly priority: string;
  readonly priorityRow: string;
  /** Who leads the priority. */
  readonly lead: string;
  /** The measures under the priority, as the form for them says it. */
  readonly measures: string;
  readonly action: string;
  readonly actionRow: string;
  /** Another action, to take out. */
  readonly spareAction: string;
  readonly finding: string;
  readonly findingRow: string;
  readonly upperPlan: string;
}

/** Opens the quarters that `recordsOf` puts one return of each state into. */
export async function openTheYear(test: TestApp, slug: string): Promise<void> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  for (const number of [2, 3, 4] as const)
    await test.app
      .get(OpenQuarter)
      .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(2011, number) });
  await test.app.get(OpenQuarter).execute(analyst, { partnershipId, quarter: FinancialQuarter.of(2012, 1) });
}

/** One return in each state of an authority, in the quarters of 2011/12; and people who play no part in the tests. */
export async function recordsOf(
  test: TestApp,
  slug: string,
  authority: 'police' | 'council',
): Promise<Records> {
  const partnershipId = await partnershipOf(test, slug);
  const officer = await actor(test, addressOf(`officer@${authority}.example`, slug));
  const approver = await actor(test, addressOf(`approver@${authority}.example`, slug));
  const admin = await actor(test, addressOf('admin@partnership.example', slug));

  const listed = await test.app.get(ReturnsListQuery).run(officer, partnershipId, {
    permission: 'returns.edit',
    states: ['draft'],
    order: 'soonest-due',
    limit: 10,
  });
  const [draft, complete, submitted, approved, accepted] = listed.map(({ id }) => id) as [Id, Id, Id, Id, Id];
  const sheetOf = (id: Id) => test.app.get(ReturnSheetQuery).run(officer, partnershipId, id);
  const fill = async (id: Id) => {
    const sheet = await sheetOf(id);
    const five = counted(new Decimal(5));
    return saveLookedAt(test.app, officer, {
      ...{ partnershipId, returnId: id, seenVersion: sheet.version },
      entries: new Map(sheet.lines.map((line) => [line.id, five])),
    });
  };
  const submit = async (id: Id) => {
    const seenVersion = await fill(id);
    await test.app.get(SubmitReturn).execute(officer, { partnershipId, returnId: id, seenVersion });
    return sentContentOf(await sheetOf(id));
  };

  const completeVersion = await fill(complete);
  const submittedSha256 = await submit(submitted);
  const contentSha256 = await submit(approved);
  const decide = test.app.get(DecideOnReturn);
  await decide.execute(approver, { partnershipId, returnId: approved, action: 'approve', contentSha256 });
  const content = { partnershipId, returnId: accepted, contentSha256: await submit(accepted) };
  await decide.execute(approver, { ...content, action: 'approve' });
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  await decide.execute(analyst, { ...content, action: 'accept' });

  const draftSheet = await sheetOf(draft);
  const { checks, measures } = await test.app
    .get(CrossChecksQuery)
    .run(analyst, partnershipId, calendarDate('2011-09-01'));
  const people = await test.app.get(PeopleQuery).run(admin, partnershipId, test.clock.now());
  const named = (email: string) => people.find((one) => one.email === addressOf(email, slug))!;
  return {
    slug,
    draft: { id: draft, version: String(draftSheet.version), line: draftSheet.lines[0]!.id },
    complete: {
      ...{ id: complete, version: String(completeVersion) },
      line: (await sheetOf(complete)).lines[0]!.id,
    },
    submitted: { id: submitted, contentSha256: submittedSha256 },
    approved: { id: approved, contentSha256 },
    accepted: { id: accepted },
    quarter: '2011-12-q1',
    authority: officer.grants[0]!.authorityId!,
    person: named('officer2@police.example').id,
    role: named('approver@council.example').roles[0]!.assignmentId,
    measure: MEASURE,
    measureIds: [measures[0]!.id, measures[1]!.id],
    crossCheck: checks[0]!.id,
    returnForm: await returnFormOf(test, analyst, partnershipId),
    delegation: await delegationOf(test, approver, partnershipId),
    extract: await extractOf(test, officer, partnershipId, draftSheet),
    calendar: await test.app
      .get(MakeCalendarAddress)
      .execute(await actor(test, addressOf('officer@council.example', slug)), partnershipId),
    happening: await happeningOf(test, analyst, partnershipId),
    evidence: await evidenceOf(test, slug, authority),
    ...(await provingRecordsOf(test, analyst, partnershipId)),
    proven: await provenOf(test, analyst, partnershipId),
    findings: await findingsOf(test, slug, authority),
    workpaper: await workpaperOf(test, slug),
    dutyYear: FinancialQuarter.of(FinancialQuarter.containing(test.clock.today()).financialYear, 1).firstDay,
    breakdown: await breakdownOf(test, slug, authority),
    mark: await markOn(test, slug, authority === 'police' ? 1 : 2),
    auditBundle: await auditBundleOf(test, slug),
    plan: await planRecords(test, slug),
    comparatorGroup: await comparatorGroupOf(test, slug, authority),
    ...(await publishedFilesOf(test, analyst, { slug, partnershipId })),
    publishedAnswers: await publishedAnswersOf(test, analyst, partnershipId),
  };
}

async function publishedAnswersOf(
  test: TestApp,
  analyst: Actor,
  partnershipId: Id,
): Promise<Records['publishedAnswers']> {
  const { length: before } = await test.app.get(OwnTablesQuery).run(analyst, partnershipId);
  const keep = async (name: string) =>
    (await ownTableKept(test, analyst, partnershipId, `${name} ${before}`)).id;
  return {
    toSee: await keep('Graffiti'),
    toChange: await keep('Calls to the warden'),
    toForget: await keep('Fly-tipping'),
  };
}

async function publishedFilesOf(
  test: TestApp,
  analyst: Actor,
  { slug, partnershipId }: { slug: string; partnershipId: Id },
): Promise<Pick<Records, 'publishedFiles' | 'publishedRelease'>> {
  const before = await test.app.get(PublishedFilesQuery).run(analyst, partnershipId);
  const read = (name: string, figure: number) =>
    fileReadBy(test, analyst, partnershipId, {
      name,
      // Of one content, no file is loaded twice.
      bytes: boroughCsv({ figure: figure + 10 * before.length }),
    });
  const toWithdraw = await read('to-withdraw.csv', 101);
  // Of one release, no two files say different things.
  const release = before.length === 0 ? '2024-05' : '2024-06';
  await applyFile(test, analyst, partnershipId, { id: toWithdraw, release });
  // Its release is one that no other partnership has.
  const year = slug === 'kingston' ? '2023' : '2022';
  const standing = { id: await read('standing.csv', 104), release: release.replace('2024', year) };
  await applyFile(test, analyst, partnershipId, standing);
  return {
    publishedFiles: {
      toWithdraw,
      toAnswer: await read('to-answer.csv', 102),
      toAbandon: await read('to-abandon.csv', 103),
    },
    publishedRelease: `mps-borough/${standing.release}-01`,
  };
}

async function planRecords(test: TestApp, slug: string): Promise<PlanRecords> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  const on = test.clock.today();
  const plans = test.app.get(PlanQuery);
  const { versions, upperPlans } = await plans.run(analyst, partnershipId, { on });
  const open = versions.find(({ state, number }) => state === 'draft' && number > 1)?.id;
  const draft = open ?? (await test.app.get(BeginRevision).execute(analyst, partnershipId));
  const sheet = (await plans.run(analyst, partnershipId, { on, versionId: draft })).sheet!;
  const spare = { partnershipId, title: 'A plan that is not needed', source: 'The partnership’s plan' };
  const spareDraft = await test.app.get(BeginPlan).execute(analyst, spare);
  const [priority] = sheet.priorities;
  const [spareAction, action] = priority!.actions;
  const [finding] = sheet.findings;
  const [decision] = await test.app.get(DecisionsQuery).run(analyst, partnershipId);
  return {
    ...{ draft, edits: sheet.version.edits, spareDraft, decision: decision!.id },
    ...{ priority: priority!.id, priorityRow: priority!.rowId, lead: priority!.lead!.id },
    measures: priority!.measures.map(({ id }) => id).join(' '),
    ...{ action: action!.id, actionRow: action!.rowId, spareAction: spareAction!.id },
    ...{ finding: finding!.id, findingRow: finding!.rowId, upperPlan: upperPlans[0]!.id },
  };
}

/** The approver's role, lent to the first colleague for a few days to come. */
async function delegationOf(test: TestApp, approver: Actor, partnershipId: Id) {
  const query = test.app.get(DelegationsQuery);
  const { roles } = await query.run(approver, partnershipId, test.clock.now());
  const role = roles[0]!.id;
  const colleague = roles[0]!.colleagues[0]!.id;
  await test.app.get(DelegateRole).execute(approver, {
    ...{ partnershipId, assignmentId: role, toPersonId: colleague, reason: 'A training course' },
    ...{ from: calendarDate('2198-05-04'), until: calendarDate('2198-05-08') },
  });
  const { delegations } = await query.run(approver, partnershipId, test.clock.now());
  return { id: delegations[0]!.id, role, colleague };
}

async function auditBundleOf(test: TestApp, slug: string): Promise<Id> {
  const auditor = await actor(test, addressOf('auditor@partnership.example', slug));
  const partnership = (await test.app.get(PartnershipDirectory).bySlug(slug))!;
  const period = { from: calendarDate('2010-04-01'), until: calendarDate('2010-06-30') };
  const id = await test.app.get(RequestBundle).execute(auditor, partnership.id, period);
  await test.app.get(MakeBundle).execute(partnership, { signingKey: null, checkpoints: null });
  return id;
}

/** A file of the authority, put there behind the service's back: none of its drafts is changed by it. */
async function extractOf(
  test: TestApp,
  officer: Actor,
  partnershipId: Id,
  { authorityId }: ReturnSheet,
): Promise<Id> {
  const onlooker = await lookInto(test.database);
  const id = newId();
  await onlooker.rows(
    `insert into source_extract select $1, $2, $3, 'extract.csv', 1, encode(sha256('x'), 'hex'), 'x', $4, now()`,
    [partnershipId, id, authorityId, officer.personId],
  );
  await onlooker.close();
  return id;
}

/** A note on the chart of the measure, in a quarter of 2010/11. */
async function markOn(test: TestApp, slug: string, number: 1 | 2): Promise<Id> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  const measures = test.app.get(MeasureQuery);
  const { id: measureId } = await measures.run(analyst, partnershipId, MEASURE);
  const quarter = FinancialQuarter.of(2010, number);
  await test.app.get(MarkChartAndJudge).execute(analyst, partnershipId, {
    ...{ measureId, quarter, kind: 'event', words: 'A note', approvedBy: null },
  });
  const { marks } = await measures.run(analyst, partnershipId, MEASURE);
  return marks.find((mark) => mark.quarter.equals(quarter))!.id;
}

/** A public meeting of its own: what other tests take back would be offered no more. */
async function provenOf(test: TestApp, analyst: Actor, partnershipId: Id): Promise<Records['proven']> {
  const meetings = await test.app.get(MeetingsQuery).run(analyst, partnershipId);
  const { financialYear } = FinancialQuarter.containing(meetings.at(-1)!.heldOn);
  // Older than all others, which are told by their place in the list.
  const heldOn = FinancialQuarter.of(financialYear, 1).firstDay;
  await test.app.get(RecordMeeting).execute(analyst, {
    ...{ partnershipId, kind: 'public-meeting', heldOn, place: 'A school hall', discussed: 'Questions' },
    ...{ publicAt: null, attendees: [], insteadOf: null },
  });
  const key = `FIS-12-4a/strategy-group/${heldOn}`;
  const { occurrence, records } = await test.app.get(OccurrenceQuery).run(analyst, partnershipId, key);
  const fact = factsFor(occurrence, records).find(({ name }) => name.includes('school'))!;
  return { id: fact.id, contentSha256: fact.contentSha256, year: heldOn };
}

const DUTY = { reference: 'FIS-12-4b', bearer: 'police' } as const;

/** Evidence of the authority; the scan of its file is put there behind the service's back: there is no scanner here. */
async function evidenceOf(test: TestApp, slug: string, authority: string): Promise<Records['evidence']> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const officer = await actor(test, addressOf(`officer@${authority}.example`, slug));
  const partnershipId = await partnershipOf(test, slug);
  const today = test.clock.today();
  const bytes = Buffer.from('Attended by the borough commander');
  const item = {
    ...{
      partnershipId,
      authorityId: officer.grants[0]!.authorityId!,
      title: 'Attendance',
      obligations: [DUTY],
    },
    marking: 'official-sensitive' as const,
  };
  const version = {
    coversFrom: today,
    coversUntil: addDays(today, 1),
    expiresOn: null,
    words: 'Who attended',
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const supply = test.app.get(SupplyEvidence);
  const supplyVersion = test.app.get(SupplyEvidenceVersion);
  const link = { kind: 'link', link: 'https://www.example.org/attendance' } as const;
  const supplied = await supply.execute(officer, { ...item, version: { ...version, content: link } });
  const another = { partnershipId, evidenceId: supplied, version: { ...version, content: link } };
  for (let count = 0; count < 2; count += 1) await supplyVersion.execute(officer, another);
  const file = { name: 'attendance.txt', mediaType: 'text/plain', size: bytes.length, sha256, bytes };
  for (let count = 0; count < 2; count += 1)
    await supplyVersion.execute(officer, {
      ...another,
      version: { ...version, content: { kind: 'file', ...file } },
    });
  const asked = { askedFor: 'Who attended', dueOn: addDays(today, 30) };
  const request = await test.app.get(RequestEvidence).execute(analyst, { ...item, ...asked });
  const { evidence } = await test.app.get(EvidenceQuery).run(officer, partnershipId, supplied);
  const ids = evidence[0]!.versions.map(({ id }) => id) as [Id, Id, Id, Id, Id];
  const [fileVersion, heldVersion, reviewedVersion, spareVersion, first] = ids;
  const auditor = await actor(test, addressOf('auditor@partnership.example', slug));
  const takenUp = { partnershipId, versionId: reviewedVersion, action: 'takeUp', reason: null } as const;
  await test.app.get(DecideOnEvidence).execute(auditor, takenUp);
  const onlooker = await lookInto(test.database);
  await onlooker.rows("insert into evidence_scan values ($1, $2, $3, 'clean', null, clock_timestamp())", [
    ...[partnershipId, newId(), fileVersion],
  ]);
  await onlooker.close();
  return { item: supplied, version: first, spareVersion, reviewedVersion, fileVersion, heldVersion, request };
}

/** Findings on the duty, put to the authority, as far on as each has to be. */
async function findingsOf(test: TestApp, slug: string, authority: string): Promise<Records['findings']> {
  const auditor = await actor(test, addressOf('auditor@partnership.example', slug));
  const approver = await actor(test, addressOf(`approver@${authority}.example`, slug));
  const partnershipId = await partnershipOf(test, slug);
  const { records } = await test.app.get(DutiesQuery).run(auditor, partnershipId);
  const dueOn = addDays(test.clock.today(), 30);
  const action = { what: 'Keep a list', owner: 'The commander', dueOn };
  const ids: Record<string, Id> = {};
  for (const [name, moves] of Object.entries(MOVES_BEFORE)) {
    const findingId = await test.app.get(RaiseFinding).execute(auditor, {
      ...{ partnershipId, on: { kind: 'duty', occurrence: `FIS-12-4b/police/${records.keptSince}` } },
      ...{ title: 'No list', found: 'None', expected: 'A list', recommendation: 'Keep one', rating: 'low' },
      ...{ authorityId: approver.grants[0]!.authorityId, answerBy: dueOn },
    });
    for (const [index, move] of moves.entries()) {
      const said = { partnershipId, findingId, seen: index + 1, words: 'As agreed', action: move };
      const command = { ...said, ...(move === 'answer' && { answer: { response: 'agreed', action } }) };
      const by = move === 'close' ? auditor : approver;
      await test.app.get(MoveFinding).execute(by, command as MoveFindingCommand);
    }
    ids[name] = findingId;
  }
  return ids as Records['findings'];
}

async function workpaperOf(test: TestApp, slug: string): Promise<Records['workpaper']> {
  const auditor = await actor(test, addressOf('auditor@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  const quarter = FinancialQuarter.of(2010, 1);
  const begin = async () => {
    const id = await test.app.get(BeginWorkpaper).execute(auditor, {
      ...{ partnershipId, objective: 'Whether they agree', sampleSize: 1, seed: '1' },
      ...{ firstQuarter: quarter, lastQuarter: quarter },
    });
    const [workpaper] = await test.app.get(WorkpapersQuery).run(auditor, partnershipId, id);
    return { id, figure: workpaper!.figures[0]!.figure.id };
  };
  const { id: tested, figure: figureId } = await begin();
  const words = 'It has no extract';
  await test.app
    .get(TestFigure)
    .execute(auditor, { partnershipId, workpaperId: tested, figureId, obtained: null, words });
  return { ...(await begin()), tested };
}

async function happeningOf(test: TestApp, analyst: Actor, partnershipId: Id): Promise<Id> {
  await test.app.get(RecordHappening).execute(analyst, {
    ...{ partnershipId, trigger: 'report-required', on: test.clock.today(), bearer: null, dueOn: null },
    words: 'A report was required',
  });
  const { happenings } = await test.app.get(DutiesQuery).run(analyst, partnershipId);
  return happenings.find(({ trigger }) => trigger === 'report-required')!.id;
}

/** What the demonstration has of meetings, nominees and published summaries. */
async function provingRecordsOf(test: TestApp, analyst: Actor, partnershipId: Id) {
  const [meeting, spare] = await test.app.get(MeetingsQuery).run(analyst, partnershipId);
  const attended = meeting!.attendance.find(({ people }) => people.length > 0)!.authorityId;
  const day = calendarDate('2026-11-23');
  const { onDay } = await test.app.get(NomineesQuery).run(analyst, partnershipId, day);
  const police = onDay.find(({ seat }) => seat === 'police')!;
  const { summaries } = await test.app.get(PublishedSummariesQuery).run(analyst, partnershipId);
  return {
    meeting: { id: meeting!.id, attended, spare: spare!.id },
    nominating: { authority: police.id, nominee: police.newest! },
    summary: { id: summaries[0]!.id, version: summaries[0]!.versionId },
  };
}

/** The group of neighbours, and a group that nobody else ends. */
async function comparatorGroupOf(
  test: TestApp,
  slug: string,
  by: string,
): Promise<Records['comparatorGroup']> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  const spare = await test.app.get(MakeGroup).execute(analyst, {
    ...{ partnershipId, name: `Spare group of ${by}`, purpose: 'To be ended', reason: 'To be ended' },
    ...{ inForceFrom: calendarDate('2010-04-01'), members: ['E09000021', 'E09000024'] },
  });
  const { groups } = await test.app.get(ComparatorGroupsQuery).run(analyst, partnershipId);
  return { id: groups.find(({ name }) => name === 'South-west London')!.id, spare };
}

/** A breakdown of the measure that nobody else has. */
async function breakdownOf(test: TestApp, slug: string, by: string): Promise<Records['breakdown']> {
  const analyst = await actor(test, addressOf('analyst@partnership.example', slug));
  const partnershipId = await partnershipOf(test, slug);
  const measures = test.app.get(MeasureQuery);
  const idOf = async (one: string) => (await measures.run(analyst, partnershipId, one)).id;
  const categories = [await idOf('robbery'), await idOf('theft-from-motor-vehicle')];
  await test.app.get(BreakMeasureDown).execute(analyst, {
    ...{ partnershipId, measureId: await idOf(MEASURE), by },
    categoryIds: categories,
  });
  const { breakdowns } = await measures.run(analyst, partnershipId, MEASURE);
  return { id: breakdowns.find((one) => one.by === by)!.id, categories };
}

/** The same records under other names: those of records that are not there, or of nothing that could be one. */
export function renamed(records: Records, name: () => string): Records {
  return {
    slug: records.slug,
    draft: { ...records.draft, id: name() },
    complete: { ...records.complete, id: name() },
    submitted: { ...records.submitted, id: name() },
    approved: { ...records.approved, id: name() },
    accepted: { id: name() },
    quarter: name(),
    authority: records.authority,
    person: name(),
    role: name(),
    measure: name(),
    calendar: records.calendar,
    happening: name(),
    evidence: {
      ...{ item: name(), version: name(), spareVersion: name(), reviewedVersion: name() },
      ...{ fileVersion: name(), heldVersion: name(), request: name() },
    },
    proven: { ...records.proven, id: name() },
    meeting: { ...records.meeting, id: name(), spare: name() },
    nominating: { authority: name(), nominee: name() },
    summary: { ...records.summary, id: name() },
    findings: Object.fromEntries(
      Object.keys(records.findings).map((one) => [one, name()]),
    ) as Records['findings'],
    workpaper: { id: name(), figure: name(), tested: name() },
    dutyYear: records.dutyYear,
    breakdown: { ...records.breakdown, id: name() },
    mark: name(),
    measureIds: records.measureIds,
    crossCheck: name(),
    returnForm: { ...records.returnForm, id: name() },
    delegation: { ...records.delegation, id: name() },
    extract: name(),
    auditBundle: name(),
    comparatorGroup: { id: name(), spare: name() },
    publishedFiles: { toAnswer: name(), toAbandon: name(), toWithdraw: name() },
    publishedAnswers: { toSee: name(), toChange: name(), toForget: name() },
    publishedRelease: 'mps-borough/1999-01-01',
    plan: {
      ...records.plan,
      ...{
        draft: name(),
        spareDraft: name(),
        priority: name(),
        action: name(),
        spareAction: name(),
        finding: name(),
      },
      upperPlan: name(),
    },
  };
}

export const missing = (records: Records) => renamed(records, newId);

export function sentContentOf(sheet: ReturnSheet): string {
  return sheet.decisions.findLast(({ leadsTo }) => leadsTo === 'submitted')!.contentSha256;
}

async function returnFormOf(
  test: TestApp,
  analyst: Actor,
  partnershipId: Id,
): Promise<Records['returnForm']> {
  const { forms, measures } = await test.app.get(ReturnFormsQuery).run(analyst, partnershipId);
  const { number, lines } = forms[0]!.versions.at(-1)!;
  const choiceOf = (slug: string) => {
    const { id } = measures.find((measure) => measure.slug === slug)!;
    return `${id} ${lines.find(({ measureId }) => measureId === id)!.authorityId}`;
  };
  const choices = [choiceOf(MEASURE), choiceOf('knife-crime')] as const;
  return { id: forms[0]!.id, version: String(number), choices };
}

function addressOf(email: string, slug: string): string {
  return slug === 'kingston' ? email : email.replace('@', `@${slug}.`);
}

async function partnershipOf(test: TestApp, slug: string): Promise<Id> {
  return (await test.app.get(PartnershipDirectory).bySlug(slug))!.id;
}

export async function actor(test: TestApp, email: string): Promise<Actor> {
  const onlooker = await lookInto(test.database);
  const [person] = await onlooker.rows<{ id: Id }>('select id from person where email = $1', [email]);
  await onlooker.close();
  return (await test.app.get(LoadActor).execute(person!.id))!;
}
