import { isOpenVersion } from '@lib/plans';
import type { ContentPriority, PlanOverview, PlanSheet } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import type { PlanFrame } from './plan.view.js';
import { SOURCE_WORDS } from './plan-words.js';
import { priorityView, successionView } from './priority.view.js';
import { putRightView } from './put-right.view.js';

/** One priority of a version: what is done, why, who answers for it, and in regard to what. */
export function priorityPageView(
  overview: PlanOverview,
  sheet: PlanSheet,
  priority: ContentPriority,
  frame: PlanFrame,
) {
  const { paths, mayEdit } = frame;
  const { version } = sheet;
  const editable = mayEdit && isOpenVersion(version);
  const titleOf = new Map(overview.upperPlans.map(({ id, title }) => [id, title]));
  return {
    pageTitle: priority.title,
    caption: nameOfVersion(version),
    backLink: { href: paths.planVersion(version.id), text: 'Back to the plan' },
    priority: priorityView(priority, overview, {
      ...{ versionId: version.id, ...frame, editable, published: false },
    }),
    findings: sheet.findings
      .filter(({ priorityIds }) => priorityIds.includes(priority.id))
      .map(({ wording, source, document, foundOn }) => ({
        wording,
        from: `${SOURCE_WORDS[source]}: ${document}, ${formatDate(foundOn)}`,
      })),
    people: successionView(overview.seniorPeople.filter(({ priorityId }) => priorityId === priority.id)),
    seniorPersonHref: mayEdit ? paths.seniorPerson(priority.id) : null,
    regard: overview.regardNotes
      .filter(({ priorityId }) => priorityId === priority.id)
      .map(({ upperPlanId, wording, regardedBy, regardedOn }) => ({
        ...{ upperPlan: titleOf.get(upperPlanId), wording, by: `${regardedBy}, ${formatDate(regardedOn)}` },
        href: mayEdit ? paths.regard(priority.id, upperPlanId) : null,
      })),
    regardDue: putRightView({ ...sheet, priorities: [priority] }, overview, frame).regard,
  };
}
