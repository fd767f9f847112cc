import fc from 'fast-check';
import { histories, type Life, wayToAcceptance } from './commands.js';
import { Model } from './model.js';
import { World } from './world.js';

/** The short form. The long one is `HISTORIES=2000 npm test -- test/returns/histories`. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 60);
/** A database has quarters for this many. */
const IN_ONE_WORLD = 500;

describe('a return in any life', () => {
  jest.setTimeout(3_600_000);

  it('is never in a forbidden state, loses no figure, and changes nothing without an event and a reason', async () => {
    let world = await World.open();
    let lived = 0;
    let moves = 0;
    const furthest = { revisions: 0 };
    try {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(0, 3, 4, 5), histories, async (stepsTaken, commands) => {
          if (lived > 0 && lived % IN_ONE_WORLD === 0) {
            expect(await world.withoutReason()).toBe(0);
            await world.close();
            world = await World.open();
          }
          lived += 1;
          const model = new Model();
          const life: Life = { world, ...(await world.nextQuarter()) };
          const began = wayToAcceptance().slice(0, stepsTaken);
          await fc.asyncModelRun(() => ({ model, real: life }), began);
          await fc.asyncModelRun(() => ({ model, real: life }), commands);
          // What the year is judged by is what counts.
          expect(await world.judged(life.quarter)).toBe(model.counted());
          moves += [...commands].length;
          furthest.revisions = Math.max(furthest.revisions, model.revisions.length);
        }),
        { numRuns: HISTORIES, seed: 2026, endOnFailure: true },
      );
      expect(await world.withoutReason()).toBe(0);
    } finally {
      await world.close();
    }
    // Histories that go nowhere would prove nothing.
    expect(furthest.revisions).toBeGreaterThan(1);
    if (process.env['HISTORIES'])
      process.stdout.write(`${lived} histories, ${moves} moves, up to ${furthest.revisions} revisions\n`);
  });
});
