import { refused } from '../refusals.js';
import { beginsOtherwiseThan, type FileKind } from './file-kind.js';
import { refuseHiddenArchive } from './hidden-archive.js';

const START = Buffer.from('ffd8ff', 'hex');
const END_OF_PICTURE = 0xd9;
const START_OF_SCAN = 0xda;

export const JPEG: FileKind = {
  name: 'a JPEG picture',
  mediaType: 'image/jpeg',
  wrongBeginning: beginsOtherwiseThan(START),
  check(bytes) {
    refuseHiddenArchive(bytes);
    const end = endOf(bytes);
    if (end === null) throw refused('file.damaged');
    if (end < bytes.length) throw refused('file.two-in-one');
  },
};

/** Where the picture ends (ITU-T T.81, annex B): behind its end marker, not that of a preview within; null without. */
function endOf(bytes: Buffer): number | null {
  let hasScan = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === END_OF_PICTURE) return hasScan ? at + 2 : null;
    // A marker may be filled up in front.
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      if (at + 4 > bytes.length) return null;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker !== START_OF_SCAN) continue;
      hasScan = true;
      at = endOfScan(bytes, at);
    }
  }
  return null;
}

/** The next marker behind the picture's own data, in which 0xff is followed by 0 or is a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0 && (bytes[at + 1] === 0 || standsAlone(bytes[at + 1]!))) at = bytes.indexOf(0xff, at + 2);
  return at < 0 ? bytes.length : at;
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}
