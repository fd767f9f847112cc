import type { AuditEventType, EventData } from './audit-event.js';

type Sentences = { [Type in AuditEventType]: (data: EventData[Type]) => string };

const forAuthority = (name: string | null) => (name ? ` for ${name}` : '');
const figures = (count: number) => (count === 1 ? '1 figure' : `${count} figures`);

/** Of a code such as `partly-met`. */
const inWords = (code: string) => code.replaceAll('-', ' ');

const DECIDED: Readonly<Record<string, string>> = {
  'in-review': 'took up the review of',
  accepted: 'accepted',
  rejected: 'rejected',
  withdrawn: 'withdrew',
};

const FINDING_MOVES: Readonly<Record<string, string>> = {
  answer: 'answered',
  reportDone: 'reported the action done of',
  close: 'closed',
  sendBack: 'sent back',
  reopen: 'opened again',
  withdraw: 'withdrew',
};

const MARKS: Readonly<Record<string, string>> = {
  'series-break': 'a break in the series',
  event: 'an event',
  'new-limits': 'new limits',
};

const MEETINGS: Readonly<Record<string, string>> = {
  'public-meeting': 'public meeting',
  'strategy-group': 'meeting of the strategy group',
  'crime-and-disorder-committee': 'meeting of the crime and disorder committee',
};

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

function targetNumbers({ baseline, passMark, metBy }: EventData['TargetSet']): string {
  const met = metBy ?? (passMark && `${passMark} or fewer`);
  if (!met) return '';
  return baseline ? ` (baseline ${baseline}, met by ${met})` : ` (met by ${met})`;
}

