import type { Person } from './world.js';

export type State = 'draft' | 'submitted' | 'returned' | 'approved' | 'accepted';

/** One revision as the model knows it. */
export interface Revision {
  state: State;
  /** What every line of the draft says; null while nothing is said. */
  draft: number | null;
  /** Whether it is said why that is right. */
  answered: boolean;
  /** What is written on every line; null while nothing is. */
  commentary: string | null;
  /** What was last sent; null before. */
  sent: number | null;
}

/** A return in its life, as simply as it can be said. */
export class Model {
  readonly revisions: Revision[] = [
    { state: 'draft', draft: null, answered: false, commentary: null, sent: null },
  ];
  closed = false;
  reopened = false;

  get newest(): Revision {
    return this.revisions.at(-1)!;
  }

  /** Whether figures can be changed by somebody: the state is open and the window is. */
  mayEnter(person: Person): boolean {
    const open = this.newest.state === 'draft' || this.newest.state === 'returned';
    return isOfficer(person) && open && (!this.closed || this.reopened);
  }

  maySend(person: Person): boolean {
    return this.mayEnter(person) && this.newest.draft !== null;
  }

  mayRestate(person: Person): boolean {
    return isOfficer(person) && this.newest.state === 'accepted' && (!this.closed || this.reopened);
  }

  /** What counts: of the newest revision that is approved or accepted. */
  counted(): number | null {
    const counting = this.revisions.findLast(({ state }) => state === 'approved' || state === 'accepted');
    return counting?.sent ?? null;
  }
}

export function isOfficer(person: Person): boolean {
  return person.startsWith('officer') && person.endsWith('@police.example');
}

export const APPROVER: Person = 'approver@police.example';
export const ANALYST: Person = 'analyst@partnership.example';
