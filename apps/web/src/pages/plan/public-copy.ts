import type { PlanContent, PlanSheet } from '@lib/reporting';

/**
 * Exactly what may be published of a version: without what is restricted, and without what stands under it. A finding
 * no longer says that it led to a priority that is left out.
 */
export function publicCopy<Sheet extends PlanContent>(sheet: Sheet): Sheet {
  const priorities = sheet.priorities
    .filter(({ publication }) => publication === 'public')
    .map((priority) => ({
      ...priority,
      actions: priority.actions.filter(({ publication }) => publication === 'public'),
    }));
  const shown = new Set(priorities.map(({ id }) => id));
  return {
    ...sheet,
    priorities,
    findings: sheet.findings
      .filter(({ publication }) => publication === 'public')
      .map((finding) => ({ ...finding, priorityIds: finding.priorityIds.filter((id) => shown.has(id)) })),
  };
}

/** How much the copy leaves out, in words; null where it is the whole plan. */
export function leftOut(sheet: PlanSheet): string | null {
  const restricted = (parts: readonly { readonly publication: string }[]) =>
    parts.filter(({ publication }) => publication === 'restricted').length;
  const count =
    restricted(sheet.priorities) +
    restricted(sheet.priorities.flatMap(({ actions }) => actions)) +
    restricted(sheet.findings);
  if (count === 0) return null;
  return count === 1 ? 'without 1 restricted part' : `without ${count} restricted parts`;
}
