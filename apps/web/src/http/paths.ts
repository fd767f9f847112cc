import type { CalendarDate, Id } from '@lib/kernel';
import { AS_AT } from './page-day.js';

/**
 * The addresses of a partnership's pages; every link and redirect comes from here.
 *
 * @param asAt the day that pages are looked at as they stood on: those that can be shown so keep it
 */
export function pathsOf(slug: string, asAt: CalendarDate | null = null) {
  const root = `/partnerships/${slug}`;
  const dated = (path: string) =>
    asAt === null ? path : `${path}${path.includes('?') ? '&' : '?'}${AS_AT}=${asAt}`;
  return {
    home: () => root,
    brandStylesheet: () => `/assets/brand/${slug}.css`,
    board: (year?: string) => dated(`${root}/board${year ? `?year=${year}` : ''}`),
    changesSince: (since?: CalendarDate) => dated(`${root}/changes${since ? `?since=${since}` : ''}`),
    changesSinceCsv: (since: CalendarDate) => dated(`${root}/changes.csv?since=${since}`),
    forecastRecord: () => dated(`${root}/forecast-record`),
    /** @param who whose duties alone: a seat, or those who bear some together */
    duties: (days?: number, who: string | null = null) =>
      dated(days === undefined ? `${root}/duties` : `${root}/duties?days=${days}${who ? `&who=${who}` : ''}`),
    duty: (reference: string) => dated(`${root}/duties/${reference}`),
    /** Whether the duties were met on a day; today where none is named. */
    dutiesMet: (day?: CalendarDate) => `${root}/duties-met${day ? `?on=${day}` : ''}`,
    calendarAddress: () => `${root}/calendar-address`,
    calendarAddressWithdrawal: () => `${root}/calendar-address/withdrawal`,
    dutiesCalendar: () => `${root}/duties/calendar.ics`,
    /** @param occurrence the key of one: `FIS-5/strategy-group/2026-04-01` */
    occurrence: (occurrence: string) => dated(`${root}/duties/${occurrence}`),
    dutyProgress: (occurrence: string) => `${root}/duties/${occurrence}/progress`,
    dutyAssessment: (occurrence: string) => `${root}/duties/${occurrence}/assessment`,
    dutyRecord: (occurrence: string) => `${root}/duties/${occurrence}/record`,
    evidence: () => dated(`${root}/evidence`),
    evidenceItem: (id: Id) => dated(`${root}/evidence/${id}`),
    /** @param obligation the duty it is about: `FIS-5/strategy-group` */
    newEvidence: (obligation?: string) => `${root}/evidence/new${obligation ? `?duty=${obligation}` : ''}`,
    evidenceRequest: (obligation?: string) =>
      `${root}/evidence/request${obligation ? `?duty=${obligation}` : ''}`,
    evidenceVersions: (id: Id) => `${root}/evidence/${id}/versions`,
    evidenceDuties: (id: Id) => `${root}/evidence/${id}/duties`,
    evidenceRequestWithdrawal: (id: Id) => `${root}/evidence/${id}/request-withdrawal`,
    evidenceReview: (versionId: Id) => `${root}/evidence-versions/${versionId}/review`,
    evidenceRejection: (versionId: Id) => `${root}/evidence-versions/${versionId}/rejection`,
    evidenceWithdrawal: (versionId: Id) => `${root}/evidence-versions/${versionId}/withdrawal`,
    evidenceScan: (versionId: Id) => `${root}/evidence-versions/${versionId}/scan`,
    evidenceFile: (versionId: Id) => `${root}/evidence-versions/${versionId}/file`,
    findings: () => dated(`${root}/findings`),
    /** @param on what it is on: `evidence:…`, `figure:…`, `figure:…:…` (of a workpaper) or `duty:…`, by ids and keys */
    newAssuranceFinding: (on?: string) => `${root}/findings/new${on ? `?on=${on}` : ''}`,
    assuranceFinding: (id: Id) => dated(`${root}/findings/${id}`),
    findingResponse: (id: Id) => `${root}/findings/${id}/response`,
    findingMove: (id: Id, move: 'done' | 'closure' | 'sending-back' | 'reopening' | 'withdrawal') =>
      `${root}/findings/${id}/${move}`,
    workpapers: () => dated(`${root}/workpapers`),
    newWorkpaper: () => `${root}/workpapers/new`,
    workpaper: (id: Id) => dated(`${root}/workpapers/${id}`),
    sampledFigure: (id: Id, figureId: Id) => dated(`${root}/workpapers/${id}/figures/${figureId}`),
    workpaperConclusion: (id: Id) => `${root}/workpapers/${id}/conclusion`,
    happenings: () => dated(`${root}/happenings`),
    happeningWithdrawal: (id: Id) => `${root}/happenings/${id}/withdrawal`,
    meetings: () => dated(`${root}/meetings`),
    newMeeting: () => `${root}/meetings/new`,
    meeting: (id: Id) => dated(`${root}/meetings/${id}`),
    meetingCorrection: (id: Id) => `${root}/meetings/${id}/correction`,
    meetingWithdrawal: (id: Id) => `${root}/meetings/${id}/withdrawal`,
    nominees: () => dated(`${root}/nominees`),
    nomination: (authorityId: Id) => `${root}/nominees/${authorityId}/new`,
    nomineeWithdrawal: (id: Id) => `${root}/nominees/${id}/withdrawal`,
    publishedSummaries: () => dated(`${root}/published-summaries`),
    publishedSummaryWithdrawal: (id: Id) => `${root}/published-summaries/${id}/withdrawal`,
    publishedFigures: () => `${root}/published-figures`,
    publishedAnswers: () => `${root}/published-figures/answered`,
    publishedAnswer: (id: Id) => `${root}/published-figures/answered/${id}`,
    publishedAnswerForgetting: (id: Id) => `${root}/published-figures/answered/${id}/forgetting`,
    publishedFileLoad: () => `${root}/published-figures/load`,
    publishedFile: (id: Id) => `${root}/published-figures/${id}`,
    /** The page that loads itself again for as long as the file is read. */
    publishedFileFollowed: (id: Id) => `${root}/published-figures/${id}?follow=yes`,
    publishedFileChanges: (id: Id) => `${root}/published-figures/${id}?changes=yes`,
    publishedRelease: (source: string, releasedOn: CalendarDate) =>
      `${root}/published-figures/releases/${source}/${releasedOn}`,
    publishedFileMove: (id: Id, move: 'answers' | 'abandonment' | 'withdrawal') =>
      `${root}/published-figures/${id}/${move}`,
    measures: () => dated(`${root}/measures`),
    newMeasure: (from?: string) => `${root}/measures/new${from ? `?from=${from}` : ''}`,
    newWorkedOut: (kind: 'composite' | 'proportion' | 'gap') => `${root}/measures/new?kind=${kind}`,
    catalogue: (group?: string) => `${root}/measures/catalogue${group ? `?group=${group}` : ''}`,
    measure: (measureSlug: string) => dated(`${root}/measures/${measureSlug}`),
    measureCsv: (measureSlug: string) => dated(`${root}/measures/${measureSlug}/figures.csv`),
    publishedMeasure: (measureSlug: string) => dated(`${root}/measures/${measureSlug}/published`),
    publishedSum: (measureSlug: string, source?: string) =>
      `${root}/measures/${measureSlug}/published-sum${source ? `?source=${source}` : ''}`,
    /** @param query which group, how long a time and which limits: `group=london&span=quarter` */
    comparators: (measureSlug: string, query?: string) =>
      dated(`${root}/measures/${measureSlug}/comparators${query ? `?${query}` : ''}`),
    comparatorGroups: () => dated(`${root}/comparator-groups`),
    newComparatorGroup: () => `${root}/comparator-groups/new`,
    usualComparatorGroup: () => `${root}/comparator-groups/usual`,
    comparatorGroup: (id: Id) => dated(`${root}/comparator-groups/${id}`),
    comparatorGroupMembers: (id: Id) => `${root}/comparator-groups/${id}/members`,
    comparatorGroupEnd: (id: Id) => `${root}/comparator-groups/${id}/end`,
    definition: (measureSlug: string) => dated(`${root}/measures/${measureSlug}/definition`),
    definitionChange: (measureSlug: string) => `${root}/measures/${measureSlug}/definition/change`,
    target: (measureSlug: string) => `${root}/measures/${measureSlug}/target`,
    breakdowns: (measureSlug: string) => `${root}/measures/${measureSlug}/breakdowns`,
    breakdownWithdrawal: (measureSlug: string, breakdownId: string) =>
      `${root}/measures/${measureSlug}/breakdowns/${breakdownId}/withdrawal`,
    marks: (measureSlug: string) => `${root}/measures/${measureSlug}/marks`,
    markWithdrawal: (measureSlug: string, markId: Id) =>
      `${root}/measures/${measureSlug}/marks/${markId}/withdrawal`,
    statusRules: (measureSlug: string) => `${root}/measures/${measureSlug}/status-rules`,
    declaredStatus: (measureSlug: string) => `${root}/measures/${measureSlug}/declared-status`,
    returnsOwed: () => `${root}/returns`,
    allReturns: (page = 1) => `${root}/all-returns${page > 1 ? `?page=${page}` : ''}`,
    return: (id: Id) => dated(`${root}/returns/${id}`),
    figures: (id: Id) => `${root}/returns/${id}/figures`,
    paste: (id: Id) => `${root}/returns/${id}/paste`,
    commentary: (id: Id) => `${root}/returns/${id}/commentary`,
    nilReturn: (id: Id) => `${root}/returns/${id}/nil`,
    sources: (id: Id) => `${root}/returns/${id}/sources`,
    extract: (id: Id) => `${root}/extracts/${id}`,
    crossChecks: () => `${root}/checks`,
    crossCheckEnd: (id: Id) => `${root}/checks/${id}/end`,
    upload: (id: Id) => `${root}/returns/${id}/upload`,
    template: (id: Id, format: 'csv' | 'xlsx') => `${root}/returns/${id}/template.${format}`,
    returnCsv: (id: Id) => dated(`${root}/returns/${id}/figures.csv`),
    check: (id: Id) => `${root}/returns/${id}/check`,
    decision: (id: Id) => `${root}/returns/${id}/decision`,
    restatement: (id: Id) => `${root}/returns/${id}/restatement`,
    quarters: () => dated(`${root}/quarters`),
    returnsOverTime: () => dated(`${root}/returns-over-time`),
    returnsOverTimeCsv: () => dated(`${root}/returns-over-time.csv`),
    returnForms: () => dated(`${root}/return-forms`),
    newReturnForm: () => `${root}/return-forms/new`,
    returnFormChange: (formId: Id) => `${root}/return-forms/${formId}/change`,
    periodDates: (quarter: string) => `${root}/quarters/${quarter}/dates`,
    periodOpening: (quarter: string) => `${root}/quarters/${quarter}/opening`,
    periodClosing: (quarter: string) => `${root}/quarters/${quarter}/closing`,
    periodReopening: (quarter: string) => `${root}/quarters/${quarter}/reopening`,
    acceptance: (id: Id) => `${root}/returns/${id}/acceptance`,
    approvals: () => `${root}/approvals`,
    plan: () => dated(`${root}/plan`),
    planVersion: (versionId: Id) => dated(`${root}/plan/versions/${versionId}`),
    publicCopy: (versionId: Id) => dated(`${root}/plan/versions/${versionId}?copy=public`),
    planChanges: (versionId: Id, other?: Id) =>
      dated(`${root}/plan/versions/${versionId}/changes${other ? `?with=${other}` : ''}`),
    newPlan: () => `${root}/plan/new-plan`,
    planRevision: () => `${root}/plan/revision`,
    planConsultation: (versionId: Id) => `${root}/plan/versions/${versionId}/consultation`,
    planDiscard: (versionId: Id) => `${root}/plan/versions/${versionId}/discard`,
    planAdoption: (versionId: Id) => `${root}/plan/versions/${versionId}/adoption`,
    newPriority: (versionId: Id) => `${root}/plan/versions/${versionId}/new-priority`,
    priority: (versionId: Id, priorityId: Id) =>
      dated(`${root}/plan/versions/${versionId}/priorities/${priorityId}`),
    priorityWording: (versionId: Id, priorityId: Id) =>
      `${root}/plan/versions/${versionId}/priorities/${priorityId}/wording`,
    priorityMeasures: (versionId: Id, priorityId: Id) =>
      `${root}/plan/versions/${versionId}/priorities/${priorityId}/measures`,
    newAction: (versionId: Id, priorityId: Id) =>
      `${root}/plan/versions/${versionId}/priorities/${priorityId}/new-action`,
    planAction: (versionId: Id, actionId: Id) => `${root}/plan/versions/${versionId}/actions/${actionId}`,
    newFinding: (versionId: Id) => `${root}/plan/versions/${versionId}/new-finding`,
    finding: (versionId: Id, findingId: Id) => `${root}/plan/versions/${versionId}/findings/${findingId}`,
    planRemoval: (versionId: Id, kind: 'priority' | 'action' | 'finding', partId: Id) =>
      `${root}/plan/versions/${versionId}/${kind}/${partId}/removal`,
    seniorPerson: (priorityId: Id) => `${root}/plan/priorities/${priorityId}/senior-person`,
    regard: (priorityId: Id, upperPlanId: Id) =>
      `${root}/plan/priorities/${priorityId}/regard/${upperPlanId}`,
    upperPlans: () => dated(`${root}/plan/upper-plans`),
    newUpperPlan: () => `${root}/plan/new-upper-plan`,
    decisions: () => dated(`${root}/decisions`),
    newDecision: () => `${root}/decisions/new`,
    delegations: () => dated(`${root}/delegations`),
    delegationEnd: (id: Id) => `${root}/delegations/${id}/end`,
    people: () => dated(`${root}/people`),
    suspension: (personId: Id) => `${root}/people/${personId}/suspension`,
    roleEnd: (assignmentId: Id) => `${root}/roles/${assignmentId}/end`,
    /** @param period the days that its boxes are filled in with, where it is not the year so far */
    auditBundles: (period?: { from: CalendarDate; until: CalendarDate }) =>
      `${root}/audit-bundles${period ? `?from=${period.from}&until=${period.until}` : ''}`,
    auditBundleFile: (id: Id) => `${root}/audit-bundles/${id}/file`,
    auditTrail: (search: TrailAddress = {}) => `${root}/audit-trail${queryOf(search)}`,
    auditTrailCheck: () => `${root}/audit-trail/check`,
    auditTrailFile: (format: 'csv' | 'json', search: TrailAddress) =>
      `${root}/audit-trail.${format}${queryOf(search)}`,
  };
}

/** What the audit trail is searched by, as it stands in an address. */
export type TrailAddress = Partial<
  Record<'about' | 'by' | 'kind' | 'from' | 'until' | 'before', string | number>
>;

function queryOf(search: TrailAddress): string {
  const query = new URLSearchParams(
    Object.entries(search).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return query.size > 0 ? `?${query}` : '';
}

export type Paths = ReturnType<typeof pathsOf>;
