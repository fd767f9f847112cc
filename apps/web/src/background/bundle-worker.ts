import { type BundleKeys, MakeBundle } from '@lib/audit-bundle';
import { checkpointsIn, makeSigningKey, signingKey } from '@lib/audit-trail';
import { Env } from '@lib/config';
import { PartnershipDirectory } from '@lib/partnerships';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';

const LOOK_EVERY_MS = 60_000;

/**
 * Makes the audit bundles that were asked for, one at a time, beside the pages: looks when somebody asks for one, at
 * the start, and every minute for what a worker that died has left.
 */
@Injectable()
export class BundleWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Audit bundles');
  private readonly stop = new AbortController();
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly makeBundle: MakeBundle,
    private readonly directory: PartnershipDirectory,
    @Inject(Env) private readonly env: Env,
  ) {}

  /** A key that is not right is said at the start, and not when an auditor waits. */
  onApplicationBootstrap(): void {
    this.keys();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  /** What is half-way is given back, for whoever starts next. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort();
    await this.looking;
  }

  /** Makes whatever waits; done when nothing does. What goes wrong is in the log and with the bundle. */
  look(): Promise<void> {
    this.lookAgain = true;
    this.looking ??= this.lookUntilNothingWaits();
    return this.looking;
  }

  private async lookUntilNothingWaits(): Promise<void> {
    while (this.lookAgain && !this.stop.signal.aborted) {
      this.lookAgain = false;
      try {
        for (const partnership of await this.directory.all()) await this.makeAllOf(partnership);
      } catch (error) {
        this.logger.error('A look for audit bundles failed', (error as Error).stack);
      }
    }
    // Here, and not once the promise is settled: who asks between the two would be forgotten.
    this.looking = null;
  }

  private async makeAllOf(partnership: Parameters<MakeBundle['execute']>[0]): Promise<void> {
    let waits = true;
    while (waits && !this.stop.signal.aborted) {
      try {
        waits = await this.makeBundle.execute(partnership, this.keys(), this.stop.signal);
      } catch (error) {
        this.logger.error(`A bundle of ${partnership.slug} failed`, (error as Error).stack);
      }
    }
  }

  /** Read anew for every bundle: a folder that is mounted meanwhile counts. */
  private keys(): BundleKeys {
    const { NODE_ENV, BUNDLE_KEY, CHECKPOINT_FOLDER, CHECKPOINT_KEY } = this.env;
    const mayBeMissing = NODE_ENV !== 'production';
    if (BUNDLE_KEY && mayBeMissing) makeSigningKey(BUNDLE_KEY);
    return {
      signingKey: BUNDLE_KEY ? signingKey(BUNDLE_KEY) : null,
      checkpoints: checkpointsIn(CHECKPOINT_FOLDER, CHECKPOINT_KEY, { mayBeMissing }),
    };
  }
}
