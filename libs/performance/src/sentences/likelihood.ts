/** The probability in words and about in numbers; the yardstick of the UK's Professional Head of Intelligence Assessment. */
export function likelihood(probability: number): string {
  const about = `(about ${Math.round(100 * probability)}%)`;
  if (probability <= 0.05) return 'a remote chance (5% or less)';
  if (probability <= 0.2) return `highly unlikely ${about}`;
  if (probability <= 0.35) return `unlikely ${about}`;
  if (probability < 0.5) return `a realistic possibility ${about}`;
  if (probability < 0.55) return `about an even chance ${about}`;
  if (probability < 0.8) return `likely ${about}`;
  if (probability < 0.95) return `highly likely ${about}`;
  return 'almost certain (95% or more)';
}
