import { deflateRawSync, gzipSync } from 'node:zlib';
import { csvOf } from '../../../libs/importing/src/testing/csv-of.js';
import type { Mutation } from './mutations.js';

const of = <Thing>(things: readonly Thing[], number: number): Thing => things[number % things.length]!;

/** Bytes in place of the file: what servers and people send instead. */
const OTHERS: readonly ((bytes: Buffer) => [string, Buffer])[] = [
  () => ['nothing', Buffer.alloc(0)],
  () => ['a byte order mark', Buffer.from('\uFEFF')],
  () => ['empty lines', Buffer.from('\r\n\r\n')],
  () => ['separators', Buffer.from(',,,\n,,,\n,,,\n')],
  () => ['a web page', Buffer.from('\uFEFF\n<!DOCTYPE html><html><body>404, not found, sorry</body></html>')],
  () => ['a web page without a type', Buffer.from('Error 404, not found, sorry\n<html>, a, b\n')],
  () => ['JSON', Buffer.from('{"error": "not found", "code": 404, "a": [1, 2]}\n')],
  () => ['JSON in lines', Buffer.from('[{"a": 1, "b": 2, "c": 3},\n{"a": 1, "b": 2, "c": 3}]\n')],
  (bytes) => ['gzip', gzipSync(bytes)],
  (bytes) => ['deflate', deflateRawSync(bytes)],
  () => ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000, 1)])],
  () => ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj, a, b\n<< /Type /Catalog >>\nendobj\n')],
  () => ['zeros', Buffer.alloc(5000)],
];

const ENCODED: readonly ((text: string) => [string, Buffer])[] = [
  (text) => ['UTF-16LE without a mark', Buffer.from(text, 'utf16le')],
  (text) => ['UTF-16BE without a mark', Buffer.from(text, 'utf16le').swap16()],
  (text) => ['two byte order marks', Buffer.from(`\uFEFF\uFEFF${text}`)],
  (text) => ['UTF-16LE cut in a letter', Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1)],
  (text) => ['a carriage return more', Buffer.from(text.replaceAll(/\r?\n/g, '\r\r\n'))],
  (text) => ['line feed and carriage return', Buffer.from(text.replaceAll(/\r?\n/g, '\n\r'))],
  (text) => ['line separators', Buffer.from(text.replaceAll(/\r?\n/g, '\u2028'))],
  (text) => ['next lines', Buffer.from(text.replaceAll(/\r?\n/g, '\u0085'))],
  (text) => ['form feeds', Buffer.from(text.replaceAll(/\r?\n/g, '\f\n'))],
  (text) => ['no last line end', Buffer.from(text.replace(/\r?\n$/, ''))],
  (text) => ['half a line end', Buffer.from(text.replace(/\r?\n$/, '\r'))],
  (text) => ['an end as in DOS', Buffer.from(`${text}\u001a`)],
  (text) => ['a byte that is no text', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])])],
];

export const OF_BYTES_MORE: Readonly<Record<string, Mutation>> = {
  'something else comes in its place': ({ rows, written }, [which]) => {
    const [what, bytes] = of(OTHERS, which)(csvOf(rows, written));
    return { what, bytes };
  },
  'its bytes are others': ({ rows, written }, [which]) => {
    const [what, bytes] = of(ENCODED, which)(csvOf(rows, { ...written, encoding: 'utf-8' }).toString());
    return { what, bytes };
  },
  'bytes in its middle are lost': ({ rows, written, rare }, [from, length]) => {
    const bytes = csvOf(rows, written);
    const lineLength = Math.ceil(bytes.length / rows.length);
    const start = from % (bytes.length - 1);
    const lost = 2 * lineLength + (length % (40 * lineLength));
    const [first, last] = [start, start + lost].map(
      (at) =>
        bytes
          .subarray(0, at)
          .toString()
          .split(/\r\n|\n/).length - 1,
    );
    // What is lost in whole lines of something rare, only the release before tells.
    if (rows.slice(first! + 1, last! + 1).every(rare)) return null;
    return {
      bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + lost)]),
      what: `without bytes ${start} to ${start + lost}`,
    };
  },
  'bytes in its middle come twice': ({ rows, written, name }, [from, length]) => {
    if (name.endsWith('without numbers')) return null;
    const bytes = csvOf(rows, written);
    const lineLength = Math.ceil(bytes.length / rows.length);
    const start = from % (bytes.length - 1);
    const end = start + 2 * lineLength + (length % (40 * lineLength));
    return {
      bytes: Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]),
      what: `bytes ${start} to ${end} twice`,
    };
  },
  'a quotation mark is added': ({ rows, written }, [at]) => {
    const bytes = csvOf(rows, written);
    const place = at % bytes.length;
    return {
      bytes: Buffer.concat([bytes.subarray(0, place), Buffer.from('"'), bytes.subarray(place)]),
      what: `" at ${place}`,
    };
  },
  'a line end is added': ({ rows, written }, [at]) => {
    const bytes = csvOf(rows, written);
    const place = at % bytes.length;
    return {
      bytes: Buffer.concat([bytes.subarray(0, place), Buffer.from('\n'), bytes.subarray(place)]),
      what: `line end at ${place}`,
    };
  },
  'a line end is gone': ({ rows, written }, [at]) => {
    const lines = csvOf(rows, written).toString().split('\n');
    const place = at % (lines.length - 1);
    return {
      bytes: Buffer.from(
        [...lines.slice(0, place), lines[place]! + lines[place + 1]!, ...lines.slice(place + 2)].join('\n'),
      ),
      what: `no line end ${place}`,
    };
  },
};
