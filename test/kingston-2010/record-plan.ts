import { type Actor, calendarDate, type Id } from '@lib/kernel';
import type { AuthorityKind } from '@lib/partnerships';
import {
  AdoptVersion,
  BeginPlan,
  ChooseMeasures,
  NameSeniorPerson,
  NoteRegard,
  RecordDecision,
  RecordUpperPlan,
  WriteAction,
  WriteFinding,
  WritePriority,
} from '@lib/plans';
import { PlanQuery } from '@lib/reporting';
import { FINDINGS, PLAN, PRIORITIES, type PriorityFacts, REGARD, UPPER_PLANS } from './plan.facts.js';
import { POLICE_COUNTS, POLICING_SUMMARY, SERIOUS_ACQUISITIVE_CRIME } from './kingston.facts.js';
import type { UseCases } from '../../seeds/demo/index.js';

interface Given {
  readonly useCases: UseCases;
  readonly analyst: Actor;
  readonly partnershipId: Id;
  readonly authorityIds: ReadonlyMap<AuthorityKind, Id>;
  readonly measureIds: ReadonlyMap<string, Id>;
}

type Priority = { readonly id: Id; readonly title: string };

/** Writes the plan as a draft, part by part, and records its adoption and what hangs on it. */
export async function recordPlan(given: Given): Promise<void> {
  const { useCases, analyst, partnershipId } = given;
  const { title } = PLAN;
  const versionId = await useCases
    .get(BeginPlan)
    .execute(analyst, { partnershipId, title, source: POLICING_SUMMARY.source });
  const priorities: Priority[] = [];
  for (const facts of PRIORITIES) priorities.push(await writePriority(given, versionId, facts));
  for (const { ledTo, foundOn, ...finding } of FINDINGS)
    await useCases.get(WriteFinding).execute(analyst, {
      ...{ partnershipId, versionId, instead: null },
      finding: {
        ...finding,
        ...{ foundOn: calendarDate(foundOn), publication: 'public' },
        priorityIds: ledTo.map((number) => priorities[number - 1]!.id),
      },
    });
  await adopt(given, versionId);
  for (const [index, { people }] of PRIORITIES.entries())
    for (const { from, ...person } of people)
      await useCases.get(NameSeniorPerson).execute(analyst, {
        ...{ partnershipId, priority: priorities[index]!, ...person, fromOn: calendarDate(from) },
      });
  await align(given, priorities);
}

async function writePriority(given: Given, versionId: Id, facts: PriorityFacts): Promise<Priority> {
  const { useCases, analyst, partnershipId, authorityIds, measureIds } = given;
  const { title, narrative, slugs } = facts;
  const id = await useCases.get(WritePriority).execute(analyst, {
    ...{ partnershipId, versionId, instead: null },
    wording: {
      ...{ title, narrative, publication: 'public' },
      leadAuthorityId: authorityIds.get(facts.lead)!,
      contributorIds: facts.contributors.map((kind) => authorityIds.get(kind)!),
    },
  });
  const measures = slugs.map((slug) => ({ id: measureIds.get(slug)!, name: nameOf(slug) }));
  if (measures.length > 0)
    await useCases
      .get(ChooseMeasures)
      .execute(analyst, { partnershipId, versionId, priority: { id, title }, measures, seenIds: [] });
  for (const { owner, dueOn, publication = 'public', ...action } of facts.actions)
    await useCases.get(WriteAction).execute(analyst, {
      ...{ partnershipId, versionId, instead: null },
      action: {
        ...{ ...action, priorityId: id, ownerId: authorityIds.get(owner)! },
        ...{ dueOn: calendarDate(dueOn), publication },
      },
    });
  return { id, title };
}

function nameOf(slug: string): string {
  const named = [...POLICE_COUNTS, SERIOUS_ACQUISITIVE_CRIME].find((one) => one.slug === slug);
  return named?.name ?? slug;
}

async function adopt({ useCases, analyst, partnershipId }: Given, versionId: Id): Promise<void> {
  const { decision, inForceFrom } = PLAN;
  const decidedOn = calendarDate(decision.decidedOn);
  const decisionId = await useCases
    .get(RecordDecision)
    .execute(analyst, { partnershipId, ...decision, decidedOn });
  const { sheet } = await useCases.get(PlanQuery).run(analyst, partnershipId, { on: decidedOn, versionId });
  await useCases.get(AdoptVersion).execute(analyst, {
    ...{ partnershipId, versionId, decisionId, seenEdits: sheet!.version.edits },
    ...{ adoptedOn: decidedOn, inForceFrom: calendarDate(inForceFrom) },
  });
}

async function align({ useCases, analyst, partnershipId }: Given, priorities: Priority[]): Promise<void> {
  const ids = new Map<string, Id>();
  for (const { key, from, until, succeeds, ...plan } of UPPER_PLANS)
    ids.set(
      key,
      await useCases.get(RecordUpperPlan).execute(analyst, {
        ...{ partnershipId, ...plan, succeedsId: succeeds && ids.get(succeeds)! },
        inForce: { from: calendarDate(from), until: calendarDate(until) },
      }),
    );
  for (const { priority, upperPlan, on, wording } of REGARD)
    await useCases.get(NoteRegard).execute(analyst, {
      ...{ partnershipId, priority: priorities[priority - 1]!, upperPlanId: ids.get(upperPlan)! },
      ...{ regardedOn: calendarDate(on), regardedBy: 'The board (illustrative)', wording },
    });
}
