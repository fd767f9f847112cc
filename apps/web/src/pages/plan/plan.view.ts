import { type CalendarDate, londonDateOf } from '@lib/kernel';
import { isOpenVersion, revisionDue, YEARLY_REVISION } from '@lib/plans';
import type { PlanOverview, PlanSheet, PlanVersionInTime } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { leftOut, publicCopy } from './public-copy.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { SOURCE_WORDS, STATE_WORDS } from './plan-words.js';
import { priorityView } from './priority.view.js';
import { putRightView } from './put-right.view.js';

export interface PlanFrame {
  readonly paths: Paths;
  readonly today: CalendarDate;
  readonly mayEdit: boolean;
  readonly mayReadTrail: boolean;
}

/** A version of the plan for whoever is in the partnership: what it says, what it lacks, and what can be done. */
export function planView(overview: PlanOverview, sheet: PlanSheet, frame: PlanFrame) {
  const { paths, today, mayEdit } = frame;
  const { version } = sheet;
  const editable = mayEdit && isOpenVersion(version);
  return {
    pageTitle: nameOfVersion(version),
    title: version.planTitle,
    caption: `Version ${version.number}: ${STATE_WORDS[version.state].toLowerCase()}`,
    ...contentView(overview, sheet, { ...frame, editable, published: false }),
    facts: factsOf(version),
    revision: version.state === 'adopted' ? revisionOf(version, today) : null,
    // Nothing is put right in what was given up.
    putRight: version.state === 'discarded' ? null : putRightView(sheet, overview, frame),
    alignment: alignmentOf(overview, sheet, today),
    upperPlansHref: paths.upperPlans(),
    decisionsHref: paths.decisions(),
    summariesHref: paths.publishedSummaries(),
    historyHref: frame.mayReadTrail ? paths.auditTrail({ about: version.id }) : null,
    publicHref: version.state === 'discarded' ? null : paths.publicCopy(version.id),
    leftOut: leftOut(sheet),
    changesHref: before(overview, version) ? paths.planChanges(version.id) : null,
    drafts: overview.versions
      .filter((one) => isOpenVersion(one) && one.id !== version.id)
      .map((one) => ({ name: nameOfVersion(one), href: paths.planVersion(one.id) })),
    versions: overview.versions.map((one) => versionRow(one, paths, one.id === version.id)),
    actions: mayEdit ? movesOf(version, overview, paths) : [],
    edit: editable
      ? { addPriority: paths.newPriority(version.id), addFinding: paths.newFinding(version.id) }
      : null,
  };
}

/** That nothing is in force, what is on its way, and who does what about it. */
export function noPlanView({ versions }: PlanOverview, { paths, mayEdit }: PlanFrame) {
  return {
    pageTitle: 'Plan',
    drafts: versions
      .filter(isOpenVersion)
      .map((one) => ({ name: nameOfVersion(one), href: paths.planVersion(one.id) })),
    discarded: versions
      .filter(({ state }) => state === 'discarded')
      .map((one) => ({ name: nameOfVersion(one), href: paths.planVersion(one.id) })),
    newPlanHref: mayEdit ? paths.newPlan() : null,
  };
}

/** The copy that may be published, and nothing that is not for everybody. */
export function publicView(overview: PlanOverview, sheet: PlanSheet, { paths, today }: PlanFrame) {
  const { version } = sheet;
  return {
    pageTitle: `${version.planTitle}, public copy`,
    backLink: { href: paths.planVersion(version.id), text: 'Back to the plan' },
    title: version.planTitle,
    caption: version.inForceFrom
      ? `In force from ${formatDate(version.inForceFrom)}`
      : STATE_WORDS[version.state],
    ...contentView(overview, publicCopy(sheet), { paths, today, editable: false, published: true }),
  };
}

/** The version before one, of the same plan, that was not discarded; null for the first. */
export function before(
  { versions }: Pick<PlanOverview, 'versions'>,
  { planId, number }: Pick<PlanVersionInTime, 'planId' | 'number'>,
): PlanVersionInTime | null {
  return (
    versions
      .filter((one) => one.planId === planId && one.number < number && one.state !== 'discarded')
      .sort((one, other) => other.number - one.number)[0] ?? null
  );
}

