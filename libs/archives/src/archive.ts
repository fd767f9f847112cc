import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ArchiveRefused } from './archive-refused.js';

export interface ArchiveLimits {
  readonly parts: number;
  /** Bytes that all parts unpack to, counted while they unpack: what a file says of itself is not believed. */
  readonly unpackedBytes: number;
}

const LOCAL_HEADER = 30;
/** Bytes that may follow the content of a part: its sizes once more, written when they are known. */
const LONGEST_DESCRIPTOR = 24;
const END_RECORD = 22;

/** The parts of a ZIP archive, read from a file that may have been made to do harm. Throws `ArchiveRefused` throughout. */
export class Archive {
  /** Bytes that were unpacked so far. */
  unpacked = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ArchiveLimits,
  ) {}

  /** Reads the list of parts; nothing is unpacked yet. Names that lead out of the archive are refused as damage. */
  static async open(bytes: Buffer, limits: ArchiveLimits): Promise<Archive> {
    const zip = await fromBufferPromise(bytes).catch(isDamaged);
    if (zip.entryCount > limits.parts) throw new ArchiveRefused('unpacks');
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new ArchiveRefused('password');
        const name = entry.fileName.toLowerCase();
        // Of two parts with one name, which is meant is anybody's guess.
        if (entries.has(name)) throw new ArchiveRefused('damaged');
        entries.set(name, entry);
      }
    } catch (error) {
      return isDamaged(error);
    }
    refuseOverlaps([...entries.values()]);
    return new Archive(bytes, zip, entries, limits);
  }

  /** Names of the parts, in small letters. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /**
   * Whether the archive is all that its file holds: no byte before, between or behind the parts and their list that
   * another program could take for another file. True of what office programs write.
   */
  fillsItsFile(): boolean {
    let end = 0;
    for (const entry of inOrder([...this.entries.values()])) {
      const at = entry.relativeOffsetOfLocalHeader;
      const nameEnd = at + LOCAL_HEADER + entry.fileNameRaw.length;
      if (at - end > (end === 0 ? 0 : LONGEST_DESCRIPTOR) || nameEnd > this.bytes.length) return false;
      if (!this.bytes.subarray(at + LOCAL_HEADER, nameEnd).equals(entry.fileNameRaw)) return false;
      end = nameEnd + this.bytes.readUInt16LE(at + 28) + entry.compressedSize;
    }
    const last = this.bytes.length - END_RECORD;
    // A comment would lie behind the last record.
    if (this.bytes.readUInt32LE(last) !== 0x06054b50) return false;
    const [listSize, listAt] = [this.bytes.readUInt32LE(last + 12), this.bytes.readUInt32LE(last + 16)];
    return listAt - end >= 0 && listAt - end <= LONGEST_DESCRIPTOR && listAt + listSize === last;
  }

  /** The bytes of a part as they unpack; nothing for one that is not there. Stops where all parts together are too much. */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        this.unpacked += (chunk as Buffer).length;
        if (this.unpacked > this.limits.unpackedBytes) throw new ArchiveRefused('unpacks');
        yield chunk as Buffer;
      }
    } catch (error) {
      isDamaged(error);
    }
  }
}

/** Parts that share bytes unpack to far more than the file holds; no program writes them. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of inOrder(entries)) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ArchiveRefused('damaged');
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
  }
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
}

/** Whatever the archive reader stumbles over, to whoever sent the file it means the same. */
function isDamaged(error: unknown): never {
  throw error instanceof ArchiveRefused ? error : new ArchiveRefused('damaged');
}
