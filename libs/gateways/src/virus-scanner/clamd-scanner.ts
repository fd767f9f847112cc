import { connect, type Socket } from 'node:net';
import type { NotScanned, ScanVerdict, VirusScanner } from './virus-scanner.js';

/** Milliseconds for one file, from the first byte to the answer. */
const LONGEST_SCAN = 30_000;
const PIECE = 64 * 1024;
/** Characters of an answer; a real one is a line. */
const LONGEST_ANSWER = 1000;

/** Asks a clamd, the daemon of ClamAV (`man clamd`, INSTREAM): each file over a connection of its own. */
export class ClamdScanner implements VirusScanner {
  /**
   * @param address `host:port`, or the path of a Unix socket
   * @param longestScan milliseconds
   */
  constructor(
    private readonly address: string,
    private readonly longestScan = LONGEST_SCAN,
  ) {}

  scan(bytes: Buffer): Promise<ScanVerdict> {
    return this.ask(bytes).catch(() => notScanned('no-answer'));
  }

  private ask(bytes: Buffer): Promise<ScanVerdict> {
    return new Promise((resolve) => {
      const socket = connect(placeOf(this.address));
      let answer = '';
      let isSent = false;
      const end = (verdict: ScanVerdict) => {
        clearTimeout(tooSlow);
        socket.destroy();
        resolve(verdict);
      };
      const tooSlow = setTimeout(() => end(notScanned('too-slow')), this.longestScan);
      socket.setEncoding('utf8');
      socket.on('connect', async () => {
        isSent = await sendFile(socket, bytes);
      });
      socket.on('data', (text: string) => {
        answer += text;
        if (answer.includes('\0') || answer.length > LONGEST_ANSWER) end(verdictOf(answer, isSent));
      });
      // What was said before somebody hung up counts, and without a word it is no answer.
      socket.on('error', () => {});
      socket.on('close', () => end(answer === '' ? notScanned('no-answer') : verdictOf(answer, isSent)));
    });
  }
}

/** Without a scanner nothing is looked at, and nothing is said to be clean. */
export class NoScanner implements VirusScanner {
  async scan(): Promise<ScanVerdict> {
    return notScanned('no-scanner');
  }
}

function notScanned(why: NotScanned): ScanVerdict {
  return { verdict: 'not-scanned', why };
}

function placeOf(address: string) {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}

/**
 * Pieces with their length in front, and one of no length; a new one when the last is on its way.
 * @returns whether all of it was sent
 */
async function sendFile(socket: Socket, bytes: Buffer): Promise<boolean> {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length && socket.writable; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    socket.write(lengthOf(piece));
    await new Promise((sent) => socket.write(piece, sent));
  }
  if (!socket.writable) return false;
  socket.write(lengthOf(Buffer.alloc(0)));
  return true;
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

/** Clean is what is said to be clean in these words after all of it was sent, and nothing else. */
function verdictOf(answer: string, isSent: boolean): ScanVerdict {
  if (answer === 'stream: OK\0' && isSent) return { verdict: 'clean' };
  const signature = /^stream: ([^\0]+) FOUND\0$/.exec(answer)?.[1];
  // With AlertExceedsMax it says so where it stopped looking; that is nothing found.
  const isTooLarge = /^(INSTREAM size limit exceeded|stream: Heuristics\.Limits\.Exceeded)/.test(answer);
  if (isTooLarge) return notScanned('too-large');
  return signature ? { verdict: 'infected', signature } : notScanned('unclear');
}
