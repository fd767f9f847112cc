import { type Actor, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { OpenQuarter } from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';

/** Six people: two who enter, one who approves, one who accepts, one of another authority, one who only reads. */
export const PEOPLE = [
  'officer@police.example',
  'officer2@police.example',
  'approver@police.example',
  'analyst@partnership.example',
  'officer@council.example',
  'board@partnership.example',
] as const;

export type Person = (typeof PEOPLE)[number];

/** What the database says of the return, read past all of our code. */
export interface Seen {
  readonly states: readonly string[];
  readonly events: number;
  readonly figures: number;
}

/** A database with the demonstration, and one quarter after another to live a history in. */
export class World {
  private quarter = FinancialQuarter.of(2020, 1);
  private readonly actors = new Map<Person, Actor>();
  partnershipId!: Id;
  policeId!: Id;

  private constructor(
    private readonly database: TestDatabase,
    readonly useCases: ConnectedUseCases,
    private readonly client: Client,
  ) {}

  static async open(): Promise<World> {
    const database = await createTestDatabase('demo');
    const useCases = await connectUseCases(database);
    const client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    const world = new World(database, useCases, client);
    world.partnershipId = await useCases.partnershipId('kingston');
    for (const person of PEOPLE) world.actors.set(person, await useCases.actor(person));
    world.policeId = world.actor('officer@police.example').grants[0]!.authorityId!;
    return world;
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.useCases.close();
    await this.database.drop();
  }

  actor(person: Person): Actor {
    return this.actors.get(person)!;
  }

  /** A quarter that nobody has reported yet, with a fresh return of the police. */
  async nextQuarter(): Promise<{ quarter: FinancialQuarter; returnId: Id }> {
    const { quarter, partnershipId } = this;
    this.quarter = quarter.next;
    const opened = await this.useCases
      .get(OpenQuarter)
      .execute(this.actor('analyst@partnership.example'), { partnershipId, quarter });
    const { id: returnId } = opened.find(({ authorityId }) => authorityId === this.policeId)!;
    return { quarter, returnId };
  }

  /** The return as one of its officers sees it. */
  sheet(returnId: Id): Promise<ReturnSheet> {
    const officer = this.actor('officer@police.example');
    return this.useCases.get(ReturnSheetQuery).run(officer, this.partnershipId, returnId);
  }

  /** The states of all revisions, and how many events and figures there are. */
  async look(quarter: FinancialQuarter): Promise<Seen> {
    const { rows } = await this.client.query<Seen>(
      `select (select array_agg(state order by revision) from quarterly_return
                where partnership_id = $1 and authority_id = $2 and quarter_first_day = $3) as states,
              (select count(*)::int from audit_event where partnership_id = $1) as events,
              (select count(*)::int from figure f
                 join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
                 join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
                where r.partnership_id = $1 and r.authority_id = $2 and r.quarter_first_day = $3) as figures`,
      [this.partnershipId, this.policeId, quarter.firstDay],
    );
    return rows[0]!;
  }

  /** What counts for residential burglary in a quarter; null while nothing is approved. */
  async counted(quarter: FinancialQuarter): Promise<number | null> {
    const { rows } = await this.client.query<{ value: string }>(
      `select f.value from quarterly_return r
         join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
         join measure m on m.partnership_id = l.partnership_id and m.id = l.measure_id
         join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and f.superseded_at is null
        where r.partnership_id = $1 and r.quarter_first_day = $2 and m.slug = 'residential-burglary'
          and r.state in ('approved', 'accepted') order by r.revision desc limit 1`,
      [this.partnershipId, quarter.firstDay],
    );
    return rows[0] ? new Decimal(rows[0].value).toNumber() : null;
  }

  /** What the result of the year was worked out from, in a quarter of it; null for no figure. */
  async judged(quarter: FinancialQuarter): Promise<number | null> {
    const { rows } = await this.client.query<{ count: string | null }>(
      `select s.inputs -> 'quarters' -> ($3::int - 1) ->> 'count' as count from measure_result s
         join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
        where s.partnership_id = $1 and s.financial_year = $2 and m.slug = 'residential-burglary'
          and s.superseded_at is null`,
      [this.partnershipId, quarter.financialYear, quarter.number],
    );
    return rows[0]?.count == null ? null : Number(rows[0].count);
  }

  /** Events of corrections, reopenings and sendings back that carry no reason. */
  async withoutReason(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `select count(*)::int as count from audit_event
        where type in ('RestatementBegun', 'QuarterReopened', 'PeriodClosed', 'PeriodOpenedAgain', 'ReturnSentBack',
                       'ReturnHandedBack')
          and coalesce(nullif(trim(content::jsonb #>> '{data,reason}'), ''),
                       nullif(trim(content::jsonb #>> '{data,comment}'), '')) is null`,
    );
    return rows[0]!.count;
  }
}
