import { addDays, type Actor, calendarDate, FinancialQuarter, londonDateOf } from '@lib/kernel';
import { QuartersQuery } from '@lib/reporting';
import { periodState, PlanPeriod } from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { openScheduledQuarters } from '../../apps/cli/src/commands/open-scheduled-quarters.js';

type Context = Parameters<typeof openScheduledQuarters.run>[1];

describe('quarters that open by themselves', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let analyst: Actor;
  let partnershipId: string;
  const today = londonDateOf(new Date());
  const due = FinancialQuarter.containing(today).previous;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
  });

  const runTheJob = async () => {
    const printed: string[] = [];
    await openScheduledQuarters.run([], {
      ...{ env: {}, print: (line: string) => void printed.push(line) },
      application: () => Promise.resolve(useCases),
    } as unknown as Context);
    return printed;
  };
  const stateOf = async (quarter: FinancialQuarter) => {
    const quarters = await useCases.get(QuartersQuery).run(analyst, partnershipId, 40);
    return periodState(quarters.find((one) => one.quarter.equals(quarter))!);
  };

  it('do so on their day, with the dates that they were given, once', async () => {
    const plan = (quarter: FinancialQuarter, opensOn = quarter.firstDay) =>
      useCases.get(PlanPeriod).execute(analyst, {
        ...{ partnershipId, quarter },
        dates: { opensOn, dueOn: quarter.statutoryDueOn, lastNewOn: null, lastEditOn: null },
      });
    await plan(due);
    await plan(due.next, addDays(today, 1));
    expect([await stateOf(due), await stateOf(due.next)]).toEqual(['scheduled', 'scheduled']);

    // The primary care trust that owed the fifth is no authority any more.
    expect(await runTheJob()).toEqual([`Safer Kingston Partnership: opened ${due.name} with 4 returns.`]);
    expect([await stateOf(due), await stateOf(due.next)]).toEqual(['open', 'scheduled']);
    const quarters = await useCases.get(QuartersQuery).run(analyst, partnershipId, 40);
    expect(quarters.find(({ quarter }) => quarter.equals(due))).toMatchObject({ dueOn: due.statutoryDueOn });
    expect(await runTheJob()).toEqual([]);
  });

  it('are not planned against the law', async () => {
    const dates = { opensOn: null, dueOn: calendarDate('2030-01-01'), lastNewOn: null, lastEditOn: null };
    await expect(
      useCases
        .get(PlanPeriod)
        .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(2029, 1), dates }),
    ).rejects.toMatchObject({ code: 'returns.due-date' });
  });
});
