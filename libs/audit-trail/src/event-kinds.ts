import type { AuditEventType } from './audit-event.js';

/** Groups of events that people look for together, in words. */
export const EVENT_KINDS = {
  figures: 'Figures and what is said about them',
  returns: 'Returns sent, approved, accepted and corrected',
  targets: 'Targets, rules for colours and declared statuses',
  measures: 'Measures, definitions, charts and checks between measures',
  plan: 'The plan, its priorities and decisions of the board',
  quarters: 'Quarters and what is asked',
  duties: 'Statutory duties',
  evidence: 'Evidence on the duties',
  people: 'People, roles and authorities',
  trail: 'Downloads and checks of the audit trail',
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

const KIND_OF: Readonly<Record<AuditEventType, EventKind>> = {
  PersonGivenRole: 'people',
  RoleDelegated: 'people',
  DelegationEnded: 'people',
  RoleEnded: 'people',
  PersonSuspended: 'people',
  PersonReinstated: 'people',
  AuthorityJoined: 'people',
  PlanVersionRecorded: 'plan',
  DecisionRecorded: 'plan',
  PlanBegun: 'plan',
  PlanRevisionBegun: 'plan',
  PlanPartChanged: 'plan',
  PlanPartRemoved: 'plan',
  PlanMeasuresChosen: 'plan',
  PlanSentToConsultation: 'plan',
  PlanVersionAdopted: 'plan',
  PlanDraftDiscarded: 'plan',
  SeniorPersonNamed: 'plan',
  UpperPlanRecorded: 'plan',
  RegardNoted: 'plan',
  PlanMeasureAdded: 'plan',
  DutyHappeningRecorded: 'duties',
  DutyHappeningWithdrawn: 'duties',
  DutyProgressRecorded: 'duties',
  DutyAssessed: 'duties',
  EvidenceRequested: 'evidence',
  EvidenceRequestWithdrawn: 'evidence',
  EvidenceSupplied: 'evidence',
  EvidenceDecided: 'evidence',
  EvidenceLinked: 'evidence',
  EvidenceScanned: 'evidence',
  MeasureDefined: 'measures',
  MeasureDefinitionChanged: 'measures',
  MeasureBrokenDown: 'measures',
  BreakdownWithdrawn: 'measures',
  ChartMarked: 'measures',
  ChartMarkWithdrawn: 'measures',
  CrossCheckSet: 'measures',
  CrossCheckEnded: 'measures',
  TargetSet: 'targets',
  StatusRulesChosen: 'targets',
  StatusDeclared: 'targets',
  AnnualCountsRecorded: 'figures',
  FiguresSaved: 'figures',
  CommentaryWritten: 'figures',
  FigureSourcesStated: 'figures',
  ReturnSubmitted: 'returns',
  ReturnSentBack: 'returns',
  ReturnApproved: 'returns',
  ReturnAccepted: 'returns',
  ReturnHandedBack: 'returns',
  RestatementBegun: 'returns',
  ReturnFormSet: 'quarters',
  QuarterOpened: 'quarters',
  PeriodPlanned: 'quarters',
  PeriodClosed: 'quarters',
  PeriodOpenedAgain: 'quarters',
  QuarterReopened: 'quarters',
  FileDownloaded: 'trail',
  TrailChecked: 'trail',
};

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(EVENT_KINDS, text);
}

export function typesOf(kind: EventKind): AuditEventType[] {
  return (Object.keys(KIND_OF) as AuditEventType[]).filter((type) => KIND_OF[type] === kind);
}
