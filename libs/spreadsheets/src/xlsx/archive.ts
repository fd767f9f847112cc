import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MOST_PARTS, MOST_UNPACKED_BYTES } from '../limits.js';
import { FileRefused, refused } from '../refusals.js';

/** The parts of a workbook, which is a ZIP archive. Read from a file that may have been made to do harm. */
export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the list of parts; nothing is unpacked yet. */
  static async open(bytes: Buffer): Promise<Archive> {
    const zip = await fromBufferPromise(bytes).catch(isDamaged);
    if (zip.entryCount > MOST_PARTS) throw refused('file.unpacks');
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw refused('file.password');
        const name = entry.fileName.toLowerCase();
        // Of two parts with one name, which is meant is anybody's guess.
        if (entries.has(name)) throw refused('file.damaged');
        entries.set(name, entry);
      }
    } catch (error) {
      return isDamaged(error);
    }
    refuseOverlaps([...entries.values()]);
    return new Archive(zip, entries);
  }

  /** Names of the parts, in small letters. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a part as they unpack; nothing for one that is not there. Stops where all parts together are too much. */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        this.unpacked += (chunk as Buffer).length;
        if (this.unpacked > MOST_UNPACKED_BYTES) throw refused('file.unpacks');
        yield chunk as Buffer;
      }
    } catch (error) {
      isDamaged(error);
    }
  }
}

/** Parts that share bytes unpack to far more than the file holds; no program writes them. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const LOCAL_HEADER = 30;
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) throw refused('file.damaged');
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
  }
}

/** Whatever the archive reader stumbles over, to whoever sent the file it means the same. */
function isDamaged(error: unknown): never {
  throw error instanceof FileRefused ? error : refused('file.damaged');
}
