import { AuditTrail } from '@lib/audit-trail';
import { Clock, DomainError, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import type { FileState } from '../domain/published-file.js';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileContents } from '../persistence/published-file-contents.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

const OPEN: readonly FileState[] = ['waiting', 'reading', 'asking', 'read'];

/** Gives up a file that was not applied: nothing of it is kept but its name and its hash. */
@Injectable()
export class AbandonFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly contents: PublishedFileContents,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(loader: Loader, fileId: Id): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const file = await this.files.findToDecide(tx, fileId);
      if (!file || !OPEN.includes(file.state))
        throw new DomainError(
          'conflict',
          'published-files.not-open',
          'The file was applied or abandoned already. Load the page again.',
        );
      await this.contents.remove(tx, fileId);
      await this.files.change(tx, fileId, OPEN, {
        ...{ state: 'abandoned', decidedBy: loader.actor?.personId ?? null, decidedAt: this.clock.now() },
      });
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'PublishedFileAbandoned',
          subjectId: fileId,
          data: { file: file.name, why: 'it was abandoned before it was applied' },
        });
    });
  }
}
