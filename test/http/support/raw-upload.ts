import { connect, type Socket } from 'node:net';
import type { Agent } from 'supertest';
import type { TestApp } from '../test-app.js';
import { tokenOf } from './send.js';

/** A form with a file on a connection of its own, to be written as fast or as slowly as a test wants. */
export interface RawUpload {
  readonly socket: Socket;
  /** What goes before the file. */
  readonly head: string;
  /** What goes behind it. */
  readonly tail: string;
  /** The answer, as far as its headers. */
  answer(): Promise<string>;
}

/**
 * @param size of the file, as it is said beforehand
 * @param fields that stand before the file, beside the token
 */
export async function rawUpload(
  test: TestApp,
  agent: Agent,
  path: string,
  size: number,
  fields: Readonly<Record<string, string>> = {},
): Promise<RawUpload> {
  const { hostname, port } = new URL(await test.address());
  const texts = Object.entries({ _csrf: await tokenOf(agent), ...fields }).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${texts.join('')}--x\r\nContent-Disposition: form-data; name="file"; filename="long.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const tail = '\r\n--x--\r\n';
  const cookies = agent.jar.getCookies({ path: '/', domain: '127.0.0.1', secure: false, script: false });
  const socket = connect(Number(port), hostname);
  const headers = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: ${cookies.toValueString()}`,
    'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${head.length + size + tail.length}`,
  ];
  const answered = new Promise<string>((resolve) => {
    let received = '';
    socket.on('data', (data) => {
      received += data.toString();
      if (received.includes('\r\n\r\n')) resolve(received.split('\r\n\r\n')[0]!);
    });
  });
  return { socket, head: `${headers.join('\r\n')}\r\n\r\n${head}`, tail, answer: () => answered };
}
