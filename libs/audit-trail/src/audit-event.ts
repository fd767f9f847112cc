import type { Id } from '@lib/kernel';

/** What each kind of event says. */
export interface EventData {
  PersonGivenRole: { person: string; role: string; authority: string | null; reason: string };
  RoleDelegated: {
    person: string;
    role: string;
    authority: string | null;
    from: string;
    until: string;
    reason: string;
  };
  DelegationEnded: { person: string; role: string; reason: string };
  RoleEnded: { person: string; role: string; authority: string | null; reason: string };
  PersonSuspended: { person: string; reason: string };
  PersonReinstated: { person: string; reason: string };
  AuthorityJoined: { name: string; from: string; until: string | null; succeeds: string | null };
  /** From before plans had moves. */
  PlanVersionRecorded: { title: string; number: string; state: string };
  DecisionRecorded: { decidedOn: string; meeting: string; wording: string };
  PlanBegun: { title: string };
  PlanRevisionBegun: { title: string; number: string };
  PlanPartChanged: {
    title: string;
    number: string;
    part: 'priority' | 'action' | 'finding';
    before: string | null;
    after: string;
    /** Everything that is said of the part now, as canonical JSON. */
    says: string;
  };
  PlanPartRemoved: { title: string; number: string; part: string; words: string; reason: string };
  PlanMeasuresChosen: { title: string; number: string; priority: string; measures: string };
  PlanSentToConsultation: { title: string; number: string };
  PlanDraftDiscarded: { title: string; number: string; reason: string };
  PlanVersionAdopted: {
    title: string;
    number: string;
    adoptedOn: string;
    inForceFrom: string;
    decision: string;
    nothingChanged: 'yes' | 'no';
    /** Of everything that the version says. */
    contentSha256: string;
  };
  SeniorPersonNamed: { priority: string; name: string; post: string; from: string };
  UpperPlanRecorded: {
    title: string;
    owner: string;
    from: string;
    until: string | null;
    insteadOf: string | null;
  };
  RegardNoted: { priority: string; upperPlan: string; on: string; by: string; wording: string };
  PlanMeasureAdded: { title: string; number: string; priority: string; measure: string };
  /** Events from before there was a catalogue lack the key of the ready measure. */
  MeasureDefined: { name: string; version: string; kind: string; catalogueKey?: string | null };
  MeasureDefinitionChanged: {
    measure: string;
    version: string;
    from: string;
    comparable: string;
    changes: readonly FieldChange[];
    reason: string;
    approvedBy: string;
  };
  TargetSet: {
    measure: string;
    wording: string;
    baseline: string | null;
    passMark: string | null;
    /** Events from before targets had kinds lack the rest. */
    metBy?: string | null;
    before?: string | null;
    reason?: string | null;
    /** The decision of the board it rests on. */
    decision?: string | null;
  };
  DutyHappeningRecorded: { what: string; on: string; dueOn: string | null; words: string };
  DutyHappeningWithdrawn: { words: string; reason: string };
  DutyProgressRecorded: {
    occurrence: string;
    before: string | null;
    progress: string;
    doneOn: string | null;
    words: string;
  };
  DutyAssessed: {
    occurrence: string;
    before: string | null;
    after: string;
    reason: string;
    /** The versions of evidence that it rests on. */
    evidence: readonly string[];
  };
  EvidenceRequested: {
    title: string;
    marking: string;
    askedFor: string;
    dueOn: string;
    duties: readonly string[];
  };
  EvidenceRequestWithdrawn: { title: string; reason: string };
  EvidenceSupplied: {
    title: string;
    marking: string;
    version: string;
    kind: string;
    name: string;
    sha256: string | null;
    coversFrom: string;
    coversUntil: string;
    scan: string | null;
  };
  EvidenceDecided: {
    title: string;
    version: string;
    sha256: string | null;
    before: string;
    after: string;
    reason: string | null;
  };
  RecordAcceptedAsEvidence: { occurrence: string; name: string; record: string; sha256: string };
  EvidenceLinked: { title: string; before: string; after: string };
  EvidenceScanned: { title: string; version: string; verdict: string; found: string | null };
  MeetingRecorded: {
    kind: string;
    heldOn: string;
    place: string;
    discussed: string;
    publicAt: string | null;
    attendees: readonly AttendeeInEvent[];
    /** The record that this one puts right, and what was wrong with it. */
    insteadOf: string | null;
    reason: string | null;
  };
  MeetingWithdrawn: { kind: string; heldOn: string; reason: string };
  /** Without a name: nobody is nominated from that day on. */
  NomineeNamed: { authority: string; name: string | null; post: string | null; from: string };
  NomineeWithdrawn: { authority: string; name: string | null; from: string; reason: string };
  SummaryPublished: { title: string; number: string; publishedOn: string; publicAt: string; forms: string };
  PublishedSummaryWithdrawn: { title: string; number: string; publicAt: string; reason: string };
  CalendarAddressMade: { instead: 'yes' | 'no' };
  CalendarAddressWithdrawn: Record<string, never>;
  WorkpaperBegun: {
    objective: string;
    from: string;
    until: string;
    seed: string;
    size: string;
    population: string;
    /** SHA-256 of the sorted ids of the figures that were drawn from, joined by line feeds. */
    populationSha256: string;
    /** The ids of the figures, in the order in which they were drawn. */
    drawn: readonly string[];
  };
  FigureTested: {
    figure: string;
    measure: string;
    quarter: string;
    reported: string;
    /** What was said before: a number, or that it was not tested; null for nothing. */
    before: string | null;
    /** Null of what could not be tested. */
    obtained: string | null;
    difference: string | null;
    extractSha256: string | null;
    words: string;
  };
  WorkpaperConcluded: { objective: string; words: string };
  AssuranceFindingRaised: {
    number: string;
    title: string;
    on: string;
    rating: string;
    answerBy: string;
    found: string;
    expected: string;
    recommendation: string;
  };
  AssuranceFindingMoved: {
    number: string;
    title: string;
    move: string;
    before: string;
    after: string;
    words: string;
    response: string | null;
    action: string | null;
    owner: string | null;
    dueOn: string | null;
  };
  MeasureBrokenDown: { measure: string; by: string; categories: readonly string[] };
  BreakdownWithdrawn: { measure: string; by: string; reason: string };
  ChartMarked: { measure: string; kind: string; quarter: string; words: string; approvedBy: string | null };
  ChartMarkWithdrawn: { measure: string; kind: string; quarter: string; words: string; reason: string };
  StatusRulesChosen: { measure: string; rules: string; version: string; reason: string };
  StatusDeclared: { measure: string; year: string; status: string; expiresOn: string; reason: string };
  AnnualCountsRecorded: { year: string; counts: string; sources: string };
  ReturnFormSet: {
    form: string;
    version: string;
    /** The first quarter that is asked by it. */
    from: string;
    reason: string;
    /** Of whom each measure was asked before and is asked now; null for nobody. */
    changes: readonly FieldChange[];
  };
  QuarterOpened: { quarter: string; dueOn: string; statutoryDueOn: string; returns: string };
  FiguresSaved: { quarter: string; changes: readonly FigureChange[] };
  CommentaryWritten: { quarter: string; on: string; before: string | null; after: string | null };
  CrossCheckSet: { part: string; whole: string; severity: string; whenMissing: string; reason: string };
  CrossCheckEnded: { part: string; whole: string; reason: string };
  FigureSourcesStated: {
    quarter: string;
    measures: readonly string[];
    source: string;
    extract: { name: string; sha256: string } | null;
  };
  ReturnSubmitted: { quarter: string; contentSha256: string; changes: readonly FigureChange[] };
  ReturnSentBack: { quarter: string; contentSha256: string; comment: string };
  ReturnApproved: { quarter: string; contentSha256: string };
  ReturnAccepted: { quarter: string; contentSha256: string };
  ReturnHandedBack: { quarter: string; contentSha256: string; comment: string };
  RestatementBegun: { quarter: string; revision: string; kind: string; reason: string };
  PeriodPlanned: { quarter: string; before: string | null; after: string };
  PeriodClosed: { quarter: string; reason: string };
  PeriodOpenedAgain: { quarter: string; reason: string };
  QuarterReopened: { quarter: string; authority: string; reason: string; expiresOn: string };
  /** Beside the event of what was sent. Never the words that were found. */
  PersonalDataFlagConfirmed: { kinds: readonly string[]; path: string };
  FileDownloaded: { file: string; address: string };
  SensitiveRead: { what: string; marking: string };
  TrailChecked: { whole: 'yes' | 'no'; found: string };
  AuditBundleRequested: { from: string; until: string };
  AuditBundleMade: {
    from: string;
    until: string;
    /** The number of the newest event in it. */
    lastEvent: string;
    size: string;
    /** Of the whole ZIP file. */
    sha256: string;
    /** The id of the key that signed it; null where none is set. */
    keyId: string | null;
  };
  AuditBundleFailed: { from: string; until: string; why: string };
  PublishedFileApplied: {
    file: string;
    sha256: string;
    source: string;
    releasedOn: string;
    figures: string;
    /** What was asked about it and what was said. */
    answers: readonly { question: string; answer: string }[];
  };
  PublishedSumSet: { measure: string; source: string; series: readonly string[]; areaCode: string };
  ComparatorGroupMade: {
    group: string;
    purpose: string;
    inForceFrom: string;
    /** Codes of areas. */
    members: readonly string[];
    reason: string;
  };
  ComparatorGroupChanged: { group: string; inForceFrom: string; members: readonly string[]; reason: string };
  ComparatorGroupEnded: { group: string; from: string; reason: string };
  UsualComparatorGroupChosen: { group: string };
  PublishedFileAbandoned: { file: string; why: string };
  PublishedAnswerChanged: { question: string; source: string; before: string; after: string };
  PublishedAnswerForgotten: { question: string; source: string; answer: string };
  /** What is kept of a table of one's own, in words. */
  OwnTableChanged: { table: string; before: string; after: string };
  OwnTableForgotten: { table: string };
  PublishedFileWithdrawn: { file: string; source: string; releasedOn: string; reason: string };
}

/** One figure before and after, each as it reads on screen; null where there was or is none. */
export type FigureChange = {
  readonly measure: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Why a figure that the checks found unusual is right; left out where nobody said so. */
  readonly rightBecause?: string;
};

/** One field of a definition before and after; null where it said nothing. */
export type FieldChange = {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Somebody who attended a meeting for an authority. */
type AttendeeInEvent = {
  readonly authority: string;
  readonly name: string;
  readonly post: string;
  readonly senior: string;
};

export type AuditEventType = keyof EventData;

/** What happened to what. A new kind is a new member of EventData; the compiler then asks for its sentence. */
export type AuditEvent = {
  [Type in AuditEventType]: { readonly type: Type; readonly subjectId: Id; readonly data: EventData[Type] };
}[AuditEventType];
