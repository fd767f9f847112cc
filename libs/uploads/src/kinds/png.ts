import { refused } from '../refusals.js';
import { beginsOtherwiseThan, type FileKind } from './file-kind.js';
import { refuseHiddenArchive } from './hidden-archive.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Its length, its type and its checksum, around what a chunk holds. */
const AROUND_A_CHUNK = 12;

export const PNG: FileKind = {
  name: 'a PNG picture',
  mediaType: 'image/png',
  wrongBeginning: beginsOtherwiseThan(SIGNATURE),
  check(bytes) {
    refuseHiddenArchive(bytes);
    const end = endOf(bytes);
    if (end === null) throw refused('file.damaged');
    if (end < bytes.length) throw refused('file.two-in-one');
  },
};

/** Where the picture ends (PNG specification, 5.3): behind its IEND; null where none is reached. */
function endOf(bytes: Buffer): number | null {
  for (let at = SIGNATURE.length; at + AROUND_A_CHUNK <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at === SIGNATURE.length && type !== 'IHDR') return null;
    const end = at + AROUND_A_CHUNK + bytes.readUInt32BE(at);
    if (type === 'IEND') return end <= bytes.length ? end : null;
    at = end;
  }
  return null;
}
