import type { Agent, Response } from 'supertest';
import { csrfOn } from '../test-app.js';

export type Fields = Readonly<Record<string, string>>;

/** Sends a form as a page of ours would: with the token of this browser's session. */
export async function send(agent: Agent, path: string, fields: Fields): Promise<Response> {
  const _csrf = await tokenOf(agent);
  return agent
    .post(path)
    .type('form')
    .send({ _csrf, ...fields });
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
