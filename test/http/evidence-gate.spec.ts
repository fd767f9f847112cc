import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VirusScanner } from '@lib/gateways';
import { evidenceFiles } from '@lib/testing';
import express from 'express';
import supertest from 'supertest';
import { readEvidence } from '../../apps/web/src/http/upload.js';
import { tokenOf } from './support/send.js';
import { startTestApp } from './test-app.js';

const MEGABYTE = 1024 * 1024;
const BOUNDARY = 'xxxx';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form as a browser writes it: fields before and behind the file. */
function form(name: string, bytes: Buffer): Buffer {
  const field = (about: string, value: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]);
  return Buffer.concat([
    field('name="_csrf"', 'token'),
    field(`name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`, bytes),
    field('name="title"', 'Minutes'),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

describe('the gate that evidence comes in through', () => {
  let server: Server;
  let port: number;
  let good: Readonly<Record<string, Buffer>>;
  beforeAll(async () => {
    good = await evidenceFiles();
    const app = express();
    app.use((request, _response, next) => {
      if (request.headers['x-signed-in'] !== 'no') request.user = {} as Express.User;
      next();
    });
    app.post('/', readEvidence, (request, response) => {
      const { evidence } = response.locals;
      const { bytes, ...file } = evidence?.file ?? { bytes: null };
      response.json({
        ...evidence,
        file: bytes ? { ...file, kept: bytes.length } : null,
        body: request.body,
      });
    });
    app.use(
      (
        error: { status?: number },
        _request: express.Request,
        response: express.Response,
        _next: express.NextFunction,
      ) => void response.sendStatus(error.status ?? 500),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const send = (body: Buffer | string) =>
    supertest(`http://127.0.0.1:${port}`).post('/').set('Content-Type', TYPE).send(body);

  it('hands over what it let through, with a plain name', async () => {
    const { body } = await send(form('../../etc/minutes.pdf', good['pdf']!));
    expect(body).toEqual({
      file: {
        ...{ name: 'minutes.pdf', extension: 'pdf', mediaType: 'application/pdf' },
        ...{
          size: good['pdf']!.length,
          kept: good['pdf']!.length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
      problem: null,
      body: { _csrf: 'token', title: 'Minutes' },
    });
  });

  it.each([
    ['by its name', 'setup.exe', () => good['pdf']!, 'file.type'],
    ['by its first bytes', 'a.pdf', () => Buffer.alloc(5 * MEGABYTE, '<'), 'file.not-its-kind'],
    ['by its last bytes', 'a.pdf', () => good['pdf']!.subarray(0, -8), 'file.damaged'],
    ['by its size', 'a.txt', () => Buffer.alloc(25 * MEGABYTE, 'x'), 'file.too-big'],
    ['for having none', 'a.txt', () => Buffer.alloc(0), 'file.empty'],
  ] as [string, string, () => Buffer, string][])(
    'refuses a file %s, and reads the rest of the form all the same',
    async (_, name, bytes, code) => {
      const { status, body } = await send(form(name, bytes()));
      expect(status).toBe(200);
      expect(body).toEqual({
        ...{ file: null, code, problem: expect.stringMatching(/^The selected file/) },
        body: { _csrf: 'token', title: 'Minutes' },
      });
    },
  );

  it('says when no file was chosen, and when there were two', async () => {
    expect((await send(form('', Buffer.alloc(0)))).body).toEqual({
      file: null,
      body: { _csrf: 'token', title: 'Minutes' },
    });
    const one = form('a.pdf', good['pdf']!);
    const end = `--${BOUNDARY}--\r\n`.length;
    const two = Buffer.concat([one.subarray(0, -end), form('b.pdf', good['pdf']!)]);
    expect((await send(two)).body).toMatchObject({ file: null, code: 'file.several' });
  });

  it('reads nothing for somebody who is not signed in, and no half a form', async () => {
    const body = form('a.pdf', good['pdf']!);
    expect((await send(body).set('x-signed-in', 'no')).status).toBe(401);
    expect((await send(body.subarray(0, -40))).status).toBe(400);
  });

  it('keeps nothing of what it refused while it still comes', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const most: number[] = [];
    const answer = await new Promise<string>((done, failed) => {
      const sent = httpRequest(
        { host: '127.0.0.1', port, method: 'POST', headers: { 'Content-Type': TYPE } },
        (response) => {
          response.setEncoding('utf8');
          let text = '';
          response.on('data', (chunk: string) => (text += chunk)).on('end', () => done(text));
        },
      );
      sent.on('error', failed);
      const [start, end] = form('a.pdf', Buffer.from('|')).toString('latin1').split('|');
      sent.write(start);
      let left = 200;
      const chunk = Buffer.alloc(MEGABYTE, 'x');
      const next = () => {
        most.push(process.memoryUsage().arrayBuffers - before);
        if (left-- === 0) return void sent.end(end);
        sent.write(chunk, next);
      };
      next();
    });
    expect(JSON.parse(answer)).toMatchObject({ code: 'file.not-its-kind', body: { title: 'Minutes' } });
    expect(Math.max(...most) / MEGABYTE).toBeLessThan(60);
  });

  it('outlives somebody who goes away in the middle', async () => {
    await new Promise<void>((gone) => {
      const sent = httpRequest({
        host: '127.0.0.1',
        port,
        method: 'POST',
        headers: { 'Content-Type': TYPE },
      });
      sent.on('error', () => gone());
      sent.write(form('a.pdf', good['pdf']!).subarray(0, 300), () => sent.destroy(new Error('gone')));
    });
    expect((await send(form('a.pdf', good['pdf']!))).body).toMatchObject({ problem: null });
  });

  it('stands where evidence is sent to, and nowhere else', async () => {
    const test = await startTestApp();
    try {
      const officer = await test.signedInAs('officer@police.example');
      const _csrf = await tokenOf(officer);
      const root = '/partnerships/kingston/evidence';
      const statuses = ['new', 'x/versions', 'x'].map(async (path) => {
        const sent = officer
          .post(`${root}/${path}`)
          .field('_csrf', _csrf)
          .attach('file', good['pdf']!, 'a.pdf');
        return (await sent).status === 403 ? 'unread' : 'read';
      });
      expect(await Promise.all(statuses)).toEqual(['read', 'read', 'unread']);
      // Without a scanner in the settings nothing passes for clean.
      expect(await test.app.get(VirusScanner).scan(good['pdf']!)).toMatchObject({ verdict: 'not-scanned' });
    } finally {
      await test.close();
    }
  });
});
