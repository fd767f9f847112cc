import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { openTheYear, type Records, recordsOf } from '../http/support/records.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { expectNoSidewaysScroll } from './reflow.js';

const HOME = '/partnerships/kingston';
const ANALYST = 'analyst@partnership.example';
const NOBODY = 'somebody who is not signed in';

/** Every page, with somebody who sees it as fully as anybody. */
const PAGES: readonly {
  person: string;
  /** Which of the pages that this person sees, where they are many. */
  what?: string;
  paths: (records: Records) => string[];
  answers?: number[];
}[] = [
  {
    person: NOBODY,
    paths: () => ['/sign-in', '/signed-out', '/help', '/accessibility', '/cookies', '/privacy', '/nowhere'],
    answers: [404],
  },
  {
    person: 'officer@police.example',
    paths: ({ draft, complete, submitted, accepted }) => [
      '/returns',
      '/all-returns',
      `/returns/${draft.id}`,
      `/returns/${draft.id}/figures`,
      `/returns/${draft.id}/paste`,
      `/returns/${draft.id}/nil`,
      `/returns/${complete.id}/sources`,
      `/returns/${draft.id}/commentary`,
      `/returns/${draft.id}/upload`,
      `/returns/${draft.id}/check`,
      `/returns/${complete.id}/figures`,
      `/returns/${complete.id}/check`,
      `/returns/${submitted.id}`,
      `/returns/${accepted.id}`,
      `/returns/${accepted.id}/restatement`,
    ],
  },
  {
    person: 'approver@police.example',
    paths: ({ submitted, approved }) => [
      '/approvals',
      '/delegations',
      `/returns/${submitted.id}`,
      `/returns/${submitted.id}/decision`,
      `/returns/${approved.id}`,
    ],
  },
  { person: 'approver@council.example', paths: () => ['/approvals'] },
  {
    person: ANALYST,
    paths: ({ approved, measure, mark, quarter, returnForm }) => [
      '/all-returns',
      '/quarters',
      '/returns-over-time',
      '/checks',
      '/return-forms',
      '/duties',
      '/duties?days=365',
      '/duties/CDA-17A',
      '/evidence',
      '/duties-met',
      '/calendar-address',
      '/happenings',
      '/return-forms/new',
      `/return-forms/${returnForm.id}/change`,
      `/quarters/${quarter}/dates`,
      '/quarters/2013-14-q1/opening',
      `/quarters/${quarter}/closing`,
      `/quarters/${quarter}/reopening`,
      `/returns/${approved.id}/acceptance`,
      '/measures/serious-acquisitive-crime',
      '/measures/catalogue',
      '/measures/new',
      '/measures/new?from=P11',
      '/measures/serious-acquisitive-crime/target',
      '/measures/serious-acquisitive-crime/definition/change',
      '/measures/antisocial-behaviour-reports/definition',
      '/measures/antisocial-behaviour-reports/definition/change',
      `/measures/${measure}/published`,
      `/measures/${measure}/published-sum`,
      `/measures/${measure}/comparators`,
      `/measures/${measure}/breakdowns`,
      `/measures/${measure}/marks`,
      `/measures/${measure}/marks/${mark}/withdrawal`,
      '/measures/serious-acquisitive-crime/status-rules',
      '/measures/serious-acquisitive-crime/declared-status',
    ],
  },
  {
    person: ANALYST,
    what: 'an occurrence of a duty and its evidence',
    paths: ({ dutyYear, evidence }) => [
      `/duties/FIS-5/strategy-group/${dutyYear}`,
      `/duties/FIS-5/strategy-group/${dutyYear}/progress`,
      ...['/evidence/new?duty=FIS-5/strategy-group', '/evidence/request'],
      ...['', '/versions', '/duties'].map((path) => `/evidence/${evidence.item}${path}`),
      `/evidence/${evidence.request}/request-withdrawal`,
      `/evidence-versions/${evidence.spareVersion}/withdrawal`,
    ],
  },
  {
    person: 'auditor@partnership.example',
    what: 'what an auditor records of a duty',
    paths: ({ dutyYear, evidence }) => [
      ...['', '/assessment'].map((path) => `/duties/FIS-5/strategy-group/${dutyYear}${path}`),
      `/evidence/${evidence.item}`,
    ],
  },
  {
    person: 'auditor@partnership.example',
    what: 'findings and workpapers',
    paths: ({ dutyYear, findings, workpaper }) => [
      ...['/findings', `/findings/new?on=duty:FIS-5/strategy-group/${dutyYear}`],
      ...[`/findings/${findings.toReport}`, `/findings/${findings.toReopen}/reopening`],
      ...[`/findings/${findings.toClose}/closure`, `/findings/${findings.toSendBack}/sending-back`],
      ...[`/findings/${findings.toWithdraw}/withdrawal`, '/workpapers', '/workpapers/new'],
      ...[`/workpapers/${workpaper.id}`, `/workpapers/${workpaper.id}/figures/${workpaper.figure}`],
      ...[`/workpapers/${workpaper.tested}`, `/workpapers/${workpaper.tested}/conclusion`],
    ],
  },
  {
    person: ANALYST,
    what: 'findings that are to be answered',
    paths: ({ findings }) => [
      ...[`/findings/${findings.toAnswer}`, `/findings/${findings.toAnswer}/response`],
      `/findings/${findings.toReport}/done`,
    ],
  },
  {
    person: ANALYST,
    what: 'comparator groups',
    paths: ({ comparatorGroup }) =>
      [
        '',
        '/new',
        '/usual',
        `/${comparatorGroup.id}`,
        `/${comparatorGroup.id}/members`,
        `/${comparatorGroup.spare}/end`,
      ].map((path) => `/comparator-groups${path}`),
  },
  {
    person: ANALYST,
    what: 'meetings, nominees and published summaries',
    paths: ({ meeting, nominating, summary }) => [
      '/meetings',
      '/meetings/new',
      `/meetings/${meeting.id}`,
      `/meetings/${meeting.spare}`,
      `/meetings/${meeting.spare}/correction`,
      `/meetings/${meeting.spare}/withdrawal`,
      '/nominees',
      `/nominees/${nominating.authority}/new`,
      `/nominees/${nominating.nominee}/withdrawal`,
      '/published-summaries',
      `/published-summaries/${summary.id}/withdrawal`,
    ],
  },
  {
    person: ANALYST,
    what: 'the plan and what hangs on it',
    paths: ({ plan }) => [
      '/plan',
      '/plan/new-plan',
      '/plan/revision',
      '/plan/new-upper-plan',
      '/decisions/new',
      `/plan/priorities/${plan.priority}/senior-person`,
      `/plan/priorities/${plan.priority}/regard/${plan.upperPlan}`,
    ],
  },
  {
    person: ANALYST,
    what: 'a draft of the plan and its moves',
    paths: ({ plan }) =>
      ['', '/changes', '/consultation', '/discard', '/adoption', `/priorities/${plan.priority}`].map(
        (path) => `/plan/versions/${plan.draft}${path}`,
      ),
  },
  {
    person: ANALYST,
    what: 'the parts of a draft of the plan',
    paths: ({ plan }) =>
      [
        ...['/new-priority', '/new-finding'],
        ...['wording', 'measures', 'new-action'].map((page) => `/priorities/${plan.priority}/${page}`),
        ...[`/actions/${plan.action}`, `/findings/${plan.finding}`, `/action/${plan.spareAction}/removal`],
      ].map((path) => `/plan/versions/${plan.draft}${path}`),
  },
  {
    person: ANALYST,
    what: 'published figures and the files they come in',
    paths: ({ publishedFiles, publishedAnswers, publishedRelease }) =>
      [
        ...['/answered', `/answered/${publishedAnswers.toSee}`],
        ...['', '/load', `/${publishedFiles.toAnswer}`, `/${publishedFiles.toWithdraw}`],
        `/${publishedFiles.toWithdraw}/withdrawal`,
        `/releases/${publishedRelease}`,
      ].map((path) => `/published-figures${path}`),
  },
  {
    person: 'board@partnership.example',
    what: 'the plan, meetings and nominees',
    paths: ({ meeting }) => [
      ...['/plan', '/plan?copy=public', '/plan/upper-plans', '/decisions'],
      ...['/meetings', `/meetings/${meeting.id}`, '/nominees', '/published-summaries'],
    ],
  },
  {
    person: 'board@partnership.example',
    paths: () => [
      '/board?year=2010-11',
      '/board?year=2011-12',
      '/changes',
      '/forecast-record',
      '/quarters',
      '/returns-over-time',
      '/measures',
      '/measures/serious-acquisitive-crime',
      '/measures/residential-burglary',
      '/measures/most-serious-violence',
      '/measures/orders-completed',
      '/people',
    ],
    answers: [403],
  },
  {
    person: 'auditor@partnership.example',
    paths: () => [
      '/audit-trail',
      '/audit-trail?before=20',
      '/audit-trail?kind=figures&from=1+4+2015',
      '/audit-trail?by=Nobody',
      '/audit-bundles',
      '/people',
    ],
  },
  {
    person: 'admin@partnership.example',
    paths: ({ person, role }) => ['/people', `/people/${person}/suspension`, `/roles/${role}/end`],
  },
];

