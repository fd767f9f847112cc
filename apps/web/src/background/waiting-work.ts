import type { Partnership, PartnershipDirectory } from '@lib/partnerships';
import type { BeforeApplicationShutdown, Logger, OnApplicationBootstrap } from '@nestjs/common';

const LOOK_EVERY_MS = 60_000;
/** In a row: then it is not the work that is wrong, but what it needs. It is looked at again in a minute. */
const MOST_FAILURES = 10;

/**
 * What waits in partnerships to be done beside the pages, one thing at a time: it is looked for when somebody has asked
 * for it, at the start, and every minute for what a process that died has left.
 */
export abstract class WaitingWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;

  protected constructor(
    private readonly directory: PartnershipDirectory,
    private readonly logger: Logger,
  ) {}

  /**
   * Does what has waited longest in a partnership.
   *
   * @param stop gives it back half-way, for whoever starts next
   * @returns false when nothing waits
   */
  protected abstract doNext(partnership: Partnership, stop: AbortSignal): Promise<boolean>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort();
    await this.looking;
  }

  /** Does whatever waits; done when nothing does. What goes wrong is in the log and with the work itself. */
  look(): Promise<void> {
    this.lookAgain = true;
    this.looking ??= this.lookUntilNothingWaits();
    return this.looking;
  }

  private async lookUntilNothingWaits(): Promise<void> {
    while (this.lookAgain && !this.stop.signal.aborted) {
      this.lookAgain = false;
      try {
        for (const partnership of await this.directory.all()) await this.doAllOf(partnership);
      } catch (error) {
        this.logger.error('A look for waiting work failed', (error as Error).stack);
      }
    }
    // Here, and not once the promise is settled: who asks between the two would be forgotten.
    this.looking = null;
  }

  private async doAllOf(partnership: Partnership): Promise<void> {
    let waits = true;
    for (let failures = 0; waits && failures < MOST_FAILURES && !this.stop.signal.aborted;) {
      try {
        waits = await this.doNext(partnership, this.stop.signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        this.logger.error(`Something that waited in ${partnership.slug} failed`, (error as Error).stack);
      }
    }
  }
}
