import { planChanges, type PlanPart } from './plan-changes.js';

const part = (key: string, says: Record<string, string>): PlanPart => ({
  ...{ key, kind: 'priority', heading: says['Title'] ?? key },
  says: Object.entries(says).map(([label, text]) => ({ label, text })),
});

describe('what changed between two versions', () => {
  const before = [part('a', { Title: 'A', Lead: 'Police' }), part('b', { Title: 'B' })];

  it('is nothing where nothing changed', () => {
    expect(planChanges(before, before)).toEqual([]);
  });

  it('says before and after, line by line, of what is said otherwise', () => {
    const [change] = planChanges(before, [
      part('a', { Title: 'A', Lead: 'Council', Told: 'In words' }),
      before[1]!,
    ]);
    expect(change).toEqual({
      ...{ what: 'changed', kind: 'priority', heading: 'A' },
      lines: [
        { label: 'Lead', before: 'Police', after: 'Council' },
        { label: 'Told', before: null, after: 'In words' },
      ],
    });
  });

  it('says what is new and what is gone, whole', () => {
    const changes = planChanges(before, [before[0]!, part('c', { Title: 'C' })]);
    expect(changes).toEqual([
      {
        what: 'added',
        kind: 'priority',
        heading: 'C',
        lines: [{ label: 'Title', before: null, after: 'C' }],
      },
      {
        what: 'removed',
        kind: 'priority',
        heading: 'B',
        lines: [{ label: 'Title', before: 'B', after: null }],
      },
    ]);
  });
});
