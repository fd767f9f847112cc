import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BundleFile } from './domain/bundle-file.js';

/**
 * Files as a ZIP archive, piece by piece. The next file is asked for when the one before it has been read to its end:
 * at any time one is open, and a file can depend on all before it.
 *
 * @param at the time that is written beside every file
 */
export async function* zipOf(files: AsyncIterable<BundleFile>, at: Date): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let open: Readable | undefined;
  const fill = async () => {
    for await (const { path, content } of files) {
      if (output.destroyed) return;
      open = Readable.from(bytesOf(content), { objectMode: false });
      zip.addReadStream(open, path, { mtime: at });
      await finished(open, { writable: false });
    }
    zip.end();
  };
  // A file that cannot be read ends the archive with its error: there is no archive with a part missing.
  zip.on('error', (error: Error) => output.destroy(error));
  const filled = fill().catch((error: Error) => void output.destroy(error));
  try {
    yield* output;
  } finally {
    output.destroy();
    open?.destroy();
    await filled;
  }
}

async function* bytesOf(content: BundleFile['content']): AsyncGenerator<Buffer> {
  const pieces = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}

/** The same bytes in parts of one size, the last one smaller. */
export async function* inParts(pieces: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    length += piece.length;
    while (length >= size) {
      const all = Buffer.concat(kept);
      yield all.subarray(0, size);
      kept = [all.subarray(size)];
      length = kept[0]!.length;
    }
  }
  if (length > 0) yield Buffer.concat(kept);
}
