import { authorise } from '@lib/access';
import type { Actor } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { LoadedFor } from './domain/published-file.js';

/** Who loads a file, and for whom. */
export interface Loader {
  /** Null for whoever runs the service, at its command line. */
  readonly actor: Actor | null;
  /** Null for everybody. Only who runs the service loads for everybody. */
  readonly loadedFor: LoadedFor;
}

/** Transactions in which a loader may write what is loaded for whom it loads, and nothing else. */
@Injectable()
export class Loading {
  constructor(private readonly work: UnitOfWork) {}

  /** @param once where a partnership's form asked for it, so that it is carried out once */
  run<Result>({ actor, loadedFor }: Loader, work: (tx: Tx) => Promise<Result>, once?: Once): Promise<Result> {
    if (loadedFor === null) {
      if (actor) throw new Error('What is loaded for everybody is loaded by whoever runs the service.');
      return this.work.runOutsidePartnerships(null, work);
    }
    if (!actor) throw new Error('What is loaded for a partnership is loaded by somebody.');
    authorise(actor, 'published-figures.load', { partnershipId: loadedFor });
    return this.work.run(actor, loadedFor, work, once);
  }
}
