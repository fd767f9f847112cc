import { Decimal, type Id } from '@lib/kernel';
import { ClosePeriod, counted, DecideOnReturn, SubmitReturn } from '@lib/returns';
import { saveLookedAt } from '@lib/testing';
import { type Person, World } from './histories/world.js';

/** Rounds of each race. The long form is `RACES=1000 npm test -- test/returns/races`. */
const ROUNDS = Number(process.env['RACES'] ?? 12);
/** A database has quarters for this many. */
const IN_ONE_WORLD = 400;

const OFFICER: Person = 'officer@police.example';
const APPROVER: Person = 'approver@police.example';
const ANALYST: Person = 'analyst@partnership.example';

/** Milliseconds, about as long as it takes to send a return. */
const LONGEST_HEAD_START = 60;

describe('two at the same moment', () => {
  jest.setTimeout(3_600_000);
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  const save = async (returnId: Id, value: number) => {
    const { lines, version } = await world.sheet(returnId);
    const entry = counted(new Decimal(value));
    return saveLookedAt(world.useCases, world.actor(OFFICER), {
      ...{ partnershipId: world.partnershipId, returnId, seenVersion: version },
      entries: new Map(lines.map(({ id }) => [id, entry])),
    });
  };
  const send = (returnId: Id, seenVersion: number) =>
    world.useCases
      .get(SubmitReturn)
      .execute(world.actor(OFFICER), { partnershipId: world.partnershipId, returnId, seenVersion });
  const sent = async () => {
    const { quarter, returnId } = await world.nextQuarter();
    await send(returnId, await save(returnId, 5));
    const { decisions } = await world.sheet(returnId);
    return { quarter, returnId, contentSha256: decisions.at(-1)!.contentSha256 };
  };
  const decide = (returnId: Id, contentSha256: string, action: 'approve' | 'sendBack') =>
    world.useCases.get(DecideOnReturn).execute(world.actor(APPROVER), {
      ...{ partnershipId: world.partnershipId, returnId, contentSha256, action, comment: 'Another borough' },
    });
  /** Closing is the shorter of the two: without a head start for the other it would win nearly every round. */
  const someWhile = () => new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_HEAD_START));
  /** Runs the rounds and says how often each side won. */
  const rounds = async (race: () => Promise<string>) => {
    const won = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0 && round % IN_ONE_WORLD === 0) {
        await world.close();
        world = await World.open();
      }
      const winner = await race();
      won.set(winner, (won.get(winner) ?? 0) + 1);
    }
    if (process.env['RACES']) process.stdout.write(`${JSON.stringify(Object.fromEntries(won))}\n`);
    return won;
  };

  it('a quarter that closes and a return that is sent: sent whole, or not at all', async () => {
    const won = await rounds(async () => {
      const { quarter, returnId } = await world.nextQuarter();
      const version = await save(returnId, 5);
      const { lines } = await world.sheet(returnId);
      const closing = someWhile().then(() =>
        world.useCases.get(ClosePeriod).execute(world.actor(ANALYST), {
          ...{ partnershipId: world.partnershipId, quarter, closed: true, reason: 'As agreed' },
        }),
      );
      const [closed, submitted] = await Promise.allSettled([closing, send(returnId, version)]);
      expect(closed.status).toBe('fulfilled');
      const { states, figures } = await world.look(quarter);
      if (submitted.status === 'fulfilled') {
        expect([states, figures]).toEqual([['submitted'], lines.length]);
        return 'sent';
      }
      expect(submitted.reason).toMatchObject({ code: 'returns.period-closed' });
      expect([states, figures]).toEqual([['draft'], 0]);
      return 'closed';
    });
    expect([...won.keys()].every((side) => ['sent', 'closed'].includes(side))).toBe(true);
  });

  it('an approval and a sending back with an edit: one of them, and what was approved is what was sent', async () => {
    await rounds(async () => {
      const { quarter, returnId, contentSha256 } = await sent();
      const edit = decide(returnId, contentSha256, 'sendBack').then(() => save(returnId, 6));
      const [approved, edited] = await Promise.allSettled([decide(returnId, contentSha256, 'approve'), edit]);
      expect([approved.status, edited.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
      const { states } = await world.look(quarter);
      if (approved.status === 'fulfilled') {
        expect(states).toEqual(['approved']);
        expect(await world.counted(quarter)).toBe(5);
        return 'approved';
      }
      expect(states).toEqual(['returned']);
      expect(await world.counted(quarter)).toBeNull();
      return 'edited';
    });
  });

  it('two approvals: one', async () => {
    await rounds(async () => {
      const { quarter, returnId, contentSha256 } = await sent();
      const before = await world.look(quarter);
      const both = await Promise.allSettled([
        decide(returnId, contentSha256, 'approve'),
        decide(returnId, contentSha256, 'approve'),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const after = await world.look(quarter);
      expect([after.states, after.events - before.events]).toEqual([['approved'], 1]);
      return both[0].status === 'fulfilled' ? 'first' : 'second';
    });
  });
});
