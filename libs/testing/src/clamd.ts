import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eicar } from './eicar.js';

/** A virus scanner of a test's own, which knows one virus: the one of `eicar()`. */
export interface Clamd {
  /** For CLAMD_ADDRESS: `127.0.0.1:port`. */
  readonly address: string;
  /** The path of its Unix socket. */
  readonly socketPath: string;
  readonly isReal: boolean;
  /** Takes connections and says nothing any more, until it goes on. */
  hang(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/** Bytes that it takes, less than clamd itself would, so that a test can go past them. */
const LARGEST_STREAM = 25 * 1024 * 1024;
const LONGEST_START = 30_000;

/**
 * Starts a real clamd (Debian: `apt-get install clamav-daemon`) in a folder of its own, with a signature file of its
 * own and nothing downloaded. Where there is none, something that speaks the same protocol takes its place, aloud.
 *
 * @param largestStream bytes of a file that it takes
 */
export async function startClamd({ largestStream = LARGEST_STREAM } = {}): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  const socketPath = join(folder, 'clamd.socket');
  if (spawnSync('clamd', ['--version'], { env: WITH_SBIN }).status === 0)
    return startReal(folder, socketPath, largestStream);
  console.warn(
    'There is no clamd on this machine: the tests ask a stand-in, which proves less. Install clamav-daemon.',
  );
  return startStandIn(folder, socketPath, largestStream);
}

/** Debian keeps daemons where people who are not root do not look. */
const WITH_SBIN = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` };

async function startReal(folder: string, socketPath: string, largestStream: number): Promise<Clamd> {
  const port = await freePort();
  const settings = join(folder, 'clamd.conf');
  const signatures = join(folder, 'signatures');
  mkdirSync(signatures);
  writeFileSync(join(signatures, 'test.ndb'), `Test.Eicar:0:*:${eicar().toString('hex')}\n`);
  writeFileSync(
    settings,
    [
      ...['Foreground yes', `DatabaseDirectory ${signatures}`, `TemporaryDirectory ${folder}`],
      ...[`LocalSocket ${socketPath}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', 'AlertExceedsMax yes'],
      `StreamMaxLength ${largestStream}\n`,
    ].join('\n'),
  );
  const clamd = spawn('clamd', ['--config-file', settings], { env: WITH_SBIN, stdio: 'ignore' });
  const gone = once(clamd, 'exit');
  // A test that is ended from outside leaves no daemon behind.
  const kill = () => clamd.kill('SIGKILL');
  process.once('exit', kill);
  await Promise.race([
    answering(port),
    gone.then(() => Promise.reject(new Error(`clamd does not start with ${settings}`))),
  ]);
  return {
    ...{ address: `127.0.0.1:${port}`, socketPath, isReal: true },
    hang: () => void clamd.kill('SIGSTOP'),
    goOn: () => void clamd.kill('SIGCONT'),
    async stop() {
      kill();
      await gone;
      process.off('exit', kill);
      rmSync(folder, { recursive: true });
    },
  };
}

async function startStandIn(folder: string, socketPath: string, largestStream: number): Promise<Clamd> {
  let isHanging = false;
  const open = new Set<Socket>();
  const serve = (socket: Socket) => {
    open.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk as Buffer]);
      const answer = answerTo(heard, largestStream);
      if (answer !== null && !isHanging) socket.end(`${answer}\0`);
    });
  };
  const servers = [createServer(serve).listen(0, '127.0.0.1'), createServer(serve).listen(socketPath)];
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const { port } = servers[0]!.address() as AddressInfo;
  return {
    ...{ address: `127.0.0.1:${port}`, socketPath, isReal: false },
    hang: () => void (isHanging = true),
    goOn: () => void (isHanging = false),
    async stop() {
      for (const socket of open) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What clamd would say to a stream of pieces; null while there is more to come. */
function answerTo(heard: Buffer, largestStream: number): string | null {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return null;
  if (heard.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
  const pieces: Buffer[] = [];
  for (let at = command.length, size = 0; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0)
      return Buffer.concat(pieces).includes(eicar()) ? 'stream: Test.Eicar.UNOFFICIAL FOUND' : 'stream: OK';
    size += length;
    if (size > largestStream) return 'INSTREAM size limit exceeded. ERROR';
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + LONGEST_START; Date.now() < until;) {
    const answer = await new Promise<string>((heard) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('zPING\0'));
      socket
        .on('data', (text) => heard(String(text)))
        .on('error', () => heard(''))
        .on('close', () => heard(''));
    });
    if (answer.startsWith('PONG')) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`clamd does not answer on port ${port}.`);
}
