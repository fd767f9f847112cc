import type { Agent, Response, Test } from 'supertest';
import { csrfOn } from '../test-app.js';

/** A file that somebody chose. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A field that is there several times is a list, as check boxes send it. */
export type Fields = Readonly<Record<string, string | readonly string[] | SentFile>>;

/** Sends a form as a page of ours would: with the token of this browser's session. */
export async function send(agent: Agent, path: string, fields: Fields): Promise<Response> {
  const _csrf = await tokenOf(agent);
  return post(agent, path, { _csrf, ...fields });
}

/** Posts fields as they are. With a file among them it is a multipart form, whose files come last as on our pages. */
export function post(agent: Agent, path: string, fields: Fields, headers: Record<string, string> = {}): Test {
  const request = agent.post(path).set(headers);
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    isFile(value) ? [] : [value].flat().map((text): [string, string] => [name, text]),
  );
  const files = Object.entries(fields).flatMap(([name, value]) =>
    isFile(value) ? [[name, value] as const] : [],
  );
  if (files.length === 0) return request.type('form').send(new URLSearchParams(texts).toString());
  for (const [name, value] of texts) void request.field(name, value);
  for (const [field, { name, bytes }] of files) void request.attach(field, bytes, name);
  return request;
}

function isFile(value: Fields[string]): value is SentFile {
  return typeof value === 'object' && 'bytes' in value;
}

/** Sends a body as it stands, with the token in front: for what no page of ours would send. */
export async function sendRaw(agent: Agent, path: string, body: string): Promise<Response> {
  const token = await tokenOf(agent);
  return agent.post(path).type('form').send(`_csrf=${token}&${body}`);
}

/** The token of this browser's session: in the form that signs in, or in the one that signs out. */
export function tokenOf(agent: Agent): Promise<string> {
  return csrfOn(agent, '/help').catch(() => csrfOn(agent, '/sign-in'));
}
