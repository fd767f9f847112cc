import { Clock } from '@lib/kernel';

/** A clock that a test sets; until then it runs as any other. */
export class SettableClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** From now on it is this much later. */
  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** From now on it is this time, and runs on from there. */
  setTo(time: Date): void {
    this.offset = time.getTime() - Date.now();
  }
}
