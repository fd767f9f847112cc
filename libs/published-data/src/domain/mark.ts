/**
 * What stands in a cell where no number does. Each is kept apart: none of them is zero, and a row that is missing
 * altogether has no cell and so no mark.
 */
export const MARKS = {
  x: 'not available',
  u: 'not calculated, since the numbers are small',
  u1: 'rate not shown, since few people live there',
  c: 'withheld to protect people',
  z: 'does not apply',
  low: 'rounds to nothing',
  dash: 'a dash in the file',
  blank: 'an empty cell in the file',
} as const;

export type Mark = keyof typeof MARKS;

/**
 * The mark that a cell holds: `[x]`, `[X]`, `[u1]`, `-`, nothing.
 * @returns null where the text is no mark that is known
 */
export function readMark(text: string): Mark | null {
  const bare = text.trim().toLowerCase();
  if (bare === '') return 'blank';
  if (/^[-–—]$/.test(bare)) return 'dash';
  const named = /^\[(\w+)\]$/.exec(bare)?.[1];
  return named !== undefined && Object.hasOwn(MARKS, named) ? (named as Mark) : null;
}
