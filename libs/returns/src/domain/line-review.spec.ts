import { commentaryReasons, unusualInWords } from './line-review.js';

const TWELVE = [40, 44, 38, 42, 41, 39, 43, 45, 40, 42, 38, 41];

describe('what is unusual, in words', () => {
  it.each([
    [38, [12], '38 is about 3 times the 12 of the last quarter with a figure'],
    [
      120,
      [12, 11, 14, 12],
      '120 is about 10 times the 12.3 that the last 4 quarters with a figure had on average',
    ],
    [
      12,
      [118, 121, 130, 124],
      '12 is far fewer than the 123.3 that the last 4 quarters with a figure had on average',
    ],
    [60, TWELVE, '60 is more than usual: after the last 12 quarters with a figure, 33 to 50 would be'],
    [20, TWELVE, '20 is fewer than usual: after the last 12 quarters with a figure, 33 to 50 would be'],
  ])('%p after %p', (count, history, words) => {
    expect(unusualInWords(count, history)).toBe(words);
  });

  it('names what was typed where it was not the number', () => {
    expect(unusualInWords(0, [40, 44], 'Nil')).toBe(
      'Nil is far fewer than the 42 that the last 2 quarters with a figure had on average',
    );
  });

  it('says nothing about a count that is as usual', () => {
    expect(unusualInWords(41, TWELVE)).toBeNull();
  });
});

describe('why a commentary is needed', () => {
  const context = { level: null, signal: null };

  it('is that the target is missed, on either side, and by how much the quarter is allowed', () => {
    const level = { atLeast: 40, atMost: 418.75 };
    expect(commentaryReasons(419, { ...context, level })).toEqual([
      '419 is more than the 418.8 that the target allows this quarter',
    ]);
    expect(commentaryReasons(39, { ...context, level })).toEqual([
      '39 is fewer than the 40 that the target asks of this quarter',
    ]);
    expect(commentaryReasons(418, { ...context, level })).toEqual([]);
  });

  it('is that the chart shows a special cause, whichever way it points', () => {
    expect(commentaryReasons(9, { ...context, signal: 'higher' })[0]).toContain(
      'it is higher than the chart',
    );
    expect(commentaryReasons(9, context)).toEqual([]);
  });
});
