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
} from '@lib/returns';
import { saveLookedAt } from '@lib/testing';
import type { TestApp } from '../test-app.js';
import { lookInto } from './onlooker.js';
import { actor, sentContentOf } from './records.js';

const MEASURE = 'residential-burglary';
const Q3 = FinancialQuarter.of(2010, 3);
const Q4 = FinancialQuarter.of(2010, 4);
const OPEN = FinancialQuarter.of(2011, 1);

/** The people of Kingston at work, by use cases: what changes the pages of a partnership, one thing at a time. */
export class KingstonAtWork {
  private constructor(
    private readonly test: TestApp,
    private readonly partnershipId: Id,
    private readonly officer: Actor,
    private readonly approver: Actor,
    private readonly analyst: Actor,
  ) {}

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
    const listed = await this.test.app.get(ReturnsListQuery).run(this.officer, this.partnershipId, {
      ...{ permission: 'returns.edit', order: 'newest', limit: 50 },
      states: ['draft', 'submitted', 'returned', 'approved', 'accepted'],
    });
    return new Map(listed.map(({ id, quarter, revision }) => [`${quarter.slug} ${revision}`, id]));
  }

  /** Says a count of residential burglaries, and of everything else that has no figure yet, and sends the return. */
  async send(quarter: FinancialQuarter, revision: number, count: number): Promise<void> {
    const { partnershipId, officer } = this;
    const returnId = await this.returnOf(quarter, revision);
    const { lines, version } = await this.sheet(returnId);
    const entries = new Map(
      lines
        .filter(({ measureSlug, figure }) => measureSlug === MEASURE || figure === null)
        .map(({ id }) => [id, counted(new Decimal(count))]),
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

  async restate(quarter: FinancialQuarter): Promise<void> {
    const returnId = await this.returnOf(quarter, 1);
    const why = { kind: 'error', reason: 'Ten were counted twice' } as const;
    const { partnershipId } = this;
    await this.test.app.get(BeginRestatement).execute(this.officer, { partnershipId, returnId, ...why });
  }

  async setTarget(atMost: number): Promise<void> {
    await this.test.app.get(SetTargetAndJudge).execute(this.analyst, {
      ...{ partnershipId: this.partnershipId, measureId: await this.measure() },
      reason: `The board wants ${atMost}`,
      target: {
        ...{ kind: 'ceiling', wording: `At most ${atMost}`, changePercent: null, baseline: null },
        applies: { from: calendarDate('2010-04-01'), until: calendarDate('2011-04-01') },
        ...{ atLeast: null, atMost: new Decimal(atMost), course: { kind: 'flat' } },
      },
    });
  }

  async mark(words: string): Promise<void> {
    await this.test.app.get(MarkChartAndJudge).execute(this.analyst, this.partnershipId, {
      ...{ measureId: await this.measure(), quarter: Q3, kind: 'series-break', words, approvedBy: null },
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

  /** A second version of the measure's definition, behind the service's back: its name says so. */
  async defineAnew(name: string): Promise<void> {
    const onlooker = await lookInto(this.test.database);
    await onlooker.rows(
      `with ended as (
         update measure_definition set in_force_until = '2190-01-01'
          where measure_id = $1 and in_force_until is null returning *)
       insert into measure_definition
       select (jsonb_populate_record(null::measure_definition, to_jsonb(ended) || jsonb_build_object(
                'id', gen_random_uuid(), 'version', version + 1, 'name', $2::text, 'in_force_from', '2190-01-01',
                'in_force_until', null, 'recorded_at', $3::timestamptz))).*
         from ended`,
      [await this.measure(), name, this.test.clock.now()],
    );
    await onlooker.close();
  }

  private sheet(returnId: Id) {
    return this.test.app.get(ReturnSheetQuery).run(this.officer, this.partnershipId, returnId);
  }

  private async returnOf(quarter: FinancialQuarter, revision: number): Promise<Id> {
    return (await this.returns()).get(`${quarter.slug} ${revision}`)!;
  }

  private async measure(): Promise<Id> {
    const { id } = await this.test.app.get(MeasureQuery).run(this.analyst, this.partnershipId, MEASURE);
    return id;
  }
}

/** What happens on each of the days, in this order. */
export const EVENTFUL_DAYS: readonly (readonly [string, (kingston: KingstonAtWork) => Promise<void>])[] = [
  ['nothing has happened yet', async () => {}],
  [
    'figures are approved',
    async (kingston) => {
      await kingston.send(OPEN, 1, 150);
      await kingston.decide(OPEN, 1, 'approve');
    },
  ],
  ['an approved return is handed back', (kingston) => kingston.decide(Q4, 1, 'handBack')],
  ['it is sent again with another figure', (kingston) => kingston.send(Q4, 1, 164)],
  [
    'it is approved, and another accepted',
    async (kingston) => {
      await kingston.decide(Q4, 1, 'approve');
      await kingston.decide(Q3, 1, 'accept');
    },
  ],
  ['a target takes the place of another', (kingston) => kingston.setTarget(600)],
  ['and another the place of that one', (kingston) => kingston.setTarget(590)],
  ['a break is marked on the chart', (kingston) => kingston.mark('Counted anew')],
  ['a correction is begun', (kingston) => kingston.restate(Q3)],
  [
    'it is approved',
    async (kingston) => {
      await kingston.send(Q3, 2, 200);
      await kingston.decide(Q3, 2, 'approve');
    },
  ],
  ['a status is declared', (kingston) => kingston.declare('red')],
  ['another status is declared', (kingston) => kingston.declare('green')],
  ['a past year is published again', (kingston) => kingston.recordAnnualCount(640)],
  [
    'a quarter is given another date, and one is planned',
    async (kingston) => {
      await kingston.plan(OPEN, '2011-09-15');
      await kingston.plan(FinancialQuarter.of(2012, 1), '2012-08-01');
    },
  ],
  ['a quarter is closed', (kingston) => kingston.close(OPEN, true)],
  ['it is reopened for the police', (kingston) => kingston.reopen(OPEN, 'Late figures')],
  ['again, for another reason', (kingston) => kingston.reopen(OPEN, 'Later figures')],
  ['it is opened again for everybody', (kingston) => kingston.close(OPEN, false)],
  ['the next quarter is opened', (kingston) => kingston.open(OPEN.next)],
  ['a measure is defined anew', (kingston) => kingston.defineAnew('Burglary of homes')],
];
