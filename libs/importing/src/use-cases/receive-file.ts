import { Clock, DomainError, type Id, newId } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

const PART_BYTES = 1024 * 1024;

/** Keeps a file that somebody sends, as it comes, for a worker to read. One that breaks off is never read. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the file, which waits to be read
   * @throws DomainError `published-files.empty`; what `content` throws, and then nothing is kept
   */
  async execute(loader: Loader, name: string, content: AsyncIterable<Buffer>): Promise<Id> {
    const id = newId();
    await this.loading.run(loader, async (tx) => {
      const received = { by: loader.actor?.personId ?? null, at: this.clock.now() };
      await this.files.add(tx, { id, loadedFor: loader.loadedFor, name, state: 'receiving' }, received);
      let [number, size] = [0, 0];
      for await (const part of inParts(content)) {
        number += 1;
        size += part.length;
        await this.files.addPart(tx, id, number, part);
      }
      if (size === 0)
        throw new DomainError(
          'invalid',
          'published-files.empty',
          'The file is empty. Download it again from its publisher.',
        );
      await this.files.change(tx, id, ['receiving'], { state: 'waiting', size: String(size) });
    });
    return id;
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
