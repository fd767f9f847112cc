import { AuditTrail } from '@lib/audit-trail';
import { Clock, DomainError, type Id } from '@lib/kernel';
import type { AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { type Loader, Loading } from '../loading.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

export interface WithdrawFileCommand {
  readonly fileId: Id;
  readonly reason: string;
}

/** Takes back a file that was applied by mistake: it is kept, and nothing reads it any more. */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly tables: OwnTableRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(loader: Loader, { fileId, reason }: WithdrawFileCommand): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const why = reason.trim();
      if (why === '')
        throw new DomainError('invalid', 'published-files.reason', 'Say why the file is withdrawn.');
      const file = await this.files.findToDecide(tx, fileId);
      const withdrawn =
        file?.loadedFor === loader.loadedFor &&
        (await this.files.withdraw(tx, fileId, {
          ...{ by: loader.actor?.personId ?? null, at: this.clock.now(), because: why },
        }));
      if (!file || !withdrawn)
        throw new DomainError(
          'conflict',
          'published-files.not-applied',
          'Only a file that your partnership has loaded, and that stands, can be withdrawn.',
        );
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'PublishedFileWithdrawn',
          subjectId: fileId,
          data: {
            ...{ file: file.name, source: await this.tables.nameOfSource(tx, file.source as AnySource) },
            ...{ releasedOn: file.releasedOn!, reason: why },
          },
        });
    });
  }
}
