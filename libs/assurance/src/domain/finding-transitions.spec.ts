import { unreachableStates } from '@lib/kernel';
import { FINDING_TRANSITIONS, findingMove, findingMovesFrom } from './finding-transitions.js';

describe('the life of a finding', () => {
  it('reaches every state from the first', () => {
    expect(unreachableStates(FINDING_TRANSITIONS, 'raised')).toEqual([]);
  });

  it('closes no finding whose agreed action is not done, and reports none done that was not agreed', () => {
    expect(Object.keys(findingMovesFrom('answered', true))).toEqual(['reportDone', 'withdraw']);
    expect(Object.keys(findingMovesFrom('answered', false))).toEqual(['close', 'withdraw']);
    expect(() => findingMove('answered', 'close', true)).toThrow('This finding is answered: its action');
    expect(findingMove('done', 'close', true).to).toBe('closed');
  });

  it('lets nobody do both: answer and judge', () => {
    const moves = Object.values(FINDING_TRANSITIONS).flatMap((from) => Object.entries(from));
    for (const [action, { permission }] of moves)
      expect([action, permission]).toEqual([
        action,
        action === 'answer' || action === 'reportDone' ? 'findings.respond' : 'findings.raise',
      ]);
  });
});
