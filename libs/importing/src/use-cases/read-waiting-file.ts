import { may } from '@lib/access';
import { LoadActor } from '@lib/identity';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type ClaimedFile, PublishedFileRepository } from '../persistence/published-file.repository.js';
import type { ImportedFile } from '../table/open-table.js';
import { ReadFile } from './read-file.js';

/** A worker that says nothing for so long is taken for dead. */
const SILENT_AFTER_MS = 5 * 60 * 1000;
/** A file that has ended its worker so often is not taken up again. */
const MOST_ATTEMPTS = 3;

/** Reads the file of a partnership that has waited longest: the step of a worker. */
@Injectable()
export class ReadWaitingFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: PublishedFileRepository,
    private readonly loadActor: LoadActor,
    private readonly readFile: ReadFile,
    private readonly clock: Clock,
  ) {}

  /**
   * @param stop stops half-way; the file waits again then
   * @returns false when there is none
   * @throws what went wrong; the file waits again, or is refused after too many attempts
   */
  async execute(partnershipId: Id, stop?: AbortSignal): Promise<boolean> {
    const claimed = await this.claim(partnershipId);
    if (!claimed) return false;
    const { id: fileId, name } = claimed;
    const actor = await this.sender(partnershipId, claimed);
    if (typeof actor === 'string') {
      await this.work.run(worker, partnershipId, (tx) => this.files.refuse(tx, fileId, actor));
      return true;
    }
    try {
      const file = this.kept(partnershipId, claimed, stop);
      await this.readFile.execute({ actor, loadedFor: partnershipId }, { fileId, file });
    } catch (error) {
      // Of whoever stops, no attempt is counted.
      const attempt = claimed.attempt - (stop?.aborted ? 1 : 0);
      await this.work.run(worker, partnershipId, (tx) =>
        this.files.change(tx, fileId, ['reading'], { state: 'waiting', attempt }),
      );
      if (!stop?.aborted) throw new Error(`Reading ${name} (${fileId}) broke off.`, { cause: error });
    }
    return true;
  }

  private claim(partnershipId: Id): Promise<ClaimedFile | null> {
    return this.work.run(worker, partnershipId, (tx) => {
      const now = this.clock.now();
      return this.files.claim(tx, partnershipId, now, new Date(now.getTime() - SILENT_AFTER_MS));
    });
  }

  /** @returns whoever sent it, or why it is not read */
  private async sender(partnershipId: Id, { receivedBy, attempt }: ClaimedFile): Promise<Actor | string> {
    if (attempt > MOST_ATTEMPTS)
      return 'The file could not be read: each of three attempts broke off. Nothing of it was loaded. Tell whoever runs the service.';
    const actor = receivedBy && (await this.loadActor.execute(receivedBy));
    return actor && may(actor, 'published-figures.load', { partnershipId })
      ? actor
      : 'Whoever sent the file may not load published figures any more. Somebody who may has to send it again.';
  }

  /** A file as it was sent, part by part. */
  private kept(partnershipId: Id, { id, name }: ClaimedFile, stop: AbortSignal | undefined): ImportedFile {
    const part = (number: number) => {
      stop?.throwIfAborted();
      return this.work.read(worker, partnershipId, (tx) => this.files.part(tx, id, number));
    };
    return {
      name,
      async *open() {
        let number = 1;
        for (let content = await part(number); content; content = await part((number += 1))) yield content;
      },
    };
  }
}

const worker = { personId: '00000000-0000-0000-0000-000000000000' as Id, name: 'Worker', grants: [] };
