import type { Id } from '@lib/kernel';
import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const MEASURES = '/partnerships/kingston/measures';
const WHOLE = `${MEASURES}/serious-acquisitive-crime`;

describe('a measure that is broken down', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const page = async (path = WHOLE) => mainText((await analyst.get(path)).text);
  const idOf = async (slug: string) =>
    (await onlooker.rows<{ id: Id }>('select id from measure where slug = $1', [slug]))[0]!.id;
  const breakDown = async (by: string, slugs: readonly string[], whole = WHOLE) =>
    send(analyst, `${whole}/breakdowns`, { by, categories: await Promise.all(slugs.map(idOf)) });
  const standing = () =>
    onlooker.rows<{ id: Id; by: string }>(
      'select id, by from breakdown where superseded_at is null order by by',
      [],
    );

  it('shows its categories side by side with the whole, with what each is of it', async () => {
    expect(await page()).toMatch(
      /By Offence .*Residential burglary 126 135 210 166 42\.9% Robbery 52 44 68 64 16\.5% .* All 368 464 476 387/,
    );
    const officer = await test.signedInAs('officer@police.example');
    expect(mainText((await officer.get(WHOLE)).text)).toContain('By Offence');
    expect((await officer.get(`${WHOLE}/breakdowns`)).status).toBe(403);
  });

  it('says what the categories leave out, and when they come to more than the whole', async () => {
    expect((await breakDown('Place', ['residential-burglary', 'robbery'])).status).toBe(303);
    expect(await page()).toContain('In January to March 2011 157 of 387 are in none of these categories.');
    const few = `${MEASURES}/theft-or-taking-of-motor-vehicle`;
    await breakDown('Nonsense', ['residential-burglary', 'robbery'], few);
    const text = await page(few);
    expect(text).toContain('the categories come to 196 more than the whole: something is in two of them');
    // Of fewer than 50 no share is shown.
    expect(text).not.toContain('Share of the newest quarter');
  });

  it('gives way to another of the same name, and both are kept', async () => {
    const before = (await standing()).find(({ by }) => by === 'Place')!;
    await breakDown(' place ', ['residential-burglary', 'knife-crime']);
    const after = (await standing()).filter(({ by }) => by.toLowerCase() === 'place');
    expect(after).toHaveLength(1);
    expect(after[0]!.id).not.toBe(before.id);
    const [event] = await onlooker.rows<{ content: string }>(
      "select content from audit_event where type = 'MeasureBrokenDown' order by seq desc limit 1",
      [],
    );
    expect((JSON.parse(event!.content) as { data: object }).data).toMatchObject({
      ...{ measure: 'Serious acquisitive crime', by: 'place' },
      categories: ['Residential burglary', 'Knife crime'],
    });
  });

  it('takes neither itself, nor one alone, nor what is counted in another unit', async () => {
    const before = await onlooker.contents();
    for (const slugs of [
      ['robbery'],
      ['robbery', 'serious-acquisitive-crime'],
      ['robbery', 'antisocial-behaviour-reports'],
    ]) {
      const refused = await breakDown('Anything', slugs);
      expect([slugs, refused.status]).toEqual([slugs, 422]);
      expect(mainText(refused.text)).toContain('Select two categories or more that are in force');
      expect(refused.text).toContain('value="Anything"');
    }
    expect(await onlooker.contents()).toEqual(before);
  });

  it('is taken off its page with a reason, and is there again on the days it was', async () => {
    const { id } = (await standing()).find(({ by }) => by === 'place')!;
    const path = `${WHOLE}/breakdowns/${id}/withdrawal`;
    expect((await send(analyst, path, { reason: ' ' })).status).toBe(422);
    test.clock.setTo(new Date('2027-02-01T12:00:00Z'));
    analyst = await test.signedInAs('analyst@partnership.example');
    expect((await send(analyst, path, { reason: 'Nobody reads it' })).status).toBe(303);
    await page(); // the notice is read once
    expect(await page()).not.toContain('By place');
    expect(await page(`${WHOLE}?as-at=2027-01-31`)).toContain('By place');
    expect((await send(analyst, path, { reason: 'Again' })).status).toBe(404);
  });

  it('is changed by nobody, not in the database either', async () => {
    for (const sql of [
      "update breakdown set by = 'x'",
      'delete from breakdown',
      'update breakdown_category set measure_id = breakdown_id',
      'delete from breakdown_category',
      `insert into breakdown_category select partnership_id, id, measure_id from breakdown limit 1`,
    ])
      await expect(onlooker.rows(sql, [])).rejects.toMatchObject({ code: '42501' });
  });
});
