import { calendarDate, Decimal, type FinancialQuarter, type Id } from '@lib/kernel';
import {
  BeginRestatement,
  ClosePeriod,
  counted,
  DecideOnReturn,
  ReopenForAuthority,
  SaveFigures,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import fc from 'fast-check';
import { ANALYST, APPROVER, Model } from './model.js';
import { PEOPLE, type Person, type World } from './world.js';

/** The return that is lived through, in a world. */
export interface Life {
  readonly world: World;
  readonly quarter: FinancialQuarter;
  /** Of the newest revision. */
  returnId: Id;
}

type Decision = 'approve' | 'sendBack' | 'accept' | 'handBack';

/** What a command of a history does to the model when it is allowed, and how the use cases are asked for it. */
interface Move {
  readonly name: string;
  /** Whether the model knows what comes of it; it is always asked for where it says nothing. */
  meaningful?(model: Model): boolean;
  allowed(model: Model): boolean;
  /** How many events it must leave when it is allowed. */
  events(model: Model): number;
  change(model: Model): void;
  ask(life: Life): Promise<unknown>;
}

/** Runs a move on both sides: they must agree on whether it is allowed, and on everything afterwards. */
class Command implements fc.AsyncCommand<Model, Life> {
  constructor(private readonly move: Move) {}

  check(model: Model): boolean {
    return this.move.meaningful?.(model) ?? true;
  }

  async run(model: Model, life: Life): Promise<void> {
    const { world, quarter } = life;
    const before = await world.look(quarter);
    const allowed = this.move.allowed(model);
    const events = allowed ? this.move.events(model) : 0;
    const refusal = await this.move.ask(life).then(
      () => null,
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
    expect([this.move.name, refusal === null]).toEqual([this.move.name, allowed]);
    // A refusal is one of ours, in words, never an accident of the database.
    if (refusal !== null) expect(refusal).toMatch(/^(returns|access)\.|^not-found$/);
    if (allowed) this.move.change(model);

    const after = await world.look(quarter);
    expect(after.states).toEqual(model.revisions.map(({ state }) => state));
    expect(after.events - before.events).toBe(events);
    expect(after.figures).toBeGreaterThanOrEqual(before.figures);
    expect(await world.counted(quarter)).toBe(model.counted());
  }

  toString(): string {
    return this.move.name;
  }
}

/** Of the return of the police in the demonstration. */
const LINES = 8;

const person = fc.constantFrom(...PEOPLE);
/** Some do what is theirs, so that histories get somewhere; others try what is not. */
const mostly = (usual: Person) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: person });

function save(by: Person, value: number): Move {
  return {
    name: `${by} saves ${value}`,
    allowed: (model) => model.mayEnter(by),
    events: ({ newest }) => (newest.draft === value && newest.answered ? 0 : 1),
    change: ({ newest }) => {
      newest.draft = value;
      newest.answered = true;
    },
    ask: async ({ world, returnId }) => {
      const { lines, version } = await world.sheet(returnId);
      const entry = counted(new Decimal(value));
      return world.useCases.get(SaveFigures).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, returnId, seenVersion: version },
        entries: new Map(lines.map(({ id }) => [id, entry])),
        answers: new Map(lines.map(({ id }) => [id, 'Counted twice over'])),
      });
    },
  };
}

/** Writes a commentary on every line and on the return as a whole. */
function comment(by: Person, wording: string): Move {
  return {
    name: `${by} comments “${wording}”`,
    allowed: (model) => model.mayEnter(by),
    events: (model) => (model.newest.commentary === wording ? 0 : LINES + 1),
    change: ({ newest }) => void (newest.commentary = wording),
    ask: async ({ world, returnId }) => {
      const { lines, version } = await world.sheet(returnId);
      return world.useCases.get(WriteCommentary).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, returnId, seenVersion: version },
        texts: new Map([null, ...lines.map(({ id }) => id)].map((on) => [on, wording])),
      });
    },
  };
}

function send(by: Person): Move {
  return {
    name: `${by} sends`,
    // Whether a commentary is needed is a matter of the figures around it, of which the model knows nothing.
    meaningful: ({ newest }) => newest.draft === null || newest.commentary !== null,
    allowed: (model) => model.maySend(by),
    events: () => 1,
    change: ({ newest }) => {
      newest.state = 'submitted';
      newest.sent = newest.draft;
    },
    ask: async ({ world, returnId }) =>
      world.useCases.get(SubmitReturn).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, returnId },
        seenVersion: (await world.sheet(returnId)).version,
      }),
  };
}

