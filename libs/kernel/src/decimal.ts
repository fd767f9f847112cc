import { Decimal } from 'decimal.js';

/** Reported numbers and targets are decimals built from text, never floats: 1,754 less 4.5% is exactly 1,675.07. */
export { Decimal };
