import type { Decimal, Id } from '@lib/kernel';

/** The total of a year that was reported as a whole, as published. */
export interface AnnualCount {
  readonly measureId: Id;
  readonly financialYear: number;
  readonly count: Decimal;
  /** Where the count can lie; both ends are the count when it is exact. */
  readonly range: { readonly lowest: Decimal; readonly highest: Decimal };
  readonly exactness: 'exact' | 'back-calculated';
  readonly source: string;
  readonly release: string;
}
