import { FinancialQuarter } from '@lib/kernel';
import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { KingstonAtWork, MEASURE, Q3 } from './support/kingston-at-work.js';
import { goTo } from './support/time-travel.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const YEAR = new Date().getFullYear() + 1;
const day = (name: string) => `${YEAR}-${name}`;
const MET =
  '627 offences, against 646 the year before (−2.9%). A difference this size is common by chance. The target of 630 or fewer was met.';
/** The quarter that everybody owes at first. */
const OPEN = FinancialQuarter.of(2011, 1);

describe('what has changed since a day', () => {
  let test: TestApp;
  let board: Agent;
  let kingston: KingstonAtWork;

  const on = async (name: string, happens: (kingston: KingstonAtWork) => Promise<unknown>) => {
    await goTo(test, day(name));
    await happens(kingston);
  };

  beforeAll(async () => {
    test = await startTestApp();
    kingston = await KingstonAtWork.start(test);
    await on('06-01', async () => {
      await kingston.decide(Q3, 1, 'accept');
      await kingston.setTarget(600);
      await kingston.declare('red');
    });
    await on('06-03', () => kingston.planning.decide('More of the same', day('06-02')));
    await on('06-04', () => kingston.setTarget(595));
    await on('06-05', () => kingston.setTarget(630));
    await on('06-06', async () => {
      await kingston.restate(Q3);
      await kingston.send(Q3, 2, 200);
      await kingston.decide(Q3, 2, 'approve');
    });
    await on('06-07', async () => {
      await kingston.close(OPEN, true);
      await kingston.reopen(OPEN, 'Late figures');
    });
    await on('06-08', async () => {
      await kingston.declare('green');
      await kingston.mark('Counted by others', 'knife-crime');
    });
    await on('06-09', async () => {
      await kingston.planning.beginRevision();
      await kingston.planning.retitle('Fewer burglaries');
      await kingston.planning.consult();
    });
    await on('06-10', () => kingston.planning.adopt());
    await on('06-11', () => kingston.defineAnew(MEASURE, 'Burglary of homes'));
    await on('06-12', () => kingston.send(OPEN, 1, 150));
    await on('06-13', () => kingston.decide(OPEN, 1, 'approve'));
    await goTo(test, day('06-14'));
    board = await test.signedInAs('board@partnership.example');
  }, 120_000);
  afterAll(() => test.close());

  const csv = async (query: string) => {
    const { text } = await board.get(`${HOME}/changes.csv${query}`).expect(200);
    return text.trimEnd().split('\r\n').slice(1);
  };

  const kinds = (rows: readonly string[]) =>
    [...new Set(rows.map((row) => /^"[^"]*"|^[^,]*/.exec(row)![0]))].map(
      (kind) => `${kind} ${rows.filter((row) => row.startsWith(`${kind},`)).length}`,
    );

  it('is told from the last board on record, each thing once, from then to now', async () => {
    const rows = await csv('');
    expect(rows.filter((row) => !/^(Figures approved|"Results)/.test(row))).toEqual([
      // 210 were counted in that quarter, and 637 in the year. Ten fewer is 627, which meets 630.
      `Statuses that moved,"Burglary of homes, 2010/11",Not met,Met,"${MET}",,${day('06-06')}`,
      `Figures restated,"Burglary of homes, October to December 2010",210,200 [r],Ten were counted twice,Priya Example,${day('06-06')}`,
      `Quarters reopened,"Metropolitan Police Service, April to June 2011",Closed,Open until 1 January 2199,Late figures,Ana Example,${day('06-07')}`,
      `Targets changed,"Burglary of homes, 2010/11",At most 600 (600 offences or fewer),At most 630 (630 offences or fewer),"The board wants 630 (The board, 1 September 2010)",Ana Example,${day('06-05')}`,
      `Statuses declared,"Burglary of homes, 2010/11",Red,"Green, until 1 January 2199",It looks green,Ana Example,${day('06-08')}`,
      `Plan adopted,"Kingston priorities for 2010/11, version 2","Kingston priorities for 2010/11, version 1",In force from 1 October 2010,"The board, 1 September 2010",Ana Example,${day('06-10')}`,
      `Definitions changed,"Residential burglary, version 2, from 1 April 2027",Name: Residential burglary,Name: Burglary of homes,A clearer name (approved by: The board),Ana Example,${day('06-11')}`,
      `Marks on charts,"Burglary of homes, January to March 2011: Note",No mark,Target changed: At most 630,,Ana Example,${day('06-05')}`,
      `Marks on charts,"Knife crime, October to December 2010: Break in the series",No mark,Counted by others,,Ana Example,${day('06-08')}`,
    ]);
    // Of the eight counts that the police report the quarter is new; the sum of four of them moves with them.
    expect(kinds(rows).slice(-2)).toEqual([
      'Figures approved that are new 8',
      '"Results that moved, with the same status" 10',
    ]);
    expect(rows.find((row) => row.includes('Serious acquisitive crime, 2010/11'))).toMatch(
      /,"1,695 offences.*","1,685 offences/,
    );
  });

  it('says nothing of a draft, a return that is only sent, or a decision by itself', async () => {
    const rows = await csv(`?as-at=${day('06-09')}`);
    expect(kinds(rows)).toEqual([
      ...['Statuses that moved 1', 'Figures restated 1', 'Quarters reopened 1', 'Targets changed 1'],
      ...['Statuses declared 1', 'Marks on charts 2', '"Results that moved, with the same status" 1'],
    ]);
    expect((await csv(`?since=${day('06-11')}&as-at=${day('06-12')}`)).length).toBe(0);
  });

  it('is told between any two days, ends of days both', async () => {
    const between = (since: string, asAt: string) => csv(`?since=${day(since)}&as-at=${day(asAt)}`);
    // The second of two targets alone, beside the one before it: at the end of the 4th that stood.
    expect((await between('06-04', '06-05')).find((row) => row.startsWith('Targets'))).toContain(
      'At most 595 (595 offences or fewer),At most 630 (630 offences or fewer)',
    );
    expect(kinds(await between('06-07', '06-08'))).toEqual(['Statuses declared 1', 'Marks on charts 1']);
    expect(kinds(await between('06-09', '06-10'))).toEqual(['Plan adopted 1']);
    expect(kinds(await between('06-10', '06-11'))).toEqual(['Definitions changed 1']);
    expect(kinds(await between('06-11', '06-13'))[0]).toBe('Figures approved that are new 8');
    expect(kinds(await between('06-06', '06-07'))).toEqual(['Quarters reopened 1']);
  });

  it('takes the day of the last board that was on record then, or the start of the quarter', async () => {
    const at = async (asAt: string) =>
      mainText((await board.get(`${HOME}/changes?as-at=${asAt}`).expect(200)).text);
    expect(await at(day('06-03'))).toContain(`Nothing has changed since the board of 2 June ${YEAR}`);
    // On the 2nd nobody had recorded that day's board yet: the last one known was that of the plan.
    expect(await at(day('06-02'))).toContain('since the board of 1 September 2010');
    expect(await at('2001-02-03')).toContain('Nothing has changed since 1 January 2001');
    expect(await at('2001-02-03')).toContain('this is the first day of the quarter');
    expect(await at('2001-04-01')).toContain('Nothing has changed since 1 January 2001');
  });

  it('is counted on the board page, which leads here, as of its day', async () => {
    for (const [asAt, count] of [
      ['', (await csv('')).length],
      [day('06-09'), (await csv(`?as-at=${day('06-09')}`)).length],
    ] as const) {
      const { text } = await board.get(`${HOME}/board?as-at=${asAt}`).expect(200);
      expect(mainText(text)).toContain(`${count} things have changed since the board of 2 June ${YEAR}`);
      const href = `${HOME}/changes?since=${day('06-02')}${asAt && `&amp;as-at=${asAt}`}`;
      expect(text).toContain(`href="${href}"`);
      const page = mainText((await board.get(href.replace('&amp;', '&')).expect(200)).text);
      expect(page).toContain(`${count} things have changed since 2 June ${YEAR}.`);
    }
  });

  it('leads to what has changed, as of the same day', async () => {
    const { text } = await board.get(`${HOME}/changes?as-at=${day('06-12')}`).expect(200);
    const main = /<main\b[^>]*>[\s\S]*<\/main>/.exec(text)![0];
    const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]!);
    expect(links.filter((href) => !href.includes(`as-at=${day('06-12')}`))).toEqual([`${HOME}/changes`]);
    for (const href of new Set(links)) await board.get(href.replaceAll('&amp;', '&')).expect(200);
  });

  it.each([
    ['tomorrow', '', 'The day must be a real date, like 31 3 2027'],
    [day('06-14'), '', 'The day must be before today'],
    [day('06-05'), day('06-05'), `The day must be before 5 June ${YEAR}`],
  ])('of %s, as at %j, is refused, with what was typed still there', async (since, asAt, says) => {
    for (const path of ['/changes', '/changes.csv']) {
      const { status, text } = await board.get(HOME + path).query({ since, 'as-at': asAt });
      expect([status, mainText(text).includes(says)]).toEqual([422, true]);
      expect(text).toContain(`value="${since}"`);
    }
  });

  it('makes no formula in a spreadsheet of what somebody typed', async () => {
    await goTo(test, day('06-15'));
    await kingston.reopen(OPEN, '=1+1');
    await goTo(test, day('06-16'));
    board = await test.signedInAs('board@partnership.example');
    const rows = await csv(`?since=${day('06-14')}`);
    expect(rows).toEqual([expect.stringContaining(",'=1+1,")]);
  });
});
