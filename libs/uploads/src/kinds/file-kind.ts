import type { UploadRefusal } from '../refusals.js';

/** A kind of file that evidence may be. */
export interface FileKind {
  /** "a PDF". */
  readonly name: string;
  readonly mediaType: string;
  /** Why no file of this kind begins so; null where one may. @param head its first bytes, some or all of `LONGEST_HEAD` */
  wrongBeginning(head: Buffer): UploadRefusal | null;
  /** Looks at the whole file. Throws the refusal. */
  check(bytes: Buffer, extension: string): Promise<void> | void;
}

/** Bytes from a file's start that `wrongBeginning` is told. */
export const LONGEST_HEAD = 512;

/** @param signature what each file of a kind begins with, at its first byte and not somewhere behind */
export function beginsOtherwiseThan(signature: Buffer): FileKind['wrongBeginning'] {
  return (head) => {
    const length = Math.min(head.length, signature.length);
    return head.subarray(0, length).equals(signature.subarray(0, length)) ? null : 'file.not-its-kind';
  };
}
