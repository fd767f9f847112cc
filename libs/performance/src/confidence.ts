import { normalQuantile } from './distributions.js';

/** How sure: 0.80, 0.95 ("watch") or 0.998 ("alert"). */
export type Confidence = 0.8 | 0.95 | 0.998;

/** A range with its ends, both included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** What is left out on each side: 0.025 for 95%. */
export function tail(confidence: Confidence): number {
  return (1 - confidence) / 2;
}

/** The two-sided normal multiplier: 1.959964 for 95%, 3.090232 for 99.8%. */
export function multiplier(confidence: Confidence): number {
  return normalQuantile(1 - tail(confidence));
}
