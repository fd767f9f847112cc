import { createHash } from 'node:crypto';
import { Clock, contentHash, DomainError, type Id, newId } from '@lib/kernel';
import type { Once } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

const PART_BYTES = 1024 * 1024;

export interface SentFile {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

export interface ReceivedFile {
  readonly id: Id;
  /** Whether its form was sent before: then this is the file that came of it, and nothing else was kept. */
  readonly wasSentBefore: boolean;
}

/**
 * Keeps a file that somebody sends, as it comes, for a worker to read. Each part has a transaction of its own, so that
 * nothing is held while the next one is awaited; nobody sees the file before all of it is there.
 */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param once of the form that the file came in; its file counts as a part of what was asked
   * @returns the file, which waits to be read
   * @throws DomainError `published-files.empty`; what `content` throws, and then nothing is kept
   */
  async execute(loader: Loader, { name, content }: SentFile, once?: Once): Promise<ReceivedFile> {
    const id = newId();
    const received = { by: loader.actor?.personId ?? null, at: this.clock.now() };
    await this.loading.run(loader, (tx) =>
      this.files.add(tx, { id, loadedFor: loader.loadedFor, name, state: 'receiving' }, received),
    );
    try {
      const { size, sha256 } = await this.takeIn(loader, id, content);
      const toWait = { state: 'waiting', size: String(size) } as const;
      const asked = once && {
        key: once.key,
        contentSha256: contentHash({ form: once.contentSha256, name, file: sha256 }),
      };
      const standing = await this.loading.run(
        loader,
        async (tx) => {
          await this.files.change(tx, id, ['receiving'], toWait);
          return id;
        },
        asked,
      );
      if (standing !== id) await this.remove(loader, id);
      return { id: standing, wasSentBefore: standing !== id };
    } catch (error) {
      // Where that fails too, a worker clears it.
      await this.remove(loader, id).catch(() => undefined);
      throw error;
    }
  }

  private async takeIn(
    loader: Loader,
    id: Id,
    content: AsyncIterable<Buffer>,
  ): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let [number, size] = [0, 0];
    for await (const part of inParts(content)) {
      number += 1;
      size += part.length;
      hash.update(part);
      await this.loading.run(loader, (tx) => this.files.addPart(tx, id, number, part));
    }
    if (size === 0)
      throw new DomainError(
        'invalid',
        'published-files.empty',
        'The file is empty. Download it again from its publisher.',
      );
    return { size, sha256: hash.digest('hex') };
  }

  private remove(loader: Loader, id: Id): Promise<void> {
    return this.loading.run(loader, (tx) => this.files.removeUnlessWhole(tx, id));
  }
}

async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; at + PART_BYTES <= all.length; at += PART_BYTES) yield all.subarray(at, at + PART_BYTES);
    held = at < all.length ? [all.subarray(at)] : [];
    size = all.length - at;
  }
  if (size > 0) yield Buffer.concat(held);
}
