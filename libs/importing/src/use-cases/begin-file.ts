import { Clock, type Id, newId } from '@lib/kernel';
import { SessionLocks, type Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileContents } from '../persistence/published-file-contents.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

/** Begins with a file that lies beside the process, and needs no keeping while it is read. */
@Injectable()
export class BeginFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly contents: PublishedFileContents,
    private readonly locks: SessionLocks,
    private readonly clock: Clock,
  ) {}

  /** @returns the file, which is being read from here on, for as long as this process lives */
  async execute(loader: Loader, name: string): Promise<Id> {
    const id = newId();
    await this.locks.hold(lockOf(id));
    await this.loading.run(loader, async (tx) => {
      for (const other of await this.contents.begun(tx))
        if (await this.locks.isFree(tx, lockOf(other))) await this.giveUp(tx, other);
      await this.files.add(
        tx,
        { id, loadedFor: loader.loadedFor, name, state: 'reading' },
        { by: loader.actor?.personId ?? null, at: this.clock.now() },
      );
    });
    return id;
  }

  /** What a process was at that has ended half-way. Its last words may still be on their way: they come first. */
  private async giveUp(tx: Tx, id: Id): Promise<void> {
    const isOpen = await this.files.change(tx, id, ['reading', 'waiting', 'asking', 'read'], {
      ...{ state: 'abandoned', decidedAt: this.clock.now(), notes: ['Its process ended half-way.'] },
    });
    if (isOpen) await this.contents.remove(tx, id);
  }
}

function lockOf(id: Id): string {
  return `published file ${id}`;
}
