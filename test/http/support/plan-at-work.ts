import { type Actor, calendarDate, type Id } from '@lib/kernel';
import {
  AdoptVersion,
  BeginRevision,
  ChooseMeasures,
  NameSeniorPerson,
  NoteRegard,
  RecordDecision,
  RecordUpperPlan,
  RemovePart,
  SendToConsultation,
  WriteAction,
  WriteFinding,
  WritePriority,
} from '@lib/plans';
import { type PlanOverview, PlanQuery, type PlanSheet } from '@lib/reporting';
import type { TestApp } from '../test-app.js';

const FROM = calendarDate('2026-01-01');
const UPPER_PLAN = {
  title: 'A police and crime plan',
  owner: 'The mayor',
  source: 'Minutes',
  succeedsId: null,
};

/** The analyst of Kingston at work on a revision of the plan, and on what hangs on a plan. */
export class PlanAtWork {
  private revisionId: Id;
  private upperPlanId: Id;
  private decisionId: Id | undefined;

  constructor(
    private readonly test: TestApp,
    private readonly partnershipId: Id,
    private readonly analyst: Actor,
  ) {}

  /** The pages of every version that there is, with its priorities. */
  async pages(): Promise<string[]> {
    const { versions } = await this.overview();
    const pages = await Promise.all(
      versions.map(async ({ id }) => {
        const path = `/plan/versions/${id}`;
        const { priorities } = (await this.overview(id)).sheet!;
        return [
          ...[path, `${path}?copy=public`, `${path}/changes`],
          ...priorities.map((one) => `${path}/priorities/${one.id}`),
        ];
      }),
    );
    return ['/plan', '/plan?copy=public', '/plan/upper-plans', '/decisions', ...pages.flat()];
  }

  async beginRevision(): Promise<void> {
    this.revisionId = await this.test.app.get(BeginRevision).execute(this.analyst, this.partnershipId);
  }

  /** Gives the first priority another title. */
  async retitle(title: string): Promise<void> {
    const { id, rowId, title: before, ...priority } = (await this.revision()).priorities[0]!;
    await this.test.app.get(WritePriority).execute(this.analyst, {
      ...{ ...this.inHand, instead: { priorityId: id, rowId, title: before } },
      wording: {
        ...{ title, narrative: priority.narrative, publication: priority.publication },
        leadAuthorityId: priority.lead?.id ?? null,
        contributorIds: priority.contributors.map((one) => one.id),
      },
    });
  }

  /** Takes the last measure from under the first priority. */
  async chooseFewerMeasures(): Promise<void> {
    const { id, title, measures } = (await this.revision()).priorities[0]!;
    await this.test.app.get(ChooseMeasures).execute(this.analyst, {
      ...{ ...this.inHand, priority: { id, title } },
      ...{ measures: measures.slice(0, -1), seenIds: measures.map((one) => one.id) },
    });
  }

  /** Writes the first action under the first priority otherwise. */
  async changeAction(wording: string): Promise<void> {
    const {
      id,
      rowId,
      owner,
      wording: before,
      ...stays
    } = (await this.revision()).priorities[0]!.actions[0]!;
    await this.test.app.get(WriteAction).execute(this.analyst, {
      ...{ ...this.inHand, instead: { actionId: id, rowId, wording: before } },
      action: { ...stays, wording, ownerId: owner.id },
    });
  }

  /** Adds a finding that led to the first priority. */
  async find(wording: string): Promise<void> {
    const { priorities } = await this.revision();
    await this.test.app.get(WriteFinding).execute(this.analyst, {
      ...{ ...this.inHand, instead: null },
      finding: {
        ...{ source: 'consultation', document: 'Answers', foundOn: FROM, wording, publication: 'public' },
        priorityIds: [priorities[0]!.id],
      },
    });
  }

  /** Takes the oldest finding out, or the last priority with everything under it. */
  async remove(kind: 'finding' | 'priority'): Promise<void> {
    const { findings, priorities } = await this.revision();
    const last = priorities.at(-1)!;
    const part =
      kind === 'finding'
        ? { id: findings.at(-1)!.id, words: findings.at(-1)!.wording }
        : { id: last.id, words: last.title };
    const command = { ...this.inHand, kind, ...part, reason: 'It is done' };
    await this.test.app.get(RemovePart).execute(this.analyst, command);
  }

  async consult(): Promise<void> {
    const seenEdits = (await this.revision()).version.edits;
    await this.test.app.get(SendToConsultation).execute(this.analyst, { ...this.inHand, seenEdits });
  }

  /** Adopts the revision, in force from the middle of 2010/11. */
  async adopt(): Promise<void> {
    const seenEdits = (await this.revision()).version.edits;
    const inForceFrom = calendarDate('2010-10-01');
    const adoption = { decisionId: await this.decided(), adoptedOn: inForceFrom, inForceFrom };
    await this.test.app.get(AdoptVersion).execute(this.analyst, { ...this.inHand, seenEdits, ...adoption });
  }

  /** Names who answers for the first priority from a day of last year on. */
  async nameSeniorPerson(name: string): Promise<void> {
    const { partnershipId, analyst, test } = this;
    const command = { partnershipId, priority: await this.priority(), name, post: 'Commander', fromOn: FROM };
    await test.app.get(NameSeniorPerson).execute(analyst, command);
  }

  async recordUpperPlan(): Promise<void> {
    this.upperPlanId = await this.test.app.get(RecordUpperPlan).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, ...UPPER_PLAN, inForce: { from: FROM, until: null } },
    });
  }

  /** Another one takes the place of that plan. */
  async replaceUpperPlan(title: string): Promise<void> {
    await this.test.app.get(RecordUpperPlan).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, ...UPPER_PLAN, title, succeedsId: this.upperPlanId },
      inForce: { from: calendarDate('2026-04-01'), until: null },
    });
  }

  /** Notes the regard to it under the first priority. */
  async noteRegard(wording: string): Promise<void> {
    const { partnershipId, upperPlanId, analyst, test } = this;
    const note = { partnershipId, priority: await this.priority(), upperPlanId, wording };
    await test.app.get(NoteRegard).execute(analyst, { ...note, regardedOn: FROM, regardedBy: 'The board' });
  }

  /** What the board decided in 2010; recorded when somebody asks first. */
  async decided(): Promise<Id> {
    return (this.decisionId ??= await this.decide('As proposed'));
  }

  decide(wording: string, on = '2010-09-01'): Promise<Id> {
    const said = { decidedOn: calendarDate(on), meeting: 'The board', wording };
    const { partnershipId } = this;
    return this.test.app.get(RecordDecision).execute(this.analyst, { partnershipId, ...said });
  }

  private get inHand() {
    return { partnershipId: this.partnershipId, versionId: this.revisionId };
  }

  private async priority(): Promise<{ id: Id; title: string }> {
    return (await this.overview()).sheet!.priorities[0]!;
  }

  private async revision(): Promise<PlanSheet> {
    return (await this.overview(this.revisionId)).sheet!;
  }

  private overview(versionId?: Id): Promise<PlanOverview> {
    const wanted = { on: this.test.clock.today(), ...(versionId && { versionId }) };
    return this.test.app.get(PlanQuery).run(this.analyst, this.partnershipId, wanted);
  }
}
