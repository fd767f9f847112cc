import { calendarDate } from '@lib/kernel';
import {
  AdoptVersion,
  BeginPlan,
  BeginRevision,
  DiscardDraft,
  NameSeniorPerson,
  NoteRegard,
  RecordUpperPlan,
  RemovePart,
  WriteAction,
  WritePriority,
} from '@lib/plans';
import { AsAt, BoardQuery, MeasureQuery, PlanQuery } from '@lib/reporting';
import { SetTargetAndJudge } from '@lib/results';
import { changesBetween } from '../../apps/web/src/pages/plan/plan-parts.js';
import { decisionsOf, NEXT_YEAR, ON, type PlanInHand, planInHand } from './plan-in-hand.js';

describe('a plan in its life', () => {
  let plan: PlanInHand;
  beforeEach(async () => {
    plan = await planInHand();
  });
  afterEach(() => plan.close());

  it('is drafted, consulted on, adopted, and replaced by a revision that ends it', async () => {
    const first = (await plan.sheet())!;
    const second = await plan.revise();
    expect((await plan.sheet(second))!.version).toMatchObject({
      number: 2,
      state: 'draft',
      inForceFrom: null,
    });
    await plan.retitle(second, 'Fewer burglaries');
    await plan.consult(second);
    await plan.addAction(second, 'Ask those who were burgled');
    expect(await plan.adopt(second)).toEqual({ nothingChanged: false });

    expect((await plan.sheet(second))!.version).toMatchObject({
      ...{ state: 'adopted', inForceFrom: '2027-04-01', inForceUntil: null, nothingChanged: false },
    });
    expect((await plan.sheet(first.version.id))!.version).toMatchObject({
      ...{ state: 'revised', inForceFrom: '2010-04-01', inForceUntil: '2027-04-01' },
    });
    // Replaced, and in force until the new one begins.
    expect((await plan.sheet())!.version.id).toBe(first.version.id);
    expect((await plan.sheet(undefined, undefined, NEXT_YEAR))!.version.id).toBe(second);
    expect((await plan.sheet(first.version.id))!.priorities).toEqual(first.priorities);
  });

  it('keeps what each part is from version to version, so that two can be compared', async () => {
    const first = (await plan.sheet())!;
    const second = await plan.revise();
    expect(changesBetween(first, (await plan.sheet(second))!)).toEqual([]);
    await plan.retitle(second, 'Fewer burglaries');
    await plan.addAction(second, 'Ask those who were burgled');
    const last = first.priorities.at(-1)!;
    await plan.useCases.get(RemovePart).execute(plan.analyst, {
      ...{ partnershipId: plan.partnershipId, versionId: second, kind: 'priority', id: last.id },
      ...{ words: last.title, reason: 'Done' },
    });
    const changes = changesBetween(first, (await plan.sheet(second))!);
    const traced = first.findings.find(({ priorityIds }) => priorityIds.includes(last.id))!;
    expect(changes.map(({ what, heading }) => `${what}: ${heading}`)).toEqual([
      'changed: Fewer burglaries',
      'added: Ask those who were burgled',
      // It had led to the priority that was taken out.
      `changed: ${traced.wording}`,
      `removed: ${last.title}`,
      ...last.actions.map(({ wording }) => `removed: ${wording}`),
    ]);
    expect(changes[0]!.lines).toEqual([
      { label: 'Priority', before: first.priorities[0]!.title, after: 'Fewer burglaries' },
    ]);
  });

  it('can be reviewed with nothing changed, and says so', async () => {
    const second = await plan.revise();
    // Changed there and back again is nothing changed.
    const { title } = (await plan.sheet(second))!.priorities[0]!;
    await plan.retitle(second, 'Something else');
    await plan.retitle(second, title);
    expect(await plan.adopt(second)).toEqual({ nothingChanged: true });
    expect((await plan.sheet(second))!.version.nothingChanged).toBe(true);
  });

  it('gives way to a new plan', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const first = (await plan.sheet())!;
    const begin = { partnershipId, title: 'A plan for five years', source: 'Ours' };
    const draft = await useCases.get(BeginPlan).execute(analyst, begin);
    await expect(plan.adopt(draft)).rejects.toMatchObject({ code: 'plans.no-priority' });
    await useCases.get(WritePriority).execute(analyst, {
      ...{ partnershipId, versionId: draft, instead: null },
      wording: {
        ...{ title: 'New', narrative: null, leadAuthorityId: first.priorities[0]!.lead!.id },
        ...{ contributorIds: [], publication: 'public' },
      },
    });
    expect(await plan.adopt(draft)).toEqual({ nothingChanged: null });
    expect((await plan.sheet(first.version.id))!.version.state).toBe('superseded');
  });

  it('can be discarded before it is adopted, with a reason, and stays on record', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const first = (await plan.sheet())!;
    const second = await plan.revise();
    await plan.retitle(second, 'Not needed after all');
    const before = await plan.moment();
    const { edits } = (await plan.sheet(second))!.version;
    const discard = (versionId: string, said: object = {}) =>
      useCases.get(DiscardDraft).execute(analyst, {
        ...{ partnershipId, versionId, seenEdits: edits, reason: ' The board asked for another ' },
        ...said,
      });
    await expect(discard(second, { reason: ' ' })).rejects.toMatchObject({ code: 'plans.discard-reason' });
    await expect(discard(second, { seenEdits: edits - 1 })).rejects.toMatchObject({
      code: 'plans.changed-meanwhile',
    });
    const results = await Promise.allSettled([discard(second), discard(second)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

    const discarded = (await plan.sheet(second))!;
    expect(discarded.version).toMatchObject({ state: 'discarded', inForceFrom: null });
    expect(discarded.version.steps.at(-1)).toMatchObject({
      ...{ state: 'discarded', reason: 'The board asked for another' },
    });
    expect(discarded.priorities[0]!.title).toBe('Not needed after all');
    expect((await plan.sheet(second, before))!.version.state).toBe('draft');
    expect((await plan.sheet())!.version.id).toBe(first.version.id);
    for (const refused of [
      discard(second),
      discard(first.version.id),
      plan.adopt(second),
      plan.consult(second),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'plans.not-now' });
    await expect(plan.retitle(second, 'Again')).rejects.toMatchObject({ code: 'plans.not-now' });

    // The next one is numbered on, and says what the version in force says. Out for consultation it can go, too.
    const third = (await plan.sheet(await plan.revise()))!;
    expect(third.version.number).toBe(3);
    expect(third.priorities[0]!.title).toBe(first.priorities[0]!.title);
    await plan.consult(third.version.id);
    await discard(third.version.id, { seenEdits: third.version.edits });
    expect((await plan.sheet(third.version.id))!.version.state).toBe('discarded');
  });

  it('has one draft at a time, also when two begin one at once', async () => {
    const results = await Promise.allSettled([plan.revise(), plan.revise(), plan.revise()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'plans.draft-open' });
  });

  it('is adopted as it was looked at, and once', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const second = await plan.revise();
    const { edits } = (await plan.sheet(second))!.version;
    await plan.addAction(second, 'Unseen');
    const [decision] = await decisionsOf(plan);
    const adopt = (seenEdits: number) =>
      useCases.get(AdoptVersion).execute(analyst, {
        ...{ partnershipId, versionId: second, decisionId: decision!.id, seenEdits },
        ...{ adoptedOn: decision!.decidedOn, inForceFrom: NEXT_YEAR },
      });
    await expect(adopt(edits)).rejects.toMatchObject({ code: 'plans.changed-meanwhile' });
    const results = await Promise.allSettled([adopt(edits + 1), adopt(edits + 1)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('does not lose what somebody else wrote meanwhile', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const versionId = await plan.revise();
    const [action] = (await plan.sheet(versionId))!.priorities[0]!.actions;
    const { id, rowId, owner, ...said } = action!;
    const change = (wording: string) =>
      useCases.get(WriteAction).execute(analyst, {
        ...{ partnershipId, versionId, instead: { actionId: id, rowId, wording: said.wording } },
        action: { ...said, ownerId: owner.id, wording },
      });
    const results = await Promise.allSettled([change('One'), change('Other')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'plans.changed-meanwhile' },
    });
  });

  it('is edited by the partnership analyst alone, and seen by everybody', async () => {
    const { useCases, partnershipId } = plan;
    for (const email of [
      'board@partnership.example',
      'auditor@partnership.example',
      'officer@police.example',
    ]) {
      const actor = await useCases.actor(email);
      await expect(useCases.get(BeginRevision).execute(actor, partnershipId)).rejects.toThrow(
        'needs the role Partnership analyst',
      );
      expect((await useCases.get(PlanQuery).run(actor, partnershipId, { on: ON })).sheet).not.toBeNull();
    }
  });

  it('leaves measures and targets with the plan that was adopted, whatever a draft says', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const second = await plan.revise();
    await plan.retitle(second, 'Not adopted');
    const measure = await useCases.get(MeasureQuery).run(analyst, partnershipId, 'serious-acquisitive-crime');
    expect(measure.priority).toBe('Reduce serious acquisitive crime');
    const board = await useCases.get(BoardQuery).run(analyst, partnershipId, 2010, ON);
    expect(board!.measures[0]!.priority).toBe('Reduce serious acquisitive crime');
    expect(board!.plan!.title).toBe('Kingston priorities for 2010/11');
    await useCases.get(SetTargetAndJudge).execute(analyst, {
      ...{ partnershipId, measureId: measure.id, reason: null, decisionId: null },
      target: {
        ...{ kind: 'narrative', wording: 'Fewer', changePercent: null, atLeast: null, atMost: null },
        applies: { from: calendarDate('2012-04-01'), until: calendarDate('2013-04-01') },
        ...{ course: { kind: 'usual-shares' }, baseline: null },
      },
    });
  });

  it('shows what was on record at any moment', async () => {
    const { useCases, analyst, partnershipId } = plan;
    const before = (await plan.sheet())!;
    const priority = { id: before.priorities[0]!.id, title: before.priorities[0]!.title };
    const start = await plan.moment();
    const second = await plan.revise();
    const begun = await plan.moment();
    await plan.retitle(second, 'Fewer burglaries');
    await useCases.get(NameSeniorPerson).execute(analyst, {
      ...{
        partnershipId,
        priority,
        name: 'Zoe Example',
        post: 'Commander',
        fromOn: calendarDate('2026-01-01'),
      },
    });
    const upperPlanId = await useCases.get(RecordUpperPlan).execute(analyst, {
      ...{ partnershipId, title: 'New one', owner: 'The council', source: 'Test', succeedsId: null },
      inForce: { from: calendarDate('2026-01-01'), until: null },
    });
    const regard = { partnershipId, priority, upperPlanId, regardedOn: calendarDate('2026-02-01') };
    await useCases.get(NoteRegard).execute(analyst, { ...regard, regardedBy: 'Board', wording: 'First' });
    const edited = await plan.moment();
    await useCases.get(NoteRegard).execute(analyst, { ...regard, regardedBy: 'Board', wording: 'Second' });
    await plan.adopt(second);

    const at = (asAt: Date | null) =>
      useCases.get(PlanQuery).run(analyst, partnershipId, {
        ...{ on: ON, asAt: AsAt.before(asAt), versionId: before.version.id },
      });
    expect((await at(start)).versions.map(({ state }) => state)).toEqual(['adopted']);
    expect((await at(begun)).versions.map(({ state }) => state)).toEqual(['draft', 'adopted']);
    expect((await at(null)).versions.map(({ state }) => state)).toEqual(['adopted', 'revised']);
    expect((await at(begun)).sheet!.version.inForceUntil).toBeNull();
    const titleAt = async (asAt: Date) => (await plan.sheet(second, asAt))!.priorities[0]!.title;
    expect(await titleAt(begun)).toBe(priority.title);
    expect(await titleAt(edited)).toBe('Fewer burglaries');
    await expect(plan.sheet(second, start)).rejects.toMatchObject({ code: 'not-found' });
    const noteAt = async (asAt: Date | null) =>
      (await at(asAt)).regardNotes.find((note) => note.upperPlanId === upperPlanId)?.wording;
    expect([await noteAt(begun), await noteAt(edited), await noteAt(null)]).toEqual([
      undefined,
      'First',
      'Second',
    ]);
    const people = async (asAt: Date) => (await at(asAt)).seniorPeople.map(({ name }) => name);
    expect(await people(begun)).not.toContain('Zoe Example');
    expect(await people(edited)).toContain('Zoe Example');
    expect((await at(begun)).upperPlans.map(({ title }) => title)).not.toContain('New one');
    expect(await decisionsOf(plan, edited)).toHaveLength(1);
    expect(await decisionsOf(plan)).toHaveLength(2);
  });

  it('ends who answered before when the next one begins', async () => {
    const { seniorPeople } = await plan.useCases
      .get(PlanQuery)
      .run(plan.analyst, plan.partnershipId, { on: ON });
    const { id } = (await plan.sheet())!.priorities[0]!;
    const people = seniorPeople.filter(({ priorityId }) => priorityId === id);
    expect(people.map(({ name, until }) => [name, until])).toEqual([
      ['Sam Example', '2011-01-10'],
      ['Shirin Example', null],
    ]);
  });
});
