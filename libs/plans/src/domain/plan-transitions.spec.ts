import { unreachableStates } from '@lib/kernel';
import { PLAN_TRANSITIONS, planMoveOf, type PlanMove } from './plan-transitions.js';
import type { PlanState } from './plan.js';

const STATES = Object.keys(PLAN_TRANSITIONS) as PlanState[];
const MOVES: readonly PlanMove[] = ['consult', 'adopt', 'discard', 'revise', 'supersede'];

describe('the life of a plan version', () => {
  it('reaches every state from a draft', () => {
    expect(unreachableStates(PLAN_TRANSITIONS, 'draft')).toEqual([]);
  });

  it('is these moves and no other', () => {
    const moves = STATES.flatMap((state) =>
      MOVES.flatMap((move) => {
        const to = PLAN_TRANSITIONS[state][move]?.to;
        return to ? [`${state} ${move} ${to}`] : [];
      }),
    );
    expect(moves).toEqual([
      'draft consult consultation',
      'draft adopt adopted',
      'draft discard discarded',
      'consultation adopt adopted',
      'consultation discard discarded',
      'adopted revise revised',
      'adopted supersede superseded',
    ]);
  });

  it.each([
    ['adopted', 'adopt', 'is adopted and does not change'],
    ['revised', 'consult', 'was replaced by a later version'],
    ['superseded', 'adopt', 'gave way to a new plan'],
    ['adopted', 'discard', 'is adopted and does not change'],
    ['discarded', 'adopt', 'was discarded and does not change'],
    ['consultation', 'consult', 'is out for consultation'],
  ] as const)('says of a version that is %s, asked to %s, who can do what', (state, move, words) => {
    expect(() => planMoveOf(state, move)).toThrow(words);
    expect(() => planMoveOf(state, move)).toThrow('partnership analyst');
  });
});