function contentView(
  overview: PlanOverview,
  { version, priorities, findings }: PlanSheet,
  frame: { paths: Paths; today: CalendarDate; editable: boolean; published: boolean },
) {
  const { paths, editable } = frame;
  const titleOf = new Map(priorities.map(({ id, title }) => [id, title]));
  return {
    priorities: priorities.map((one) => priorityView(one, overview, { versionId: version.id, ...frame })),
    findings: findings.map((finding) => ({
      wording: finding.wording,
      from: `${SOURCE_WORDS[finding.source]}: ${finding.document}, ${formatDate(finding.foundOn)}`,
      ledTo: finding.priorityIds.map((id) => titleOf.get(id)).join('; ') || 'No priority',
      restricted: finding.publication === 'restricted',
      edit: editable
        ? {
            change: paths.finding(version.id, finding.id),
            remove: paths.planRemoval(version.id, 'finding', finding.id),
          }
        : null,
    })),
  };
}

function factsOf({
  adoptedOn,
  decision,
  inForceFrom,
  inForceUntil,
  nothingChanged,
  steps,
}: PlanVersionInTime) {
  const consulted = steps.find(({ state }) => state === 'consultation');
  const discarded = steps.find(({ state }) => state === 'discarded');
  return [
    ...(inForceFrom ? [{ key: 'In force', value: range(inForceFrom, inForceUntil) }] : []),
    ...(consulted ? [{ key: 'Consultation', value: `From ${formatDate(londonDateOf(consulted.at))}` }] : []),
    ...(discarded
      ? [
          {
            key: 'Discarded',
            value: `On ${formatDate(londonDateOf(discarded.at))} by ${discarded.by}: ${discarded.reason}`,
          },
        ]
      : []),
    ...(adoptedOn ? [{ key: 'Adopted', value: formatDate(adoptedOn) }] : []),
    ...(decision
      ? [
          {
            key: 'Decision',
            value: `${decision.meeting}, ${formatDate(decision.decidedOn)}: ${decision.wording}`,
          },
        ]
      : []),
    ...(nothingChanged ? [{ key: 'Outcome', value: 'Reviewed, nothing changed' }] : []),
  ];
}

function revisionOf({ inForceFrom }: PlanVersionInTime, today: CalendarDate) {
  const { before: day, overdue } = revisionDue(inForceFrom!, today);
  const words = overdue
    ? `The plan was to be revised before ${formatDate(day)} and was not.`
    : `The plan is revised before ${formatDate(day)}.`;
  return { overdue, words, law: YEARLY_REVISION };
}

function alignmentOf(
  { upperPlans, regardNotes }: PlanOverview,
  { priorities }: PlanSheet,
  today: CalendarDate,
) {
  const titleOf = new Map(priorities.map(({ id, title }) => [id, title]));
  return upperPlans.map(({ id, title, owner, inForce, source }) => ({
    ...{ title, owner, source, inForce: range(inForce.from, inForce.until) },
    ended: inForce.until !== null && inForce.until <= today,
    notes: regardNotes
      .filter(({ upperPlanId, priorityId }) => upperPlanId === id && titleOf.has(priorityId))
      .map(({ priorityId, regardedOn, regardedBy, wording }) => ({
        ...{ priority: titleOf.get(priorityId), wording, by: `${regardedBy}, ${formatDate(regardedOn)}` },
      })),
  }));
}

function versionRow(version: PlanVersionInTime, paths: Paths, shown: boolean) {
  const { id, state, inForceFrom, inForceUntil, nothingChanged } = version;
  return {
    name: nameOfVersion(version),
    href: shown ? null : paths.planVersion(id),
    state: `${STATE_WORDS[state]}${nothingChanged ? ': reviewed, nothing changed' : ''}`,
    inForce: inForceFrom ? range(inForceFrom, inForceUntil) : state === 'discarded' ? 'Never' : 'Not yet',
  };
}

function movesOf(version: PlanVersionInTime, overview: PlanOverview, paths: Paths) {
  const draft = overview.versions.find((one) => isOpenVersion(one) && one.planId === version.planId);
  return [
    ...(version.state === 'draft'
      ? [{ text: 'Send it to consultation', href: paths.planConsultation(version.id) }]
      : []),
    ...(isOpenVersion(version)
      ? [
          { text: 'Record its adoption', href: paths.planAdoption(version.id) },
          { text: 'Discard it', href: paths.planDiscard(version.id) },
        ]
      : []),
    ...(version.state === 'adopted' && !draft
      ? [{ text: 'Begin a revision', href: paths.planRevision() }]
      : []),
    ...(isOpenVersion(version) ? [] : [{ text: 'Begin a new plan', href: paths.newPlan() }]),
  ];
}

/** Half-open ranges in words: the last day, not the first after it. */
export function range(from: CalendarDate, until: CalendarDate | null): string {
  return until === null
    ? `From ${formatDate(from)}`
    : `From ${formatDate(from)} until before ${formatDate(until)}`;
}
