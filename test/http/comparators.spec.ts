import { addDays, type CalendarDate } from '@lib/kernel';
import { LONDON_BOROUGHS } from '@lib/published-data';
import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import type { Agent } from 'supertest';
import { fileOf, importFile } from '../importing/support/import-files.js';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { type Fields, send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const MEASURE = `${HOME}/measures/residential-burglary`;
const GROUPS = `${HOME}/comparator-groups`;
const MONTHS = ['2023', '2024'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}${String(month + 1).padStart(2, '0')}`),
);

/** Each borough has 100 in 2023 and 100 in 2024, Kingston 80 in 2024; Barnet has no row. */
function counts(): string {
  const rows = Object.entries(LONDON_BOROUGHS)
    .filter(([, name]) => name !== 'Barnet')
    .map(([code, name]) => {
      const ofMonth = (month: string) =>
        month === '202312' ? 100 : month === '202412' ? (code === 'E09000021' ? 80 : 100) : 0;
      return ['BURGLARY', 'DOMESTIC BURGLARY', name, ...MONTHS.map(ofMonth)].join(',');
    });
  return [`MajorText,MinorText,BoroughName,${MONTHS.join(',')}`, ...rows, ''].join('\r\n');
}

/** 100,000 live in each borough; how many in Bexley is not said. */
function populations(): Promise<Buffer> {
  const rows = Object.entries(LONDON_BOROUGHS)
    .filter(([, name]) => name !== 'Bexley')
    .map(([code, name]) => [code, name, 'London Borough', 100_000, 90_000]);
  return zipOf(
    workbookParts({
      'Cover sheet': sheetRows([['The tables were originally published at 9.30am 23 November 2023.']]),
      MYE4: sheetRows([
        ['MYE4: Population estimates: Summary for England and Wales, mid-2021 to mid-2022'],
        ['This worksheet contains one table.'],
        ['Code', 'Name', 'Geography', 'Mid-2022', 'Mid-2021'],
        ...rows,
      ]),
    }),
  );
}

describe('a measure beside other areas', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  let yesterday: CalendarDate;
  beforeAll(async () => {
    test = await startTestApp();
    // Yesterday the demonstration was there, and nothing that is done here.
    yesterday = test.clock.today();
    await goTo(test, addDays(yesterday, 1));
    onlooker = await lookInto(test.database);
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const page = async (path: string) => mainText((await analyst.get(path).expect(200)).text);
  const beside = (query = '') => page(`${MEASURE}/comparators${query}`);
  const said = async (path: string, fields: Fields) => {
    const { status, headers } = await send(analyst, path, fields);
    expect([path, status]).toEqual([path, 303]);
    return headers['location']!;
  };
  const neighbours = async () =>
    (
      await onlooker.rows<{ id: string }>(
        "select id from comparator_group where name = 'South-west London'",
        [],
      )
    )[0]!.id;
  const load = (content: string | Uint8Array, name?: string) =>
    importFile({ get: test.app.get.bind(test.app) }, fileOf(content, name));

  it('says what is missing, until all is there', async () => {
    expect(await beside()).toContain('Nobody has said yet where this measure is published');
    await load(counts());
    const fields = { source: 'mps-borough', series: ['burglary-residential'], area: 'E09000021' };
    await said(`${MEASURE}/published-sum`, fields);
    const text = await beside();
    expect(text).toContain(
      'No estimates of how many people live there are loaded, so that no rate is given.',
    );
    expect(text).toMatch(/Kingston upon Thames \(this partnership\) 80 100 \[x\] \[x\] \[x\] \[x\] No rate/);
    expect((await load(await populations(), 'population.xlsx')).state).toBe('applied');
    expect(await beside()).not.toContain('No estimates');
  });

  it('shows what stood on an earlier day', async () => {
    expect(await beside(`?as-at=${yesterday}`)).toContain(
      'Nobody has said yet where this measure is published',
    );
  });

  // (80/100)/(3000/3000) = 0.80; √(1/100 + 1/80 + 2/3000) = 0.1522, so 0.59 to 1.08.
  it('says first whether it changed more than elsewhere, and what chance makes', async () => {
    const text = await beside();
    expect(text).toContain(
      'Residential burglary in Kingston upon Thames fell by 20% in twelve months, and in the rest of London it stayed the same: the difference is within what chance makes (one change over the other: 0.80, 95% range 0.59 to 1.08).',
    );
    expect(text).toContain(
      'Kingston upon Thames: 80 in January to December 2024, 100 a year before; in the rest of London 3,000 and 3,000.',
    );
    expect(text).toContain(
      'To be compared with care. The Metropolitan Police Service records crime in another system',
    );
  });

  // 80 against 100 over equal populations is nothing that a conditional test held to 0.05/29 would call different.
  it('gives no place without what chance leaves open, and no list by rate', async () => {
    const text = await beside();
    expect(text).toContain(
      'The rate is the 30th highest of 30; by chance it may be anything from the 1st to the 30th.',
    );
    expect(text).toContain(
      'Of 30 areas 0 lie above and 0 below the 99.8% limits; 30 lie within the 95% limits.',
    );
    // Byar's 95% range of 80 is 63.4 to 99.6.
    expect(text).toContain(
      'Kingston upon Thames (this partnership) 80 100 100,000 0.8 0.6 to 1.0 Not significant: within the limits',
    );
    const names = Object.values(LONDON_BOROUGHS).map((name) => text.lastIndexOf(` ${name} `));
    expect(names).toEqual(names.toSorted((a, b) => a - b));
  });

  it('leaves out what it lacks, says so, and makes it no zero', async () => {
    const text = await beside();
    expect(text).toContain('No figure, and so left out: Barnet.');
    expect(text).toContain('No number of those who live there, and so left out: Bexley.');
    expect(text).toContain('Barnet [x] no row [x] no row 100,000 [x] [x] [x] No rate');
    expect(text).toContain('They are not, and residents stand in for them.');
    expect(text).toContain('Residents at mid-2022: Mid-year population estimates');
    expect(text).toContain(
      'release of 23 November 2023. Those who live there, and not those who visit or work there.',
    );
    expect(text).toContain('All areas and both years are from this one release.');
  });

  it('compares the last whole quarter, and draws the funnel for wide and for narrow windows', async () => {
    expect(await beside('?span=quarter')).toContain('in October to December 2024');
    const { text } = await analyst.get(`${MEASURE}/comparators`);
    expect(text.match(/class="tracker-chart__svg"/g)).toHaveLength(2);
    expect(text).not.toMatch(/style=/);
    expect(await beside('?limits=widened')).toContain('Of 30 areas');
  });

  // (80/100)/(400/400) = 0.80; √(1/100 + 1/80 + 2/400) = 0.1658, so 0.58 to 1.11.
  it('is laid beside a group of its own, whose members are dated', async () => {
    const id = await neighbours();
    expect(await beside(`?group=${id}`)).toContain(
      'in the rest of South-west London it stayed the same: the difference is within what chance makes (one change over the other: 0.80, 95% range 0.58 to 1.11).',
    );
    await said(`${GROUPS}/${id}/members`, {
      ...{ fromOn: '1 10 2024', reason: 'The command was split' },
      members: ['E09000021', 'E09000024', 'E09000029'],
    });
    const after = await beside(`?group=${id}`);
    expect(after).toContain('The group has had these members since 1 October 2024.');
    expect(after).toContain('highest of 3');
    expect(after).not.toMatch(/Wandsworth \d/);
    expect(await page(`${GROUPS}/${id}`)).toMatch(
      /1 October 2024 .*Kingston upon Thames, Merton, Sutton Left: Richmond upon Thames, Wandsworth The command was split .*1 April 2010 until 1 October 2024/,
    );
  });

  it('keeps the members that it had, for pages of earlier days', async () => {
    const then = await page(`${GROUPS}/${await neighbours()}?as-at=${yesterday}`);
    expect(then).toContain('Sutton, Wandsworth');
    expect(then).not.toContain('Left:');
  });

  it('is compared with the usual group, until the group ends', async () => {
    const id = await neighbours();
    await said(`${GROUPS}/usual`, { group: id });
    expect(await beside()).toContain('in the rest of South-west London');
    await said(`${GROUPS}/${id}/end`, { fromOn: '1 1 2026', reason: 'Nobody looks at it' });
    expect(await beside(`?group=${id}`)).toContain('This group is not in force on that day');
    expect(await beside('?group=london')).toContain('in the rest of London');
    expect((await analyst.get(`${MEASURE}/comparators?group=nobody`)).status).toBe(404);
    const [event] = await onlooker.rows<{ content: string }>(
      "select content from audit_event where type = 'ComparatorGroupEnded' order by seq desc limit 1",
      [],
    );
    expect(event!.content).toContain('Nobody looks at it');
  });

  it('keeps every version of a group as it was', async () => {
    for (const sql of [
      "update comparator_group set name = 'x'",
      'delete from comparator_group_version',
      "update comparator_group_version set reason = 'x'",
      'delete from comparator_group_member',
      "insert into comparator_group_member select partnership_id, id, 'E09000001' from comparator_group_version where not ends limit 1",
      'delete from comparator_choice',
    ])
      await expect(onlooker.rows(sql, [])).rejects.toMatchObject({ code: '42501' });
  });
});
