import { newId } from '@lib/kernel';
import type { Agent } from 'supertest';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { type Fields, send, tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const MARKS = '/partnerships/kingston/measures/robbery/marks';

describe('a form that is sent twice', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let records: Records;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const count = async (sql: string) => Number((await onlooker.rows<{ count: string }>(sql, []))[0]!.count);
  const form = (key: string, words: string) => ({
    ...{ kind: 'event', quarter: '2010-11-q3', words, approvedBy: '', requestKey: key },
  });
  const mark = (key: string, words: string) => send(analyst, MARKS, form(key, words));
  /** As one browser sends it: the token is that of its one session. */
  const atOnce = async (agent: Agent, times: number, path: string, fields: Fields) => {
    const _csrf = await tokenOf(agent);
    return Promise.all(
      Array.from({ length: times }, () =>
        agent
          .post(path)
          .type('form')
          .send({ _csrf, ...fields }),
      ),
    );
  };

  it('makes one row, also twenty times at the same moment', async () => {
    const key = newId();
    const marks = () => count('select count(*) from chart_mark');
    const events = () => count('select count(*) from audit_event');
    const [marksBefore, eventsBefore] = [await marks(), await events()];
    const answers = await atOnce(analyst, 20, MARKS, form(key, 'New patrols'));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 303));
    expect([(await marks()) - marksBefore, (await events()) - eventsBefore]).toEqual([1, 1]);
  });

  it('is refused with the same key and something else in it, or from somebody else', async () => {
    const key = newId();
    expect((await mark(key, 'New patrols')).status).toBe(303);
    const other = await mark(key, 'Other words');
    expect([
      other.status,
      other.text.includes('This page was sent before with something else in it'),
    ]).toEqual([409, true]);
    const before = await onlooker.contents();
    expect((await mark('not a key', 'New patrols')).status).toBe(400);
    expect(await onlooker.contents()).toEqual(before);
  });

  it('begins one correction, and leads to it both times', async () => {
    const officer = await test.signedInAs('officer@police.example');
    const path = `/partnerships/kingston/returns/${records.accepted.id}/restatement`;
    const wish = { kind: 'error', reason: 'Two were counted twice', requestKey: newId() };
    const [first, second] = await atOnce(officer, 2, path, wish);
    expect([first!.status, second!.status]).toEqual([303, 303]);
    expect(second!.headers['location']).toBe(first!.headers['location']);
  });

  it('that was refused the first time can be put right and sent again', async () => {
    const key = newId();
    expect((await mark(key, ' ')).status).toBe(422);
    expect((await mark(key, 'New patrols')).status).toBe(303);
  });

  it('carries a key on every page that makes something', async () => {
    for (const page of ['target', 'marks', 'status-rules', 'declared-status']) {
      const { text } = await analyst.get(`/partnerships/kingston/measures/robbery/${page}`);
      expect([page, /name="requestKey" value="[0-9a-f-]{36}"/.test(text)]).toEqual([page, true]);
    }
  });
});
