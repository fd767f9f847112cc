import type { Percent } from '../quantities/percent.js';

/** One observed value of a measure, by the measure's type; the type decides which methods may be used. */
export type Observation =
  | { readonly type: 'count'; readonly count: number }
  /** `population`: residents, or households for burglary; `per`: 1,000 or 100,000. */
  | { readonly type: 'rate'; readonly count: number; readonly population: number; readonly per: number }
  | { readonly type: 'proportion'; readonly numerator: number; readonly denominator: number }
  | { readonly type: 'survey'; readonly percentage: Percent; readonly interviews: number }
  | { readonly type: 'gap'; readonly first: Share; readonly second: Share }
  | { readonly type: 'mean'; readonly mean: number; readonly standardError: number | null }
  /** Such as the Cambridge Crime Harm Index; only values of one weight set compare. */
  | { readonly type: 'index'; readonly value: number; readonly weightSet: string }
  /** A sum of other measures; null while a part is missing. */
  | { readonly type: 'composite'; readonly count: number | null }
  | { readonly type: 'milestone'; readonly reached: boolean }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'narrative'; readonly text: string };

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export type MeasureType = Observation['type'];

/** Which method each type takes; null where none makes sense. One line for each type: the compiler asks for it. */
export const METHODS: Readonly<Record<MeasureType, Methods>> = {
  count: { interval: 'poisson', change: 'e-test', chart: 'counts', comparator: 'funnel' },
  composite: { interval: 'poisson', change: 'e-test', chart: 'counts', comparator: 'funnel' },
  rate: { interval: 'poisson', change: 'e-test', chart: 'rate', comparator: 'funnel' },
  proportion: { interval: 'wilson', change: 'difference', chart: 'proportion', comparator: 'funnel' },
  survey: { interval: 'wilson', change: 'difference', chart: 'proportion', comparator: 'funnel' },
  gap: { interval: 'newcombe', change: 'difference-of-gaps', chart: 'xmr', comparator: null },
  mean: { interval: 'normal', change: 'difference-of-means', chart: 'xmr', comparator: null },
  index: { interval: null, change: null, chart: 'xmr', comparator: null },
  milestone: { interval: null, change: null, chart: null, comparator: null },
  'yes-no': { interval: null, change: null, chart: null, comparator: null },
  narrative: { interval: null, change: null, chart: null, comparator: null },
};

export interface Methods {
  readonly interval: 'poisson' | 'wilson' | 'newcombe' | 'normal' | null;
  readonly change: 'e-test' | 'difference' | 'difference-of-gaps' | 'difference-of-means' | null;
  readonly chart: 'counts' | 'rate' | 'proportion' | 'xmr' | null;
  readonly comparator: 'funnel' | null;
}