const SENTENCES: Sentences = {
  PersonGivenRole: (e) => `gave ${e.person} the role ${e.role}${forAuthority(e.authority)}: ${e.reason}`,
  RoleDelegated: (e) =>
    `lent the role ${e.role}${forAuthority(e.authority)} to ${e.person} from ${e.from} to ${e.until}: ${e.reason}`,
  DelegationEnded: (e) => `took the role ${e.role} back from ${e.person}: ${e.reason}`,
  RoleEnded: (e) => `ended the role ${e.role}${forAuthority(e.authority)} of ${e.person}: ${e.reason}`,
  PersonSuspended: (e) => `suspended ${e.person}: ${e.reason}`,
  PersonReinstated: (e) => `reinstated ${e.person}: ${e.reason}`,
  AuthorityJoined: (e) =>
    `recorded ${e.name} as a responsible authority from ${e.from}` +
    `${e.until ? ` until ${e.until}` : ''}${e.succeeds ? `, in succession to ${e.succeeds}` : ''}`,
  PlanVersionRecorded: (e) => `recorded version ${e.number} of ${e.title} (${e.state})`,
  DecisionRecorded: (e) => `recorded the decision of ${e.meeting}, ${e.decidedOn}: ${e.wording}`,
  PlanBegun: (e) => `began the plan ${e.title}`,
  PlanRevisionBegun: (e) => `began version ${e.number} of ${e.title}`,
  PlanPartChanged: (e) =>
    (e.before === null ? `added the ${e.part} “${e.after}”` : `changed the ${e.part} “${e.before}”`) +
    (e.before === null || e.before === e.after ? '' : ` to “${e.after}”`) +
    ` in version ${e.number} of ${e.title}`,
  PlanPartRemoved: (e) =>
    `took the ${e.part} “${e.words}” out of version ${e.number} of ${e.title}: ${e.reason}`,
  PlanMeasuresChosen: (e) =>
    `put ${e.measures || 'no measure'} under “${e.priority}” in version ${e.number} of ${e.title}`,
  PlanSentToConsultation: (e) => `sent version ${e.number} of ${e.title} to consultation`,
  PlanDraftDiscarded: (e) =>
    `discarded version ${e.number} of ${e.title}, which was not adopted: ${e.reason}`,
  PlanVersionAdopted: (e) =>
    `recorded the adoption of version ${e.number} of ${e.title} on ${e.adoptedOn}, in force from ${e.inForceFrom}` +
    `${e.nothingChanged === 'yes' ? ', reviewed with nothing changed' : ''} (${e.decision})`,
  SeniorPersonNamed: (e) => `named ${e.name}, ${e.post}, for “${e.priority}” from ${e.from}`,
  UpperPlanRecorded: (e) =>
    `recorded ${e.title} of ${e.owner} from ${e.from}${e.until ? ` until ${e.until}` : ''}` +
    (e.insteadOf ? `, in place of ${e.insteadOf}` : ''),
  RegardNoted: (e) => `noted regard to ${e.upperPlan} under “${e.priority}” (${e.by}, ${e.on}): ${e.wording}`,
  PlanMeasureAdded: (e) =>
    `put the measure ${e.measure} under “${e.priority}” in the draft of ${e.title}, version ${e.number}`,
  MeasureDefined: (e) => `defined the measure ${e.name}, version ${e.version}`,
  MeasureDefinitionChanged: (e) =>
    `put version ${e.version} of the definition of ${e.measure} in force from ${e.from}` +
    ` (${e.comparable === 'yes' ? 'comparable' : 'not comparable'} with before, approved by ${e.approvedBy}): ${e.reason}`,
  TargetSet: (e) =>
    `set the target for ${e.measure}: ${e.wording}` +
    targetNumbers(e) +
    (e.reason ? `, in place of “${e.before}”: ${e.reason}` : '') +
    (e.decision ? ` (decided by the board: ${e.decision})` : ''),
  DutyHappeningRecorded: (e) =>
    `recorded on ${e.on}: ${e.what} (${e.words})` + (e.dueOn ? `, with a day set: ${e.dueOn}` : ''),
  DutyHappeningWithdrawn: (e) => `took back what was recorded as having happened (${e.words}): ${e.reason}`,
  DutyProgressRecorded: (e) =>
    `recorded of ${e.occurrence} that it is ${e.progress.replace('-', ' ')}` +
    (e.doneOn ? `, on ${e.doneOn}` : '') +
    `: ${e.words}`,
  DutyAssessed: (e) =>
    `recorded of ${e.occurrence}: ${inWords(e.after)}` +
    (e.before && e.before !== e.after ? ` (before: ${inWords(e.before)})` : '') +
    `: ${e.reason}`,
  EvidenceRequested: (e) =>
    `asked for the evidence “${e.title}” by ${e.dueOn}, for ${e.duties.join(', ')}: ${e.askedFor}`,
  EvidenceRequestWithdrawn: (e) => `withdrew the request for the evidence “${e.title}”: ${e.reason}`,
  EvidenceSupplied: (e) =>
    `supplied version ${e.version} of the evidence “${e.title}”: ${e.name}` +
    (e.scan && e.scan !== 'clean' ? ', which is held until it is scanned' : ''),
  EvidenceDecided: (e) =>
    `${DECIDED[e.after] ?? e.after} version ${e.version} of the evidence “${e.title}”` +
    (e.reason ? `: ${e.reason}` : ''),
  RecordAcceptedAsEvidence: (e) => `accepted a record as evidence of ${e.occurrence}: ${e.name}`,
  EvidenceLinked: (e) => `said of which duties “${e.title}” is evidence: ${e.after}`,
  EvidenceScanned: (e) =>
    `had version ${e.version} of the evidence “${e.title}” scanned: ${inWords(e.verdict)}` +
    (e.found ? ` (${e.found})` : ''),
  MeetingRecorded: (e) =>
    (e.reason === null ? 'recorded' : 'put right the record of') +
    ` the ${MEETINGS[e.kind] ?? e.kind} of ${e.heldOn} (${e.place}), attended by ${people(e.attendees.length)}` +
    (e.reason === null ? '' : `: ${e.reason}`),
  MeetingWithdrawn: (e) =>
    `took back the record of the ${MEETINGS[e.kind] ?? e.kind} of ${e.heldOn}: ${e.reason}`,
  NomineeNamed: (e) =>
    e.name === null
      ? `recorded that ${e.authority} nominates nobody to help information to be shared from ${e.from}`
      : `recorded that ${e.authority} nominates ${e.name}, ${e.post}, to help information to be shared from ${e.from}`,
  NomineeWithdrawn: (e) =>
    `took back that ${e.authority} nominates ${e.name ?? 'nobody'} from ${e.from}: ${e.reason}`,
  SummaryPublished: (e) =>
    `recorded that a summary of version ${e.number} of ${e.title} was published on ${e.publishedOn} at ${e.publicAt} (${e.forms})`,
  PublishedSummaryWithdrawn: (e) =>
    `took back the record of the summary of version ${e.number} of ${e.title} at ${e.publicAt}: ${e.reason}`,
  CalendarAddressMade: (e) =>
    `made a private address for the calendar of duties${e.instead === 'yes' ? ', in place of the one before' : ''}`,
  CalendarAddressWithdrawn: () => 'withdrew the private address for the calendar of duties',
  WorkpaperBegun: (e) =>
    `began a workpaper (${e.objective}) with ${e.drawn.length} of the ${figures(Number(e.population))}` +
    ` of ${e.from} to ${e.until}, drawn with the seed ${e.seed}`,
  FigureTested: (e) =>
    (e.obtained === null
      ? `recorded that ${e.measure}, ${e.quarter} could not be tested`
      : `re-performed ${e.measure}, ${e.quarter}: ${e.obtained}, where ${e.reported} was reported`) +
    (e.before === null ? '' : ` (before: ${e.before})`) +
    `: ${e.words}`,
  WorkpaperConcluded: (e) => `concluded a workpaper (${e.objective}): ${e.words}`,
  AssuranceFindingRaised: (e) =>
    `raised finding ${e.number}, “${e.title}” (${e.rating}), on ${e.on}, to be answered by ${e.answerBy}`,
  AssuranceFindingMoved: (e) =>
    `${FINDING_MOVES[e.move] ?? e.move} finding ${e.number}, “${e.title}”` +
    (e.response ? `, ${inWords(e.response)}` : '') +
    (e.action ? `, with the action “${e.action}” by ${e.owner}` : '') +
    (e.dueOn ? ` until ${e.dueOn}` : '') +
    `: ${e.words}`,
  MeasureBrokenDown: (e) => `broke ${e.measure} down by ${e.by}: ${e.categories.join(', ')}`,
  BreakdownWithdrawn: (e) => `took the breakdown of ${e.measure} by ${e.by} off its page: ${e.reason}`,
  ChartMarked: (e) =>
    `marked ${MARKS[e.kind] ?? e.kind} on the chart of ${e.measure} from ${e.quarter}: ${e.words}` +
    (e.approvedBy ? ` (decided by ${e.approvedBy})` : ''),
  ChartMarkWithdrawn: (e) =>
    `took ${MARKS[e.kind] ?? e.kind} of ${e.quarter} off the chart of ${e.measure} (${e.words}): ${e.reason}`,
  StatusRulesChosen: (e) =>
    `chose the status rules ${e.rules}, version ${e.version}, for ${e.measure}: ${e.reason}`,
  StatusDeclared: (e) =>
    `declared the status of ${e.measure} in ${e.year} to be ${e.status} until ${e.expiresOn}: ${e.reason}`,
  AnnualCountsRecorded: (e) => `recorded ${e.counts} totals of ${e.year} (${e.sources})`,
  ReturnFormSet: (e) =>
    `said what the form “${e.form}” asks from ${e.from} on: ${
      e.changes
        .map(({ what, before, after }) => `${what} of ${after ?? 'nobody'} (before: ${before ?? 'nobody'})`)
        .join('; ') || 'the same, sooner'
    }. Reason: ${e.reason}`,
  QuarterOpened: (e) => `opened ${e.quarter} with ${e.returns} returns, due ${e.dueOn}`,
  FiguresSaved: (e) => `changed ${figures(e.changes.length)} in the draft return for ${e.quarter}`,
  CommentaryWritten: (e) =>
    `${e.after === null ? 'took away' : e.before === null ? 'wrote' : 'changed'} the commentary on ${e.on} for ${e.quarter}`,
  CrossCheckSet: (e) =>
    `set a ${e.severity} check: ${e.part} is never more than ${e.whole} (${e.whenMissing} where one is missing): ${e.reason}`,
  CrossCheckEnded: (e) => `ended the check that ${e.part} is never more than ${e.whole}: ${e.reason}`,
  FigureSourcesStated: (e) =>
    `said where ${figures(e.measures.length)} for ${e.quarter} come from: ${e.source}` +
    (e.extract ? `, with the extract ${e.extract.name}` : ''),
  ReturnSubmitted: (e) => `sent the return for ${e.quarter} for approval`,
  ReturnSentBack: (e) => `sent the return for ${e.quarter} back: ${e.comment}`,
  ReturnApproved: (e) => `approved the return for ${e.quarter}`,
  ReturnAccepted: (e) => `accepted the return for ${e.quarter}`,
  ReturnHandedBack: (e) => `handed the approved return for ${e.quarter} back to its authority: ${e.comment}`,
  RestatementBegun: (e) =>
    `began revision ${e.revision} of the return for ${e.quarter} (${e.kind.replace('-', ' ')}): ${e.reason}`,
  PeriodPlanned: (e) => `gave ${e.quarter} its dates: ${e.after}${e.before ? ` (before: ${e.before})` : ''}`,
  PeriodClosed: (e) => `closed ${e.quarter}: ${e.reason}`,
  PeriodOpenedAgain: (e) => `opened ${e.quarter} again: ${e.reason}`,
  QuarterReopened: (e) => `reopened ${e.quarter} for ${e.authority} until ${e.expiresOn}: ${e.reason}`,
  PersonalDataFlagConfirmed: (e) =>
    `confirmed that words which look like ${e.kinds.join(', ')} are not about a person who can be recognised (${e.path})`,
  FileDownloaded: (e) => `downloaded ${e.file} (${e.address})`,
  SensitiveRead: (e) => `read ${e.what} (${e.marking})`,
  TrailChecked: (e) => `checked the audit trail. ${e.found}`,
  AuditBundleRequested: (e) => `asked for the audit bundle of ${e.from} to ${e.until}`,
  AuditBundleMade: (e) =>
    `made the audit bundle of ${e.from} to ${e.until}, with the trail up to event ${e.lastEvent}` +
    ` (SHA-256 ${e.sha256}, ${e.keyId === null ? 'not signed' : `signed with the key ${e.keyId}`})`,
  AuditBundleFailed: (e) => `could not make the audit bundle of ${e.from} to ${e.until}: ${e.why}`,
  PublishedFileApplied: (e) =>
    `loaded ${e.figures} published figures of ${e.source}, release of ${e.releasedOn}, from ${e.file}` +
    ` (SHA-256 ${e.sha256})${e.answers.map(({ question, answer }) => `. ${question} ${answer}`).join('')}`,
  PublishedSumSet: (e) =>
    `said that ${e.measure} is published in ${e.source} as ${e.series.join(' and ')} of ${e.areaCode}`,
  ComparatorGroupMade: (e) =>
    `made the comparator group ${e.group} (${e.purpose}), from ${e.inForceFrom} with ${e.members.join(', ')}: ${e.reason}`,
  ComparatorGroupChanged: (e) =>
    `changed the members of the comparator group ${e.group} from ${e.inForceFrom} to ${e.members.join(', ')}: ${e.reason}`,
  ComparatorGroupEnded: (e) => `ended the comparator group ${e.group} from ${e.from}: ${e.reason}`,
  UsualComparatorGroupChosen: (e) => `chose ${e.group} as the group that measures are usually compared with`,
  PublishedFileAbandoned: (e) => `did not load the published file ${e.file}: ${e.why}`,
  PublishedAnswerChanged: (e) =>
    `changed what is remembered of the files of ${e.source}. ${e.question} ${e.before} before; ${e.after} from now on`,
  PublishedAnswerForgotten: (e) =>
    `forgot what was remembered of the files of ${e.source}. ${e.question} ${e.answer}`,
  OwnTableChanged: (e) =>
    `changed what is kept of the table ${e.table}. Before: ${e.before} From now on: ${e.after}`,
  OwnTableForgotten: (e) => `forgot the table ${e.table}, whose figures stand`,
  PublishedFileWithdrawn: (e) =>
    `withdrew the published file ${e.file} (${e.source}, release of ${e.releasedOn}): ${e.reason}`,
};

/** The event in words, to follow the name of who did it. */
export function sentenceOf<Type extends AuditEventType>(event: {
  readonly type: Type;
  readonly data: EventData[Type];
}): string {
  return SENTENCES[event.type](event.data);
}
