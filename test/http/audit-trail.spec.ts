import { createHash } from 'node:crypto';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agent } from 'supertest';
import { connected } from '../database/as-role.js';
import { errorSummary, mainText } from './support/html.js';
import { KingstonAtWork, MEASURE, Q3 } from './support/kingston-at-work.js';
import { openTheYear, recordsOf, type Records } from './support/records.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const TRAIL = `${HOME}/audit-trail`;

interface ExportedEvent {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly says: string;
  readonly event: { readonly type: string; readonly actor: { readonly name: string } };
}

describe('the page of the audit trail', () => {
  let test: TestApp;
  let auditor: Agent;
  let records: Records;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
    test = await startTestApp({ CHECKPOINT_FOLDER: folder });
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
    const kingston = await KingstonAtWork.start(test);
    await kingston.decide(Q3, 1, 'accept');
    await kingston.restate(Q3);
    await kingston.send(Q3, 2, 200);
    await kingston.decide(Q3, 2, 'approve');
    auditor = await test.signedInAs('auditor@partnership.example');
  }, 120_000);
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const asAdmin = <Row extends object>(sql: string) =>
    connected(test.database.adminUrl, async (client) => (await client.query<Row>(sql)).rows);
  const page = async (query = '') => mainText((await auditor.get(`${TRAIL}${query}`).expect(200)).text);
  /** What a form of the page answers with. */
  const file = async (path: string) => {
    const answer = await send(auditor, path, {});
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  /** What is found, oldest first, as the JSON file says it. */
  const found = async (query: string): Promise<ExportedEvent[]> =>
    (JSON.parse((await file(`${TRAIL}.json${query}`)).text) as ExportedEvent[]).reverse();
  /** The address that a link of a page leads to. */
  const linkOn = async (path: string, text: RegExp): Promise<string> => {
    const { text: html } = await auditor.get(HOME + path).expect(200);
    const link = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].find(([, , words]) =>
      text.test(words!),
    );
    return link![1]!.replaceAll('&amp;', '&');
  };
  const typesOf = (events: readonly ExportedEvent[]) => new Set(events.map(({ event }) => event.type));

  describe('finds', () => {
    it('what a person did, by the name that was kept', async () => {
      const events = await found('?by=Priya+Example');
      expect(events.length).toBeGreaterThan(3);
      expect(new Set(events.map(({ event }) => event.actor.name))).toEqual(new Set(['Priya Example']));
      expect(await page('?by=Priya')).toContain('Nothing like that was recorded.');
    });

    it('events of a kind', async () => {
      const types = typesOf(await found('?kind=targets'));
      expect(types).toContain('TargetSet');
      expect(
        [...types].filter((type) => !['TargetSet', 'StatusRulesChosen', 'StatusDeclared'].includes(type)),
      ).toEqual([]);
    });

    it('what was done from a day to a day in London', async () => {
      const all = await found('');
      await asAdmin(`set session_replication_role = 'replica';
        update audit_event set recorded_at = '2015-06-30T23:30:00Z' where seq = 5`);
      try {
        // Half past midnight on 1 July in London.
        expect((await found('?from=1+7+2015&until=1+7+2015')).map(({ seq }) => seq)).toEqual([5]);
        expect(await found('?from=30+6+2015&until=30+6+2015')).toEqual([]);
        expect((await found('?until=1+7+2015')).map(({ seq }) => seq)).toEqual([5]);
        expect((await found('?from=2+7+2015')).length).toBeGreaterThanOrEqual(all.length - 1);
      } finally {
        await asAdmin(`set session_replication_role = 'replica';
          update audit_event set recorded_at = (content::jsonb ->> 'at')::timestamptz where seq = 5`);
      }
    });

    it('all of these together, page by page', async () => {
      const query = '?kind=returns&by=Priya+Example';
      const together = await found(query);
      expect(typesOf(together)).toEqual(new Set(['ReturnApproved']));
      expect(await page(query)).toContain(together.at(-1)!.says.replace('Priya Example ', ''));
      const { text } = await auditor.get(`${TRAIL}?from=1+1+2015`);
      const older = /href="([^"]+)">Older events/.exec(text)![1]!.replaceAll('&amp;', '&');
      expect(older).toMatch(/\?from=1\+1\+2015&before=\d+$/);
      const before = Number(/\d+$/.exec(older)![0]);
      expect(mainText((await auditor.get(older).expect(200)).text)).toContain(
        `No. When Who What ${before - 1} `,
      );
    });

    it.each([
      ['from=31+2+2015', 'The first day must be a real date, like 31 3 2027', 'from', '31 2 2015'],
      ['until=yesterday', 'The last day must be a real date, like 31 3 2027', 'until', 'yesterday'],
      ['from=2+1+2015&until=1+1+2015', 'The last day must be the first day or later', 'until', '1 1 2015'],
      ['kind=everything', 'Select a kind of event from the list', 'kind', ''],
    ])('nothing for %s, and says why beside what was typed', async (query, says, box, typed) => {
      const { text } = await auditor.get(`${TRAIL}?${query}`).expect(422);
      expect(errorSummary(text)).toEqual([[says, box]]);
      if (typed) expect(text).toContain(`value="${typed}"`);
      const { status, headers } = await send(auditor, `${TRAIL}.csv?${query}`, {});
      expect(status).toBe(303);
      expect(headers['location']).toContain('/audit-trail?');
    });

    it('no record of another partnership, nor one that never was', async () => {
      await auditor.get(`${TRAIL}?about=3f0c7b8e-6c3b-4f0e-9a52-5b8f8f3f1d11`).expect(404);
      await auditor.get(`${TRAIL}?about=burglary`).expect(404);
    });
  });

  describe('tells the history of', () => {
    it('a measure: its definition, its target and every figure of it, before and after', async () => {
      const history = await linkOn(`/measures/${MEASURE}`, /^History$/);
      const text = mainText((await auditor.get(history).expect(200)).text);
      expect(text).toMatch(/^Measure: Residential burglary Audit trail/);
      expect(text).toContain('Residential burglary: from 210 to 200');
      // What the same events say of other measures is not of this one.
      expect(text).not.toContain('Robbery: from');
      const events = await found(history.slice(history.indexOf('?')));
      const types = typesOf(events);
      for (const type of [
        'MeasureDefined',
        'FiguresSaved',
        'ReturnSubmitted',
        'ReturnApproved',
        'RestatementBegun',
      ])
        expect(types).toContain(type);
      for (const { event } of events.filter((one) => one.event.type === 'FiguresSaved'))
        expect(JSON.stringify(event)).toContain('"Residential burglary"');
    });

    it('a return with its corrections, and nothing else', async () => {
      const history = await linkOn(`/returns/${records.accepted.id}`, /^History/);
      const events = await found(history.slice(history.indexOf('?')));
      expect(typesOf(events)).toContain('FiguresSaved');
      const subjects = new Set(events.map(({ event }) => (event as unknown as { subject: string }).subject));
      expect(subjects).toContain(records.accepted.id);
      const returns = await asAdmin<{ id: string }>(
        `select o.id from quarterly_return r join quarterly_return o using (quarter_first_day, authority_id, form_id)
          where r.id = '${records.accepted.id}'`,
      );
      expect([...subjects].filter((id) => !returns.some((one) => one.id === id))).toEqual([]);
    });

    it('a plan with all its versions', async () => {
      const history = await linkOn('/plan', /^History$/);
      const types = typesOf(await found(history.slice(history.indexOf('?'))));
      expect(types).toContain('PlanBegun');
      expect(types).toContain('PlanVersionAdopted');
      expect(types).not.toContain('TargetSet');
    });

    it('only for who may read the trail', async () => {
      const board = await test.signedInAs('board@partnership.example');
      for (const path of [`/measures/${MEASURE}`, '/plan'])
        expect((await board.get(HOME + path).expect(200)).text).not.toContain('History');
    });
  });

  describe('is checked', () => {
    it('when somebody asks, which is an event that says what was found', async () => {
      expect(await page()).toContain('Nobody has checked this trail yet.');
      expect((await send(auditor, `${TRAIL}/check`, {})).status).toBe(303);
      const text = await page();
      expect(text).toMatch(/Checked .* by Aude Example\. The trail is whole: \d+ events/);
      expect(text).toContain('There is no checkpoint to compare it with');
    });

    it('and says from where on it is not whole', async () => {
      const tamper = (from: string, to: string) =>
        asAdmin(`set session_replication_role = 'replica';
          update audit_event set content = replace(content, '${from}', '${to}') where seq = 10`);
      await tamper('"actor"', '"Actor"');
      await send(auditor, `${TRAIL}/check`, {});
      const text = await page();
      await tamper('"Actor"', '"actor"');
      expect(text).toContain('The trail breaks at event 10: its content is not what was recorded.');
    });

    it('shows an event that nobody can read, instead of falling over it', async () => {
      const [was] = await asAdmin<{ content: string }>('select content from audit_event where seq = 10');
      await asAdmin(`set session_replication_role = 'replica';
        update audit_event set content = 'gone' where seq = 10`);
      const text = await page('?before=11');
      await connected(test.database.adminUrl, async (client) => {
        await client.query("set session_replication_role = 'replica'");
        await client.query('update audit_event set content = $1 where seq = 10', [was!.content]);
      });
      expect(text).toContain('did something that cannot be read');
    });
  });

  describe('goes into a file', () => {
    it('as JSON, from which the chain can be worked out again', async () => {
      const { text, headers } = await file(`${TRAIL}.json`);
      expect(headers['content-disposition']).toBe('attachment; filename="audit-trail.json"');
      const events = (JSON.parse(text) as ExportedEvent[]).reverse();
      let before = '0'.repeat(64);
      for (const line of text
        .split('\n')
        .filter((one) => one.startsWith('{'))
        .reverse()) {
        const { seq, hash, previousHash } = events.shift()!;
        const content = line.slice(line.indexOf('"event":') + 8).replace(/\},?$/, '');
        expect(previousHash).toBe(before);
        expect(createHash('sha256').update(`${before}\n${seq}\n${content}`).digest('hex')).toBe(hash);
        before = hash;
      }
      expect(events).toEqual([]);
    });

    it('as CSV, a row for each change', async () => {
      const { text } = await file(`${TRAIL}.csv?about=${records.accepted.id}`);
      const [header, ...rows] = text.trimEnd().split('\r\n');
      expect(header).toBe('number,at,who,what,changed,before,after,why,reason,type,subject,hash');
      expect(rows.some((row) => /^\d+,20\d\d-.*,FiguresSaved,/.test(row))).toBe(true);
    });

    it('as an empty list where nothing is found', async () => {
      expect((await file(`${TRAIL}.json?by=Nobody`)).text).toBe('[]\n');
    });
  });

  describe('knows of every file of it that left', () => {
    const newest = async () =>
      (
        await asAdmin<{ seq: number; type: string; content: string; subject_id: string }>(
          'select seq::int, type, content, subject_id from audit_event order by seq desc limit 1',
        )
      )[0]!;

    it('with who took it, its name and what was asked for', async () => {
      for (const format of ['csv', 'json']) {
        const before = await newest();
        await file(`${TRAIL}.${format}?kind=plan`);
        const event = await newest();
        expect([event.seq, event.type]).toEqual([before.seq + 1, 'FileDownloaded']);
        expect(JSON.parse(event.content)).toMatchObject({
          actor: { name: 'Aude Example' },
          data: { file: `audit-trail.${format}`, address: `${TRAIL}.${format}?kind=plan` },
        });
      }
      expect(await page('?kind=trail')).toContain(`downloaded audit-trail.csv (${TRAIL}.csv?kind=plan)`);
    });

    it('and lets none go that it cannot record', async () => {
      await asAdmin(`create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
        create trigger fail before insert on audit_event for each row execute function fail()`);
      const answer = await send(auditor, `${TRAIL}.csv`, {});
      await asAdmin('drop trigger fail on audit_event');
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('FiguresSaved');
    });
  });
});
