import type { Id } from '@lib/kernel';
import { type PlanChange, planChanges, type PlanPart } from '@lib/plans';
import type { ContentFinding, ContentPriority, PlanContent } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import { PUBLICATION_WORDS, SOURCE_WORDS, TIER_WORDS } from './plan-words.js';

type Says = readonly (readonly [label: string, text: string | null])[];

/** What makes one version out of another, in words. */
export function changesBetween(before: PlanContent, after: PlanContent): PlanChange[] {
  // By its later title in both: what stands under a priority is not changed by what the priority is called.
  const titles: Titles = new Map(
    [...before.priorities, ...after.priorities].map(({ id, title }) => [id, title]),
  );
  return planChanges(partsOf(before, titles), partsOf(after, titles));
}

type Titles = ReadonlyMap<Id, string>;

function partsOf({ priorities, findings }: PlanContent, titles: Titles): PlanPart[] {
  return [
    ...priorities.flatMap((priority) => [priorityPart(priority), ...actionParts(priority, titles)]),
    ...findings.map((finding) => findingPart(finding, titles)),
  ];
}

function priorityPart({ id, title, narrative, lead, contributors, measures, publication }: ContentPriority) {
  return part('priority', id, title, [
    ['Priority', title],
    ['What is meant to happen', narrative],
    ['Lead authority', lead?.name ?? null],
    ['Working with', contributors.map(({ name }) => name).join(', ') || null],
    ['Measures', measures.map(({ name }) => name).join(', ') || null],
    ['Publication', PUBLICATION_WORDS[publication]],
  ]);
}

function actionParts({ actions }: ContentPriority, titles: Titles): PlanPart[] {
  return actions.map(({ id, priorityId, wording, owner, dueOn, tier, publication }) =>
    part('action', id, wording, [
      ['Action', wording],
      ['Under', titles.get(priorityId) ?? null],
      ['Done by', owner.name],
      ['Due', formatDate(dueOn)],
      ['Prevention', TIER_WORDS[tier]],
      ['Publication', PUBLICATION_WORDS[publication]],
    ]),
  );
}

function findingPart(finding: ContentFinding, titles: Titles): PlanPart {
  const led = finding.priorityIds.map((id) => titles.get(id));
  return part('finding', finding.id, finding.wording, [
    ['Finding', finding.wording],
    ['From', `${SOURCE_WORDS[finding.source]}: ${finding.document}`],
    ['Found on', formatDate(finding.foundOn)],
    ['Led to', led.join(', ') || null],
    ['Publication', PUBLICATION_WORDS[finding.publication]],
  ]);
}

function part(kind: PlanPart['kind'], id: string, heading: string, says: Says): PlanPart {
  return {
    ...{ key: `${kind} ${id}`, kind, heading },
    says: says.flatMap(([label, text]) => (text === null ? [] : [{ label, text }])),
  };
}
