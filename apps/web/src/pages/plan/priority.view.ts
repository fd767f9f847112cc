import type { CalendarDate, Id } from '@lib/kernel';
import type { ContentPriority, PlanOverview, SeniorPerson } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { TIER_WORDS } from './plan-words.js';

export interface PriorityFrame {
  readonly versionId: Id;
  readonly paths: Paths;
  readonly today: CalendarDate;
  /** Links that edit, for who may and where the version is open. */
  readonly editable: boolean;
  /** In the copy that is published people are known by their posts. */
  readonly published: boolean;
}

/** A priority with what stands under it, as the plan page and its own page show it. */
export function priorityView(
  priority: ContentPriority,
  { seniorPeople }: Pick<PlanOverview, 'seniorPeople'>,
  frame: PriorityFrame,
) {
  const { versionId, paths, today, editable, published } = frame;
  const people = seniorPeople.filter(({ priorityId }) => priorityId === priority.id);
  const edit = <Links>(links: Links) => (editable ? links : null);
  return {
    title: priority.title,
    href: paths.priority(versionId, priority.id),
    narrative: priority.narrative,
    restricted: priority.publication === 'restricted',
    facts: [
      { key: 'Lead authority', value: priority.lead?.name ?? 'Nobody yet' },
      ...(priority.contributors.length > 0
        ? [{ key: 'Working with', value: priority.contributors.map(({ name }) => name).join(', ') }]
        : []),
      { key: 'Senior person', value: whoAnswers(people, today, published) },
    ],
    measures: priority.measures.map(({ slug, name, authority }) => ({
      ...{ name, authority: authority.name, href: published ? null : paths.measure(slug) },
    })),
    actions: priority.actions.map(({ id, wording, owner, dueOn, tier, publication }) => ({
      ...{ wording, owner: owner.name, due: formatDate(dueOn), tier: TIER_WORDS[tier] },
      restricted: publication === 'restricted',
      edit: edit({
        change: paths.planAction(versionId, id),
        remove: paths.planRemoval(versionId, 'action', id),
      }),
    })),
    edit: edit({
      wording: paths.priorityWording(versionId, priority.id),
      measures: paths.priorityMeasures(versionId, priority.id),
      addAction: paths.newAction(versionId, priority.id),
      remove: paths.planRemoval(versionId, 'priority', priority.id),
    }),
  };
}

function whoAnswers(people: readonly SeniorPerson[], today: CalendarDate, published: boolean): string {
  const now = people.findLast(({ from }) => from <= today);
  const next = people.find(({ from }) => from > today);
  const named = ({ name, post }: SeniorPerson) => (published ? post : `${name}, ${post}`);
  if (now && next) return `${named(now)}; from ${formatDate(next.from)} ${named(next)}`;
  if (now) return named(now);
  return next ? `From ${formatDate(next.from)} ${named(next)}` : 'Nobody named yet';
}

/** Everybody who answers or answered for a priority, first to last. */
export function successionView(people: readonly SeniorPerson[]) {
  return people.map(({ name, post, from, until }) => ({
    ...{ name, post, from: formatDate(from), until: until ? formatDate(until) : 'Today' },
  }));
}
