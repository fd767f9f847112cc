import { type BundleKeys, MakeBundle } from '@lib/audit-bundle';
import { checkpointsIn, makeSigningKey, signingKey } from '@lib/audit-trail';
import { Env } from '@lib/config';
import { type Partnership, PartnershipDirectory } from '@lib/partnerships';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { WaitingWork } from './waiting-work.js';

/** Makes the audit bundles that were asked for. */
@Injectable()
export class BundleWorker extends WaitingWork {
  constructor(
    private readonly makeBundle: MakeBundle,
    directory: PartnershipDirectory,
    @Inject(Env) private readonly env: Env,
  ) {
    super(directory, new Logger('Audit bundles'));
  }

  /** A key that is not right is said at the start, and not when an auditor waits. */
  override onApplicationBootstrap(): void {
    this.keys();
    super.onApplicationBootstrap();
  }

  protected doNext(partnership: Partnership, stop: AbortSignal): Promise<boolean> {
    return this.makeBundle.execute(partnership, this.keys(), stop);
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