describe('every page fits the window it is in', () => {
  const browser = useBrowser();
  let app: TestApp;
  let records: Records;

  beforeAll(async () => {
    app = await startTestApp();
    await openTheYear(app, 'kingston');
    records = await recordsOf(app, 'kingston', 'police');
  });
  afterAll(() => app?.close());

  it.each(PAGES.map((one) => ({ what: 'everything else', ...one })))(
    'as $person sees $what',
    async ({ person, paths, answers = [] }) => {
      const page = await browser.newPage({ answers });
      if (person !== NOBODY) await signIn(page, person);
      for (const path of paths(records)) {
        const address = `${await app.address()}${person === NOBODY ? '' : HOME}${path}`;
        expect((await page.goto(address))?.url()).toBe(address);
        await openEverything(page);
        for (const width of [1280, 820, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
        }
        await expectAccessible(page);

        await page.setViewportSize({ width: 640, height: 900 });
        await doubleTheText(page);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    },
  );

  it('prints figures, the board page and the copy of the plan that may be published', async () => {
    const page = await browser.newPage();
    await signIn(page, 'officer@police.example');
    for (const path of [
      `/returns/${records.complete.id}/figures`,
      '/board?year=2010-11',
      '/plan?copy=public',
    ]) {
      await page.goto(`${await app.address()}${HOME}${path}`);
      const printed = await page.pdf({ format: 'A4' });
      expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
      expect(printed.length).toBeGreaterThan(10_000);
    }
  });

  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${await app.address()}/sign-in`);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Sign out').waitFor();
  }

  /** What a page folds away has to fit too, once it is opened. */
  async function openEverything(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
  }

  /** As for somebody who sets their browser to letters twice the size. */
  async function doubleTheText(page: Page): Promise<void> {
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  }
});
