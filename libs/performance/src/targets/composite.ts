import { Decimal } from '@lib/kernel';

/**
 * A composite count: the sum of its components. A component that is missing makes the sum unknown (null), never
 * smaller: three of four components are not "serious acquisitive crime".
 */
export function sumOfComponents(components: readonly (Decimal | null)[]): Decimal | null {
  return components.reduce<Decimal | null>(
    (sum, component) => (sum === null || component === null ? null : sum.plus(component)),
    components.length === 0 ? null : new Decimal(0),
  );
}
