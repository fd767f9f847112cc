import { type Actor, calendarDate, type Id } from '@lib/kernel';
import type { AuthorityKind } from '@lib/partnerships';
import {
  AdoptVersion,
  BeginPlan,
  BeginRevision,
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
import type { AuthorityIds } from './found-partnership.js';
import type { UseCases } from './use-cases.js';

export interface DecisionFacts {
  readonly decidedOn: string;
  readonly meeting: string;
  readonly wording: string;
  /** From when the version that it adopts is in force. */
  readonly inForceFrom: string;
}

export interface ActionFacts {
  readonly wording: string;
  readonly owner: AuthorityKind;
  readonly dueOn: string;
  readonly tier: 'primary' | 'secondary' | 'tertiary';
  readonly publication?: 'restricted';
}

export interface PriorityFacts {
  readonly title: string;
  readonly narrative: string | null;
  readonly lead: AuthorityKind;
  readonly contributors: readonly AuthorityKind[];
  /** The measures under it, by the name that the demonstration knows them by. */
  readonly measures: readonly string[];
  readonly actions: readonly ActionFacts[];
  /** Who answers for it, in succession. */
  readonly people: readonly { readonly name: string; readonly post: string; readonly from: string }[];
}

export interface FindingFacts {
  readonly source: 'strategic-assessment' | 'needs-assessment' | 'consultation';
  readonly document: string;
  readonly foundOn: string;
  readonly wording: string;
  /** Numbers of the priorities that it led to, from 1. */
  readonly ledTo: readonly number[];
}

export interface UpperPlanFacts {
  readonly key: string;
  readonly title: string;
  readonly owner: string;
  readonly from: string;
  readonly until: string;
  readonly succeeds: string | null;
  readonly source: string;
}

export interface RegardFacts {
  /** Number of the priority, from 1. */
  readonly priority: number;
  readonly upperPlan: string;
  readonly on: string;
  readonly wording: string;
}

export interface PlanFacts {
  readonly title: string;
  readonly source: string;
  /** Of its first version, and of each revision: none of them changes anything. */
  readonly decisions: readonly [DecisionFacts, ...DecisionFacts[]];
  /** In the order of the document. */
  readonly priorities: readonly PriorityFacts[];
  readonly findings: readonly FindingFacts[];
  /** Plans above the partnership's, in the order in which one follows another. */
  readonly upperPlans: readonly UpperPlanFacts[];
  readonly regard: readonly RegardFacts[];
}

interface Given {
  readonly useCases: UseCases;
  readonly analyst: Actor;
  readonly partnershipId: Id;
  readonly authorityIds: AuthorityIds;
  readonly measures: ReadonlyMap<string, { readonly id: Id; readonly name: string }>;
}

type Priority = { readonly id: Id; readonly title: string };

/** Writes the plan as a draft, part by part, and records its adoption, its revisions and what hangs on it. */
export async function recordPlan(given: Given, facts: PlanFacts): Promise<void> {
  const { useCases, analyst, partnershipId } = given;
  const { title, source } = facts;
  const versionId = await useCases.get(BeginPlan).execute(analyst, { partnershipId, title, source });
  const priorities: Priority[] = [];
  for (const one of facts.priorities) priorities.push(await writePriority(given, versionId, one));
  for (const { ledTo, foundOn, ...finding } of facts.findings)
    await useCases.get(WriteFinding).execute(analyst, {
      ...{ partnershipId, versionId, instead: null },
      finding: {
        ...finding,
        ...{ foundOn: calendarDate(foundOn), publication: 'public' },
        priorityIds: ledTo.map((number) => priorities[number - 1]!.id),
      },
    });
  const [first, ...revisions] = facts.decisions;
  await adopt(given, versionId, first);
  for (const [index, { people }] of facts.priorities.entries())
    for (const { from, ...person } of people)
      await useCases.get(NameSeniorPerson).execute(analyst, {
        ...{ partnershipId, priority: priorities[index]!, ...person, fromOn: calendarDate(from) },
      });
  await align(given, priorities, facts);
  for (const decision of revisions)
    await adopt(given, await useCases.get(BeginRevision).execute(analyst, partnershipId), decision);
}

async function writePriority(given: Given, versionId: Id, facts: PriorityFacts): Promise<Priority> {
  const { useCases, analyst, partnershipId, authorityIds } = given;
  const { title, narrative } = facts;
  const id = await useCases.get(WritePriority).execute(analyst, {
    ...{ partnershipId, versionId, instead: null },
    wording: {
      ...{ title, narrative, publication: 'public' },
      leadAuthorityId: authorityIds.get(facts.lead)!,
      contributorIds: facts.contributors.map((kind) => authorityIds.get(kind)!),
    },
  });
  const measures = facts.measures.map((one) => given.measures.get(one)!);
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

async function adopt(
  { useCases, analyst, partnershipId }: Given,
  versionId: Id,
  { inForceFrom, ...decision }: DecisionFacts,
): Promise<void> {
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

async function align(
  { useCases, analyst, partnershipId }: Given,
  priorities: readonly Priority[],
  { upperPlans, regard }: PlanFacts,
): Promise<void> {
  const ids = new Map<string, Id>();
  for (const { key, from, until, succeeds, ...plan } of upperPlans)
    ids.set(
      key,
      await useCases.get(RecordUpperPlan).execute(analyst, {
        ...{ partnershipId, ...plan, succeedsId: succeeds && ids.get(succeeds)! },
        inForce: { from: calendarDate(from), until: calendarDate(until) },
      }),
    );
  for (const { priority, upperPlan, on, wording } of regard)
    await useCases.get(NoteRegard).execute(analyst, {
      ...{ partnershipId, priority: priorities[priority - 1]!, upperPlanId: ids.get(upperPlan)! },
      ...{ regardedOn: calendarDate(on), regardedBy: 'The board (illustrative)', wording },
    });
}
