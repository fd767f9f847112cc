import { addDays, calendarDate, type CalendarDate } from '@lib/kernel';
import { formatDate } from '@lib/ui';
import type { Agent } from 'supertest';
import { EVENTFUL_DAYS } from './support/eventful-days.js';
import { KingstonAtWork } from './support/kingston-at-work.js';
import { mainText, titleOf } from './support/html.js';
import { goTo } from './support/time-travel.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
/** After the demonstration was made, and in summer, when a London day does not end when one of Greenwich does. */
const FIRST_DAY = calendarDate(`${new Date().getFullYear() + 1}-06-01`);

/** A day on which a revision of the plan was a draft. */
const DRAFT_DAY = addDays(
  FIRST_DAY,
  EVENTFUL_DAYS.findIndex(([what]) => what === 'an action under it is written otherwise'),
);

/** A correction, and the return of each of the five authorities for a quarter that was opened later. */
const LATER_RETURNS = 6;

/** How a return that is a draft says so. */
const DRAFT = /govuk-tag[^>]*>\s*Draft\s*</;

const PAGES = [
  '/board',
  '/board?year=2010-11',
  '/board?year=2011-12',
  '/board?year=2009-10',
  `/changes?since=${addDays(FIRST_DAY, -1)}`,
  `/changes.csv?since=${addDays(FIRST_DAY, -1)}`,
  '/forecast-record',
  '/measures',
  '/measures/residential-burglary',
  '/measures/residential-burglary/definition',
  '/measures/residential-burglary/figures.csv',
  '/measures/serious-acquisitive-crime',
  '/measures/serious-acquisitive-crime/definition',
  '/measures/robbery',
  '/plan',
  '/plan/upper-plans',
  '/decisions',
  '/measures/knife-crime',
  '/quarters',
];

