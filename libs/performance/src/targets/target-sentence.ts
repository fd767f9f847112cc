import { Decimal } from '@lib/kernel';
import type { CannotTellReason, TargetStatus } from './judge-annual-target.js';

/** What a sentence needs: the judgement, the target's pass mark, and what is counted, in the plural. */
export interface JudgedTarget {
  readonly status: TargetStatus;
  readonly reason: CannotTellReason | null;
  readonly yearToDate: Decimal | null;
  readonly quartersHeld: number;
  readonly difference: Decimal | null;
  readonly passMark: Decimal | null;
  readonly unit: string;
}

const CANNOT_TELL: Record<CannotTellReason, string> = {
  'no-figures': 'There are no approved figures for this year.',
  'quarter-missing': 'A quarter is missing, so the year so far is not known.',
  'no-baseline': 'No baseline is known, so the percentage cannot be turned into a number.',
  'narrative-target': 'The target is in words and is not judged by a number.',
};

/** How a target came out, in one plain sentence without a word on causes. */
export function targetSentence(judged: JudgedTarget): string {
  const { status, reason, yearToDate, quartersHeld, difference, passMark, unit } = judged;
  if (status === 'cannot-tell') return CANNOT_TELL[reason ?? 'no-figures'];
  if (yearToDate === null) return 'No target is set, and there are no approved figures.';
  const total = `${count(yearToDate)} ${unit}`;
  if (status === 'no-target' || passMark === null || difference === null)
    return `${total} so far. No target is set.`;

  const whole = `${total} against ${count(passMark)} or fewer`;
  const tooMany = count(difference.abs());
  switch (status) {
    case 'met':
      return `${whole}: ${difference.isZero() ? 'met exactly' : `met with ${tooMany} to spare`}.`;
    case 'not-met':
      return quartersHeld === 4
        ? `${whole}: missed by ${tooMany}.`
        : `${whole} for the whole year: missed by ${tooMany} already, after ${quarters(quartersHeld)}.`;
    default: {
      const allowed = count(yearToDate.minus(difference).floor());
      const place = status === 'on-course' ? 'within' : 'above';
      return `${total} after ${quarters(quartersHeld)}, ${place} the ${allowed} that an even share of the target allows.`;
    }
  }
}

function quarters(held: number): string {
  return held === 1 ? '1 quarter' : `${held} quarters`;
}

function count(value: Decimal): string {
  return value.toNumber().toLocaleString('en-GB');
}
