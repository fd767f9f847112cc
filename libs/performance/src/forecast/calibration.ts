/** A forecast that has come true or not. */
export interface SettledForecast {
  /** The probability that was given, 0 to 1. */
  readonly probability: number;
  readonly happened: boolean;
}

export interface ReliabilityBand {
  /** From, included. */
  readonly from: number;
  /** Until, not included; 1 is in the last band. */
  readonly until: number;
  readonly forecasts: number;
  readonly meanProbability: number;
  readonly shareThatHappened: number;
}

/**
 * The Brier score: the mean squared distance between what was said and what came. 0 is perfect, 0.25 is what always
 * saying "even chance" scores. Null without forecasts.
 */
export function brierScore(forecasts: readonly SettledForecast[]): number | null {
  if (forecasts.length === 0) return null;
  const squares = forecasts.map(
    ({ probability, happened }) => (requireProbability(probability) - Number(happened)) ** 2,
  );
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** Of the forecasts that said about 30%, did about 30% come true? Bands of a fifth; empty ones are left out. */
export function reliability(forecasts: readonly SettledForecast[]): ReliabilityBand[] {
  return [0, 1, 2, 3, 4].flatMap((band) => {
    const [from, until] = [band / 5, (band + 1) / 5];
    const within = forecasts.filter(
      ({ probability }) => requireProbability(probability) >= from && (probability < until || band === 4),
    );
    if (within.length === 0) return [];
    const mean = (value: (one: SettledForecast) => number) =>
      within.reduce((sum, one) => sum + value(one), 0) / within.length;
    return [
      {
        from,
        until,
        forecasts: within.length,
        meanProbability: mean(({ probability }) => probability),
        shareThatHappened: mean(({ happened }) => Number(happened)),
      },
    ];
  });
}

function requireProbability(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('A probability is between 0 and 1.');
  return probability;
}
