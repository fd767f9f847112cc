import { type Actor, calendarDate, Decimal, FinancialQuarter, type Id, newId } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { MeasureQuery, ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import { DeclareStatus, MarkChartAndJudge, RecordAnnualCounts, SetTargetAndJudge } from '@lib/results';
import {
  BeginRestatement,
  ClosePeriod,
  counted,
  DecideOnReturn,
  OpenQuarter,
  PlanPeriod,
  ReopenForAuthority,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import { saveLookedAt } from '@lib/testing';
import type { TestApp } from '../test-app.js';
import { lookInto } from './onlooker.js';
import { PlanAtWork } from './plan-at-work.js';
import { actor, sentContentOf } from './records.js';

export const MEASURE = 'residential-burglary';
const OWN_SYSTEM = {
  ...{
    source: 'Crime records',
    release: null,
    extractedOn: null,
    finality: null,
    standing: null,
    extract: null,
  },
} as const;
export const Q3 = FinancialQuarter.of(2010, 3);

/** The people of Kingston at work, by use cases: what changes the pages of a partnership, one thing at a time. */
export class KingstonAtWork {
  readonly planning: PlanAtWork;

  private constructor(
    private readonly test: TestApp,
    private readonly partnershipId: Id,
    private readonly officer: Actor,
    private readonly approver: Actor,
    private readonly analyst: Actor,
  ) {
    this.planning = new PlanAtWork(test, partnershipId, analyst);
  }

  static async start(test: TestApp): Promise<KingstonAtWork> {
    const { id } = (await test.app.get(PartnershipDirectory).bySlug('kingston'))!;
    const person = (email: string) => actor(test, email);
    return new KingstonAtWork(
      test,
      id,
      await person('officer@police.example'),
      await person('approver@police.example'),
      await person('analyst@partnership.example'),
    );
  }

  /** The returns of the police, by the slug of their quarter and their revision. */
  async returns(): Promise<Map<string, Id>> {
    const listed = await this.listed(this.officer);
    return new Map(listed.map(({ id, quarter, revision }) => [`${quarter.slug} ${revision}`, id]));
  }

  /** The returns of every authority. */
  async allReturns(): Promise<Id[]> {
    return (await this.listed(this.analyst)).map(({ id }) => id);
  }

  private listed(actor: Actor) {
    return this.test.app.get(ReturnsListQuery).run(actor, this.partnershipId, {
      ...{ permission: 'returns.view', order: 'newest', limit: 50 },
      states: ['draft', 'submitted', 'returned', 'approved', 'accepted'],
    });
  }

  /** Says a count of residential burglaries, and of everything else that has no figure yet, and sends the return. */
  async send(quarter: FinancialQuarter, revision: number, count: number): Promise<void> {
    const { partnershipId, officer } = this;
    const returnId = await this.returnOf(quarter, revision);
    const { lines, version } = await this.sheet(returnId);
    const entries = new Map(
      lines
        .filter(({ measureSlug, figure }) => measureSlug === MEASURE || figure === null)
        .map(({ id }) => [id, counted(new Decimal(count), OWN_SYSTEM)]),
    );
    const command = { partnershipId, returnId, seenVersion: version, entries };
    const seenVersion = await saveLookedAt(this.test.app, officer, command);
    await this.test.app.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
  }

  async decide(
    quarter: FinancialQuarter,
    revision: number,
    action: 'approve' | 'accept' | 'handBack',
  ): Promise<void> {
    const returnId = await this.returnOf(quarter, revision);
    await this.test.app.get(DecideOnReturn).execute(action === 'approve' ? this.approver : this.analyst, {
      ...{ partnershipId: this.partnershipId, returnId, action },
      contentSha256: sentContentOf(await this.sheet(returnId)),
      ...(action === 'handBack' && { comment: 'Two were counted twice' }),
    });
  }

  /** Writes a commentary on the first line and on the return as a whole. */
  async comment(quarter: FinancialQuarter, revision: number, wording: string): Promise<void> {
    const returnId = await this.returnOf(quarter, revision);
    const { lines, version } = await this.sheet(returnId);
    await this.test.app.get(WriteCommentary).execute(this.officer, {
      ...{ partnershipId: this.partnershipId, returnId, seenVersion: version },
      texts: new Map([
        [null, wording],
        [lines[0]!.id, `${wording} here`],
      ]),
    });
  }

  async restate(quarter: FinancialQuarter): Promise<void> {
    const returnId = await this.returnOf(quarter, 1);
    const why = { kind: 'error', reason: 'Ten were counted twice' } as const;
    const { partnershipId } = this;
    await this.test.app.get(BeginRestatement).execute(this.officer, { partnershipId, returnId, ...why });
  }

  async setTarget(atMost: number): Promise<void> {
    const decisionId = await this.planning.decided();
    await this.test.app.get(SetTargetAndJudge).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, measureId: await this.measure() },
      ...{ reason: `The board wants ${atMost}`, decisionId },
      target: {
        ...{ kind: 'ceiling', wording: `At most ${atMost}`, changePercent: null, baseline: null },
        applies: { from: calendarDate('2010-04-01'), until: calendarDate('2011-04-01') },
        ...{ atLeast: null, atMost: new Decimal(atMost), course: { kind: 'flat' } },
      },
    });
  }

  async mark(words: string, slug = MEASURE): Promise<void> {
    await this.test.app.get(MarkChartAndJudge).execute(this.analyst, this.partnershipId, {
      ...{ measureId: await this.measure(slug), quarter: Q3, kind: 'series-break', words, approvedBy: null },
    });
  }

  async declare(rag: 'red' | 'green'): Promise<void> {
    await this.test.app.get(DeclareStatus).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, measureId: await this.measure(), measure: MEASURE },
      ...{ financialYear: 2010, rag, reason: `It looks ${rag}`, expiresOn: calendarDate('2199-01-01') },
    });
  }

  async recordAnnualCount(count: number): Promise<void> {
    const [value, measureId] = [new Decimal(count), await this.measure()];
    await this.test.app.get(RecordAnnualCounts).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, financialYear: 2009 },
      counts: [
        {
          ...{ measureId, count: value, range: { lowest: value, highest: value }, exactness: 'exact' },
          ...{ source: 'A later summary', release: 'May 2011' },
        },
      ],
    });
  }

  async plan(quarter: FinancialQuarter, dueOn: string): Promise<void> {
    const dates = { opensOn: null, dueOn: calendarDate(dueOn), lastNewOn: null, lastEditOn: null };
    const { partnershipId } = this;
    await this.test.app.get(PlanPeriod).execute(this.analyst, { partnershipId, quarter, dates });
  }

  async open(quarter: FinancialQuarter): Promise<void> {
    await this.test.app
      .get(OpenQuarter)
      .execute(this.analyst, { partnershipId: this.partnershipId, quarter });
  }

  async close(quarter: FinancialQuarter, closed: boolean): Promise<void> {
    const { partnershipId } = this;
    const command = { partnershipId, quarter, closed, reason: 'Everybody is done, or not' };
    await this.test.app.get(ClosePeriod).execute(this.analyst, command);
  }

  async reopen(quarter: FinancialQuarter, reason: string): Promise<void> {
    const authorityId = this.officer.grants[0]!.authorityId!;
    await this.test.app.get(ReopenForAuthority).execute(
      this.analyst,
      {
        ...{ partnershipId: this.partnershipId, quarter, authorityId, reason },
        expiresOn: calendarDate('2199-01-01'),
      },
      { key: newId(), contentSha256: '0'.repeat(64) },
    );
  }

  /** Another version of a measure's definition from this spring on, behind the service's back; of a composite, with one part. */
  async defineAnew(slug: string, name: string, part?: string): Promise<void> {
    const onlooker = await lookInto(this.test.database);
    await onlooker.rows(
      `with anew as (
         insert into measure_definition
         select (jsonb_populate_record(null::measure_definition, to_jsonb(newest) || jsonb_build_object(
                  'id', gen_random_uuid(), 'version', version + 1, 'name', $2::text, 'in_force_from', '2027-04-01',
                  'comparable', true, 'reason', 'A clearer name', 'approved_by', 'The board',
                  'recorded_by', $5::uuid, 'recorded_at', $3::timestamptz))).*
           from (select * from measure_definition where measure_id = $1 order by version desc limit 1) newest
         returning partnership_id, id)
       insert into measure_component
       select partnership_id, id, $4::uuid, 1 from anew where $4::uuid is not null`,
      [
        ...[await this.measure(slug), name, this.test.clock.now()],
        ...[part ? await this.measure(part) : null, this.analyst.personId],
      ],
    );
    await onlooker.close();
  }

  private sheet(returnId: Id) {
    return this.test.app.get(ReturnSheetQuery).run(this.officer, this.partnershipId, returnId);
  }

  private async returnOf(quarter: FinancialQuarter, revision: number): Promise<Id> {
    return (await this.returns()).get(`${quarter.slug} ${revision}`)!;
  }

  private async measure(slug = MEASURE): Promise<Id> {
    const { id } = await this.test.app.get(MeasureQuery).run(this.analyst, this.partnershipId, slug);
    return id;
  }
}