describe('pages as they stood', () => {
  let test: TestApp;
  let kingston: KingstonAtWork;
  /** What each page showed at the end of each day; of returns and plan versions, those that there were. */
  const shown = new Map<CalendarDate, Map<string, string>>();
  const days = EVENTFUL_DAYS.map((_, index) => addDays(FIRST_DAY, index));
  const after = addDays(FIRST_DAY, days.length);
  /** Reads everything and may do nothing about it: what is offered to do is not offered in the past. */
  let auditor: Agent;

  beforeAll(async () => {
    test = await startTestApp();
    kingston = await KingstonAtWork.start(test);
    for (const [index, [, happens]] of EVENTFUL_DAYS.entries()) {
      const day = await goTo(test, days[index]!);
      // The last second of the London day, in summer.
      test.clock.setTo(new Date(`${day}T22:59:50Z`));
      await happens(kingston);
      auditor = await test.signedInAs('auditor@partnership.example');
      const dayBefore = shown.get(days[index - 1]!);
      const pages = new Map<string, string>();
      const look = async (path: string) =>
        pages.set(path, contentOf((await auditor.get(HOME + path).expect(200)).text));
      for (const path of new Set([...PAGES, ...(await kingston.planning.pages())])) await look(path);
      for (const id of await kingston.allReturns()) {
        const [path, file] = [`/returns/${id}`, `/returns/${id}/figures.csv`];
        await look(path);
        // The file of a return says nothing that its page does not.
        if (pages.get(path) === dayBefore?.get(path)) pages.set(file, dayBefore!.get(file)!);
        else await look(file);
      }
      shown.set(day, pages);
    }
    await goTo(test, after);
    auditor = await test.signedInAs('auditor@partnership.example');
  }, 300_000);
  afterAll(() => test.close());

  const asAt = (path: string, day: string, agent = auditor) =>
    agent.get(`${HOME}${path}${path.includes('?') ? '&' : '?'}as-at=${day}`);

  const planPages = (day: CalendarDate) =>
    [...shown.get(day)!.keys()].filter((path) => /^\/(plan|decisions)/.test(path));

  /**
   * Whether a day is the first or the last on which a page showed this. On the first it has to know what just happened,
   * on the last it must not know what is about to; on a day between them it has to do neither.
   */
  function turns(path: string, day: CalendarDate): boolean {
    const [before, on, then] = [-1, 0, 1].map((days) => shown.get(addDays(day, days))?.get(path));
    return before !== on || on !== then;
  }

  it('change on every one of the days, so that the tests below can fail', () => {
    const all = days.map((day) => JSON.stringify([...shown.get(day)!]));
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(EVENTFUL_DAYS.map(([what], index) => [days[index]!, what] as const))(
    'on %s, when %s',
    async (day) => {
      for (const [path, then] of shown.get(day)!) {
        if (!turns(path, day)) continue;
        const { status, text } = await asAt(path, day);
        // Of a draft everything but what was in it, which is all that its file says.
        const draft = isDraft(shown.get(day)!, path);
        if (draft && path.endsWith('.csv')) continue;
        expect([path, status]).toEqual([path, 200]);
        const [is, was] = [contentOf(text), then].map((content) =>
          draft ? beforeFigures(content) : content,
        );
        expect([path, is]).toEqual([path, was]);
      }
    },
  );

  it('show no return, no quarter and no plan version that there was not yet', async () => {
    const [first, last] = [shown.get(days[0]!)!, shown.get(days.at(-1)!)!];
    const later = [...last.keys()].filter((path) => !first.has(path));
    expect(later.filter((path) => /^\/returns\/[^/]*$/.test(path))).toHaveLength(LATER_RETURNS);
    expect(later).toContainEqual(expect.stringMatching(/^\/plan\/versions\/[^/]*$/));
    for (const path of later) expect((await asAt(path, days[0]!)).status).toBe(404);
  });

  it('say so in title and banner, keep the day in their links, and offer the way back to now', async () => {
    const day = days[3]!;
    const { text } = await asAt('/board?year=2010-11', day);
    expect(titleOf(text)).toContain(`Board, 2010/11, as it stood on ${formatDate(day)}`);
    expect(mainText(text)).toContain(
      `As it stood at the end of ${formatDate(day)}. Later changes are not shown.`,
    );
    const links = [...mainOf(text).matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]!);
    expect(links).toContain(`${HOME}/board?year=2010-11`);
    const undated = links.filter((href) => !href.includes(`as-at=${day}`));
    expect(undated).toEqual([`${HOME}/board?year=2010-11`]);
  });

  it('of the plan lead to each other and to the measures as of that day, and to nothing else', async () => {
    for (const path of planPages(DRAFT_DAY)) {
      const { text } = await asAt(path, DRAFT_DAY);
      const links = [...mainOf(text).matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]!);
      // The audit trail is the same on every day: it says when each thing was done.
      const undated = links.filter(
        (href) => !href.includes(`as-at=${DRAFT_DAY}`) && !href.startsWith(`${HOME}/audit-trail?about=`),
      );
      expect(undated).toEqual([expect.stringMatching(`^${HOME}${path.replace('?', '\\?')}`)]);
      expect(text).toContain('As it stood at the end of');
    }
  });

  it('of a comparison keep the day when another version is chosen', async () => {
    const changes = planPages(DRAFT_DAY).find((path) => path.endsWith('/changes'))!;
    const { text } = await asAt(changes, DRAFT_DAY);
    expect(mainOf(text)).toContain(`<input type="hidden" name="as-at" value="${DRAFT_DAY}">`);
  });

  it('are asked for by a box that keeps the year', async () => {
    const { text } = await auditor.get(`${HOME}/board?year=2010-11`);
    const form = /<form class="tracker-as-at-field"[\s\S]*?<\/form>/.exec(text)![0];
    expect(form).toContain(`action="${HOME}/board"`);
    expect(form).toContain('<input type="hidden" name="year" value="2010-11">');
    const typed = await auditor
      .get(`${HOME}/board`)
      .query({ year: '2010-11', 'as-at': formatDate(days[3]!) });
    expect(contentOf(typed.text)).toBe(shown.get(days[3]!)!.get('/board?year=2010-11'));
  });

  it('offer nothing to change', async () => {
    const [analyst, officer] = await Promise.all(
      ['analyst@partnership.example', 'officer@police.example'].map((email) => test.signedInAs(email)),
    );
    const handedBack = (await kingston.returns()).get('2010-11-q4 1')!;
    const looks: [Agent, string, CalendarDate][] = [
      [analyst!, '/measures/residential-burglary', days[2]!],
      [analyst!, '/measures/residential-burglary/definition', days[2]!],
      [analyst!, '/quarters', days[2]!],
      [analyst!, '/board', days[2]!],
      [officer!, `/returns/${handedBack}`, days[2]!],
      ...planPages(DRAFT_DAY).map((path): [Agent, string, CalendarDate] => [analyst!, path, DRAFT_DAY]),
    ];
    for (const [agent, path, day] of looks) {
      const { text } = await asAt(path, day, agent).expect(200);
      expect(mainOf(text)).not.toContain('method="post"');
      expect(mainOf(text)).not.toMatch(
        /href="[^"]*\/(target|marks|status-rules|declared-status|dates|closing|reopening|opening|figures|decision|restatement|acceptance|checks|change|new|new-\w+|revision|consultation|adoption|removal|wording|actions|findings|regard|senior-person)\b(?!\.csv|s)/,
      );
    }
  });

  it('say of a draft that it is not kept', async () => {
    const path = `/returns/${(await kingston.returns()).get('2011-12-q1 1')!}`;
    const text = mainText((await asAt(path, days[0]!)).text);
    expect(text).toContain('What was in a draft on a day is not kept, so no figures are shown.');
    expect(text).toContain('Not kept');
    expect(text).not.toContain('Nothing entered yet');
    expect(text).not.toContain('Download these figures');
    expect((await asAt(`${path}/figures.csv`, days[0]!)).status).toBe(404);
  });

  it.each([
    ['2011-02-30', 'That is not a day. Go back and enter a real one, like 30 6 2011.'],
    ['yesterday', 'That is not a day. Go back and enter a real one, like 30 6 2011.'],
    ['2198-01-01', 'That day has not come yet. Go back and enter today or an earlier day, like 30 6 2011.'],
  ])('of %s are refused', async (day, says) => {
    for (const path of PAGES) {
      const { status, text } = await asAt(path, day);
      expect([path, status, mainText(text).includes(says)]).toEqual([path, 400, true]);
    }
  });

  it('of today, and of no day, are the pages of now', async () => {
    for (const day of [after, '', ' '])
      expect(mainOf((await asAt('/board', day)).text)).toBe(
        mainOf((await auditor.get(`${HOME}/board`)).text),
      );
  });

  it('of a day before anything was known say so', async () => {
    expect(mainText((await asAt('/board', '2001-01-01')).text)).toContain('Nothing to show yet');
    expect(mainText((await asAt('/quarters', '2001-01-01')).text)).toContain('No quarter is planned yet.');
    expect((await asAt('/measures/robbery', '2001-01-01')).status).toBe(404);
  });

  it('come as files under a name that says the day', async () => {
    const { headers } = await asAt('/measures/robbery/figures.csv', days[1]!);
    expect(headers['content-disposition']).toContain(`robbery-as-at-${days[1]}.csv`);
  });
});

function mainOf(html: string): string {
  return /<main\b[^>]*>[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
}

/** Everything a page shows, but for what says that it is of the past and what asks for a day; a file as it is. */
function contentOf(answer: string): string {
  return mainOf(answer)
    .replace(/<div class="govuk-inset-text tracker-as-at[\s\S]*?<\/div>/, '')
    .replace(/<form class="tracker-as-at-field"[\s\S]*?<\/form>/, '')
    .replace(/<input type="hidden" name="as-at"[^>]*>/, '')
    .replace(/[?&](amp;)?as-at=\d{4}-\d\d-\d\d/g, '')
    .replace(/\s*\n\s*/g, '\n');
}

/** Whether a path is of a return that was a draft, or its file: what is in a draft is not kept. */
function isDraft(pages: ReadonlyMap<string, string>, path: string): boolean {
  return path.startsWith('/returns/') && DRAFT.test(pages.get(path.replace('/figures.csv', ''))!);
}

function beforeFigures(content: string): string {
  return content.split('<table')[0]!;
}
