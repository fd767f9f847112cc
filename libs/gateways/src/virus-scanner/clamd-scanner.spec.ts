import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Clamd, documentParts, eicar, pdfFile, startClamd, zipOf } from '@lib/testing';
import { ClamdScanner, NoScanner } from './clamd-scanner.js';

const MEGABYTE = 1024 * 1024;
const FOUND = { verdict: 'infected', signature: 'Test.Eicar.UNOFFICIAL' };
const notScanned = (why: string) => ({ verdict: 'not-scanned', why });

describe('a virus scanner', () => {
  let clamd: Clamd;
  let scanner: ClamdScanner;
  beforeAll(async () => {
    clamd = await startClamd({ largestStream: 2 * MEGABYTE });
    scanner = new ClamdScanner(clamd.address);
  });
  afterAll(() => clamd.stop());

  it('says of a file that nothing is wrong with it', async () => {
    expect(await scanner.scan(pdfFile('Minutes'))).toEqual({ verdict: 'clean' });
    expect(await scanner.scan(Buffer.alloc(0))).toEqual({ verdict: 'clean' });
  });

  it('names what it finds', async () => {
    expect(await scanner.scan(eicar())).toEqual(FOUND);
    // In the middle, over the edge of a piece and at the end.
    for (const before of [10, 64 * 1024 - 30, 200_000])
      expect(await scanner.scan(Buffer.concat([Buffer.alloc(before, 'x'), eicar()]))).toEqual(FOUND);
  });

  it('looks into documents', async () => {
    if (!clamd.isReal) return;
    const document = await zipOf({ ...documentParts('docx'), 'word/media/x.bin': eicar() });
    expect(document.includes(eicar())).toBe(false);
    expect(await scanner.scan(document)).toEqual(FOUND);
  });

  it('can be asked over a Unix socket', async () => {
    const bySocket = new ClamdScanner(clamd.socketPath);
    expect(await bySocket.scan(pdfFile('Minutes'))).toEqual({ verdict: 'clean' });
    expect(await bySocket.scan(eicar())).toEqual(FOUND);
  });

  it('can be asked about many files at once', async () => {
    const files = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? eicar() : pdfFile(`No ${n}`)));
    const verdicts = await Promise.all(files.map((file) => scanner.scan(file)));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(
      files.map((_, n) => (n % 2 === 0 ? 'infected' : 'clean')),
    );
  });

  it('says that it did not look at a file that is larger than it takes', async () => {
    for (let times = 0; times < 10; times += 1) {
      const { verdict, ...more } = await scanner.scan(
        Buffer.concat([Buffer.alloc(3 * MEGABYTE, 'x'), eicar()]),
      );
      expect(verdict).toBe('not-scanned');
      // Which of the two depends on whether it hangs up before we have read why.
      expect(more).toEqual({ why: expect.stringMatching(/^(too-large|no-answer)$/) });
    }
    expect(await scanner.scan(Buffer.alloc(2 * MEGABYTE, 'x'))).toEqual({ verdict: 'clean' });
  });

  it('says that it did not look at anything while it hangs, and goes on afterwards', async () => {
    clamd.hang();
    const started = Date.now();
    expect(await new ClamdScanner(clamd.address, 300).scan(pdfFile('Minutes'))).toEqual(
      notScanned('too-slow'),
    );
    expect(Date.now() - started).toBeLessThan(2000);
    clamd.goOn();
    expect(await scanner.scan(eicar())).toEqual(FOUND);
  });

  it('says that it did not look at anything once it is stopped', async () => {
    const other = await startClamd();
    await other.stop();
    expect(await new ClamdScanner(other.address).scan(eicar())).toEqual(notScanned('no-answer'));
    expect(await new ClamdScanner(other.socketPath).scan(eicar())).toEqual(notScanned('no-answer'));
    expect(await new ClamdScanner('localhost:99999').scan(eicar())).toEqual(notScanned('no-answer'));
  });

  it('says that there is none', async () => {
    expect(await new NoScanner().scan()).toEqual(notScanned('no-scanner'));
  });
});

describe('what something else at its address says', () => {
  let server: Server;
  let says: (socket: Socket) => void;
  let scanner: ClamdScanner;
  beforeAll(async () => {
    server = createServer((socket) => says(socket.on('error', () => {}).resume())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    scanner = new ClamdScanner(`127.0.0.1:${(server.address() as AddressInfo).port}`, 1000);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it.each([
    ['nothing, and hangs up', '', 'no-answer'],
    ['an answer that is cut off', 'stream: OK', 'unclear'],
    ['an answer within another', 'stream: not OK\0', 'unclear'],
    ['two answers', 'stream: OK\0stream: Test FOUND\0', 'unclear'],
    ['that it failed', 'INSTREAM: Can\u2019t allocate memory ERROR\0', 'unclear'],
    ['that it is HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\nOK', 'unclear'],
    ['that it stopped looking', 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0', 'too-large'],
    ['far too much', 'OK'.repeat(1000), 'unclear'],
  ])('%s, is not taken for clean', async (_, answer, why) => {
    says = (socket) =>
      void socket.on('data', (heard) => heard.includes(Buffer.alloc(4)) && socket.end(answer));
    expect(await scanner.scan(pdfFile('Minutes'))).toEqual(notScanned(why));
  });

  it('OK before it was sent the file, is not taken for clean', async () => {
    says = (socket) => void socket.write('stream: OK\0');
    expect(await scanner.scan(Buffer.alloc(20 * MEGABYTE))).toEqual(notScanned('unclear'));
  });

  it('nothing at all, is waited for no longer than a file may take', async () => {
    says = () => {};
    expect(await scanner.scan(Buffer.alloc(20 * MEGABYTE))).toEqual(notScanned('too-slow'));
  });

  it('OK, is taken for clean', async () => {
    says = (socket) =>
      void socket.on('data', (heard) => heard.includes(Buffer.alloc(4)) && socket.end('stream: OK\0'));
    expect(await scanner.scan(pdfFile('Minutes'))).toEqual({ verdict: 'clean' });
  });
});
