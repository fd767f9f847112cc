import { isUtf8 } from 'node:buffer';
import type { CsvDialect } from './csv-stream.js';
import type { TextEncoding } from './streamed-text.js';

/** What a look at all the bytes of a file has to find out before it can be read as text. */
export class EncodingWatch {
  private first = Buffer.alloc(0);
  /** Bytes of a letter that the next chunk goes on with. */
  private tail = Buffer.alloc(0);
  private isUtf8 = true;

  look(chunk: Uint8Array): void {
    if (this.first.length < 4) this.first = Buffer.concat([this.first, chunk.subarray(0, 4)]);
    if (!this.isUtf8) return;
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const whole = wholeLetters(bytes);
    this.isUtf8 = isUtf8(bytes.subarray(0, whole));
    this.tail = Buffer.from(bytes.subarray(whole));
  }

  /**
   * UTF-8 or UTF-16 as the first bytes say, with a mark or by the noughts beside the letters of a heading; else UTF-8 if
   * all of it is that, else what Excel on Windows saves.
   */
  get encoding(): TextEncoding {
    const [first, second, third, fourth] = this.first;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    if (first && second === 0 && third && fourth === 0) return 'utf-16le';
    if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
    return this.isUtf8 && this.tail.length === 0 ? 'utf-8' : 'windows-1252';
  }
}

/** How many bytes hold whole letters of UTF-8; at most three at the end may belong to one that is not whole. */
function wholeLetters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    const begins = byte >= 0xc0;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (begins) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** What parts the cells of the line that says most, outside quotation marks. */
export function delimiterOf(firstLines: string): CsvDialect['delimiter'] {
  const lines = firstLines
    .split('\n')
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const most = (mark: string) => Math.max(...lines.map((line) => line.split(mark).length));
  return [',', ';', '\t', '|'].reduce((best, mark) => (most(mark) > most(best) ? mark : best));
}
