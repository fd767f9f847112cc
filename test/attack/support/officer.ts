import { type Agent, agent as browserFor } from 'supertest';
import { DEMO_PASSWORD } from '../../../seeds/demo/index.js';
import { csrfOn } from '../../http/test-app.js';
import type { RecordedReturn } from './evidence.js';

const HOME = '/partnerships/kingston';
const PATIENCE_MS = 5_000;

/** An officer at work over HTTP, who takes only an answer for a sign that something was done. */
export class Officer {
  private constructor(
    private readonly browser: Agent,
    private readonly csrf: string,
  ) {}

  static async signIn(address: string): Promise<Officer> {
    const browser = browserFor(address);
    const _csrf = await csrfOn(browser, '/sign-in');
    const credentials = { email: 'officer@police.example', password: DEMO_PASSWORD };
    await browser
      .post('/sign-in')
      .type('form')
      .send({ _csrf, ...credentials })
      .expect(303);
    return new Officer(browser, await csrfOn(browser, `${HOME}/returns`));
  }

  /** Saves a number on every line. @returns whether that was confirmed */
  save({ id, lines }: RecordedReturn, version: number, number: number): Promise<boolean> {
    const figures = lines.flatMap((line, index) => [
      [`figures[${line}][value]`, String(number + index)],
      [`figures[${line}][rightBecause]`, 'Counted twice over'],
    ]);
    return this.post(`/returns/${id}/figures`, {
      version: String(version),
      action: 'later',
      ...(Object.fromEntries(figures) as object),
    });
  }

  /** Writes a commentary on every line and on the return as a whole, so that it can be sent. */
  comment({ id, lines }: RecordedReturn, version: number): Promise<boolean> {
    const texts = ['whole', ...lines].map((name) => [`commentary[${name}]`, 'It was looked into.']);
    return this.post(`/returns/${id}/commentary`, {
      version: String(version),
      ...(Object.fromEntries(texts) as object),
    });
  }

  submit({ id }: RecordedReturn, version: number): Promise<boolean> {
    return this.post(`/returns/${id}/check`, { version: String(version) });
  }

  private async post(path: string, fields: object): Promise<boolean> {
    const answer = await this.browser
      .post(HOME + path)
      .type('form')
      .timeout(PATIENCE_MS)
      .send({ _csrf: this.csrf, ...fields })
      .catch(() => undefined);
    return answer?.status === 303;
  }
}
