import { createHash } from 'node:crypto';
import { FILE_KINDS } from './file-kinds.js';
import { type FileKind, LONGEST_HEAD } from './kinds/file-kind.js';
import { LARGEST_FILE } from './limits.js';
import { plainFileName } from './plain-file-name.js';
import { notItsKind, refused } from './refusals.js';

/** A file that may come in. */
export interface CheckedFile {
  /** A plain one: see `plainFileName`. */
  readonly name: string;
  /** In small letters, without the dot. */
  readonly extension: string;
  /** What the bytes are, whatever the browser said of them. */
  readonly mediaType: string;
  /** Bytes, more than 0. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: Buffer;
}

/**
 * The gate that a file comes in through, as its bytes arrive: they have to be what its name says, whole, and nothing
 * besides. What it refuses, it refuses with a `DomainError` whose code begins with `file.`; after that it is of no use.
 */
export class FileCheck {
  private readonly hash = createHash('sha256');
  private chunks: Buffer[] = [];
  private size = 0;
  private head: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly name: string,
    private readonly extension: string,
    private readonly kind: FileKind,
  ) {}

  /**
   * Refuses a name that no kind of evidence has.
   * @param sentName as its owner's browser gives it
   */
  static begin(sentName: string): FileCheck {
    const name = plainFileName(sentName);
    const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
    const kind = FILE_KINDS.get(extension);
    if (kind) return new FileCheck(name, extension, kind);
    if (/^(do[ct]|xl[st]|xla|pp[st]|pot|sld)m$|^(xlam|ppam|xlsb)$/.test(extension))
      throw refused('file.macros');
    throw refused(/^(doc|dot|xls|xlt|ppt|pps|pot)$/.test(extension) ? 'file.password' : 'file.type');
  }

  /** Refuses what is too much, and what begins as no file of its kind does, as soon as that is seen. */
  take(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > LARGEST_FILE) throw this.over(refused('file.too-big'));
    if (this.head.length < LONGEST_HEAD) {
      this.head = Buffer.concat([this.head, chunk]).subarray(0, LONGEST_HEAD);
      const wrong = this.kind.wrongBeginning(this.head);
      if (wrong === 'file.not-its-kind') throw this.over(notItsKind(this.kind.name, this.extension));
      if (wrong) throw this.over(refused(wrong));
    }
    this.hash.update(chunk);
    this.chunks.push(chunk);
  }

  /** Refuses what is not whole, or more than one file. */
  async end(): Promise<CheckedFile> {
    if (this.size === 0) throw refused('file.empty');
    const { name, extension, kind, size } = this;
    const bytes = Buffer.concat(this.chunks);
    this.chunks = [];
    await kind.check(bytes, extension);
    return { name, extension, mediaType: kind.mediaType, size, sha256: this.hash.digest('hex'), bytes };
  }

  /** Nothing of a file that is refused is kept. */
  private over(refusal: Error): Error {
    this.chunks = [];
    return refusal;
  }
}
