/** Throws RangeError unless it is a whole number from 0 on, as a count is. */
export function requireCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} must be a whole number, 0 or more, not ${value}.`);
}

/** Throws RangeError unless it is a finite number above 0, as a population or a length of time is. */
export function requirePositive(value: number, name: string): void {
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${name} must be above 0, not ${value}.`);
}
