import { type CrossCheck, crossCheck } from './cross-check.js';

const RULE: CrossCheck = {
  ...{ id: 'rule', partMeasureId: 'injury', wholeMeasureId: 'knife', reason: 'Each is one of them' },
  ...{ severity: 'hard', whenMissing: 'skip' },
};
const measures = (injury: number | null, knife: number | null) => [
  { measureId: 'injury', label: 'Knife crime with injury', count: injury },
  { measureId: 'knife', label: 'Knife crime', count: knife },
];

describe('a rule between two measures', () => {
  it('holds while the part is no more than the whole, none of none included', () => {
    for (const [part, whole] of [[3, 25] as const, [25, 25] as const, [0, 0] as const])
      expect(crossCheck(RULE, measures(part, whole))).toBeNull();
  });

  it('says both figures where it is broken, as gravely as it was set', () => {
    const words = 'Knife crime with injury is 1,260, more than the 25 of Knife crime, of which it is a part';
    expect(crossCheck(RULE, measures(1260, 25))).toEqual({ severity: 'hard', words });
    expect(crossCheck({ ...RULE, severity: 'soft' }, measures(1260, 25))).toEqual({
      severity: 'soft',
      words,
    });
  });

  it('is skipped where one has no figure, or asks for a reason: never more than that', () => {
    expect(crossCheck(RULE, measures(null, 25))).toBeNull();
    expect(crossCheck({ ...RULE, whenMissing: 'ask' }, measures(3, null))).toEqual({
      severity: 'soft',
      words: 'Knife crime has no figure, so Knife crime with injury cannot be checked against it',
    });
  });

  it('is skipped where nothing is known of the other measure at all', () => {
    expect(crossCheck({ ...RULE, whenMissing: 'ask' }, measures(3, 25).slice(0, 1))).toBeNull();
  });
});