const DECIDES: Record<Decision, { by: Person; from: string; to: 'approved' | 'returned' | 'accepted' }> = {
  approve: { by: APPROVER, from: 'submitted', to: 'approved' },
  sendBack: { by: APPROVER, from: 'submitted', to: 'returned' },
  accept: { by: ANALYST, from: 'approved', to: 'accepted' },
  handBack: { by: ANALYST, from: 'approved', to: 'returned' },
};

function decide(action: Decision, by: Person, comment: string): Move {
  const { from, to, by: decider } = DECIDES[action];
  const needsComment = action === 'sendBack' || action === 'handBack';
  return {
    name: `${by}: ${action} “${comment}”`,
    allowed: ({ newest }) =>
      by === decider && newest.state === from && (!needsComment || comment.trim() !== ''),
    events: () => 1,
    change: ({ newest }) => void (newest.state = to),
    ask: async ({ world, returnId }) => {
      const sent = (await world.sheet(returnId)).decisions.findLast(({ leadsTo }) => leadsTo === 'submitted');
      return world.useCases.get(DecideOnReturn).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, returnId, action, comment },
        contentSha256: sent?.contentSha256 ?? 'a'.repeat(64),
      });
    },
  };
}

function restate(by: Person, reason: string): Move {
  return {
    name: `${by} corrects “${reason}”`,
    allowed: (model) => model.mayRestate(by) && reason.trim() !== '',
    events: () => 1,
    change: (model) => {
      const { sent } = model.newest;
      model.revisions.push({ state: 'draft', draft: sent, answered: false, commentary: null, sent: null });
    },
    ask: async (life) => {
      const { world, returnId } = life;
      life.returnId = await world.useCases.get(BeginRestatement).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, returnId, kind: 'error', reason },
      });
    },
  };
}

function close(by: Person, closed: boolean): Move {
  return {
    name: `${by} ${closed ? 'closes' : 'opens again'}`,
    allowed: (model) => by === ANALYST && model.closed !== closed,
    events: () => 1,
    change: (model) => void (model.closed = closed),
    ask: ({ world, quarter }) =>
      world.useCases.get(ClosePeriod).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, quarter, closed, reason: 'As agreed' },
      }),
  };
}

function reopen(by: Person, reason: string): Move {
  return {
    name: `${by} reopens “${reason}”`,
    allowed: () => by === ANALYST && reason.trim() !== '',
    events: () => 1,
    change: (model) => void (model.reopened = true),
    ask: ({ world, quarter }) =>
      world.useCases.get(ReopenForAuthority).execute(world.actor(by), {
        ...{ partnershipId: world.partnershipId, quarter, authorityId: world.policeId, reason },
        expiresOn: calendarDate('2199-12-31'),
      }),
  };
}

const words = fc.constantFrom('Two were counted twice', 'Late extract', ' ');
const officer = mostly('officer@police.example');

/** Random histories of one return. */
export const histories = fc.commands(
  [
    fc.tuple(officer, fc.integer({ min: 0, max: 3 })).map(([by, value]) => save(by, value)),
    fc.tuple(officer, fc.integer({ min: 0, max: 3 })).map(([by, value]) => save(by, value)),
    fc
      .tuple(officer, fc.constantFrom('As expected', 'A new way of counting'))
      .map(([by, text]) => comment(by, text)),
    officer.map(send),
    officer.map(send),
    fc.tuple(mostly(APPROVER), words).map(([by, comment]) => decide('approve', by, comment)),
    fc.tuple(mostly(APPROVER), words).map(([by, comment]) => decide('approve', by, comment)),
    fc.tuple(mostly(APPROVER), words).map(([by, comment]) => decide('sendBack', by, comment)),
    fc.tuple(mostly(ANALYST), words).map(([by, comment]) => decide('accept', by, comment)),
    fc.tuple(mostly(ANALYST), words).map(([by, comment]) => decide('accept', by, comment)),
    fc.tuple(mostly(ANALYST), words).map(([by, comment]) => decide('handBack', by, comment)),
    fc.tuple(officer, words).map(([by, reason]) => restate(by, reason)),
    fc.tuple(officer, words).map(([by, reason]) => restate(by, reason)),
    fc.tuple(mostly(ANALYST), fc.boolean()).map(([by, closed]) => close(by, closed)),
    fc.tuple(mostly(ANALYST), words).map(([by, reason]) => reopen(by, reason)),
  ].map((moves) => (moves as fc.Arbitrary<Move>).map((move) => new Command(move))),
  { maxCommands: 30, size: 'max' },
);

/** The way to acceptance, so that histories also begin where corrections do. */
export function wayToAcceptance(): fc.AsyncCommand<Model, Life>[] {
  return [
    save('officer@police.example', 1),
    comment('officer@police.example', 'As expected'),
    send('officer@police.example'),
    decide('approve', APPROVER, ''),
    decide('accept', ANALYST, ''),
  ].map((move) => new Command(move));
}
