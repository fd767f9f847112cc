import { createHash } from 'node:crypto';
import { DomainError, type Id } from '@lib/kernel';
import { plainFileName } from '@lib/uploads';

/** The file a figure was taken from, kept as it was. */
export interface SourceExtract {
  readonly id: Id;
  readonly authorityId: Id;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Bytes of an extract: 2 MB hold the rows behind a quarter's figure many times over. */
export const LARGEST_EXTRACT = 2 * 1024 * 1024;

/** What an extract is, by what it hashes to. Refuses an empty file and one over 2 MB. */
export function sourceExtract(
  id: Id,
  authorityId: Id,
  file: { readonly name: string; readonly bytes: Buffer },
): SourceExtract {
  const size = file.bytes.length;
  if (size === 0) throw new DomainError('invalid', 'returns.extract-empty', 'The selected file is empty.');
  if (size > LARGEST_EXTRACT)
    throw new DomainError('invalid', 'returns.extract-size', 'The selected file must be smaller than 2MB.');
  return {
    id,
    authorityId,
    name: plainFileName(file.name),
    size,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.bytes,
  };
}
