import { DomainError } from './domain-error.js';

/** One move out of a state: where it leads, which right it needs, and which facts must hold first. */
export interface Transition<State extends string, Permission extends string, Need extends string> {
  readonly to: State;
  readonly permission: Permission;
  readonly needs: readonly Need[];
}

export type TransitionTable<
  State extends string,
  Action extends string,
  Permission extends string,
  Need extends string,
> = {
  readonly [S in State]: { readonly [A in Action]?: Transition<State, Permission, Need> };
};

/** The move an action makes from a state. Throws `<area>.not-now` when the table has no such move. */
export function transitionFrom<S extends string, A extends string, P extends string, N extends string>(
  table: TransitionTable<S, A, P, N>,
  state: S,
  action: A,
  refusal: { code: string; message: string },
): Transition<S, P, N> {
  const move = table[state][action];
  if (!move) throw new DomainError('conflict', refusal.code, refusal.message);
  return move;
}

/** The states that no path from `start` reaches; a test asserts there are none. */
export function unreachableStates<S extends string, A extends string, P extends string, N extends string>(
  table: TransitionTable<S, A, P, N>,
  start: S,
): S[] {
  const reached = new Set<S>([start]);
  for (const state of reached)
    for (const move of Object.values<Transition<S, P, N> | undefined>(table[state]))
      if (move) reached.add(move.to);
  return (Object.keys(table) as S[]).filter((state) => !reached.has(state));
}
