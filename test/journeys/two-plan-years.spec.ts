import { calendarDate, type CalendarDate, FinancialQuarter, londonDateOf } from '@lib/kernel';
import { formatDate } from '@lib/ui';
import { goTo } from '../http/support/time-travel.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Visitor } from './visitor.js';

/** The first plan year: what is recorded in it comes after the demonstration was made. */
const YEAR = FinancialQuarter.containing(londonDateOf(new Date())).financialYear + 2;
const [Q1, Q2, Q3, Q4] = ([1, 2, 3, 4] as const).map((number) => FinancialQuarter.of(YEAR, number)) as [
  FinancialQuarter,
  FinancialQuarter,
  FinancialQuarter,
  FinancialQuarter,
];
const NEXT_Q1 = Q4.next;

/** A day of the first plan year or after: a month before April belongs to the calendar year that follows. */
const day = (monthAndDay: string, year = YEAR) => calendarDate(`${year}-${monthAndDay}`);
const typed = (date: CalendarDate) => date.split('-').reverse().map(Number).join(' ');

const PLAN = 'A safer Kingston';
const BURGLARY = 'Residential burglary';
const FORM = 'Quarterly return';
/** What the police are asked in the first year; the second asks for knives, too, and no more of the council. */
const ASKED = [BURGLARY, 'Robbery', 'Theft from a motor vehicle', 'Theft or taking of a motor vehicle'];
const NOISE = 'Antisocial behaviour reported to the council (illustrative)';

/** What the board and the auditor read on a day, to be compared with what they are shown of it later. */
const PAGES = [
  '/board',
  '/measures/residential-burglary',
  '/measures/serious-acquisitive-crime',
  '/measures/robbery',
  '/quarters',
  '/return-forms',
  '/plan',
  '/decisions',
];

describe('two years of a plan', () => {
  const browser = useBrowser();
  let test: TestApp;
  const remembered = new Map<CalendarDate, Map<string, string>>();
  /** The returns of the police that were sent so far. */
  const returns = new Set<string>();

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test?.close());

  const as = async (email: string) =>
    new Visitor(await browser.newPage({ answers: [422] }), await test.address()).signIn(email);
  const analyst = () => as('analyst@partnership.example');
  const on = (date: CalendarDate) => goTo(test, date);

  it('are lived, and each day of them can be seen again as it was', async () => {
    await on(day('01-17'));
    await draftsThePlan();
    await on(day('02-14'));
    await boardDecides('The plan is adopted, and burglary is to fall.');
    await adoptsThePlan(day('04-01'));
    await saysWhatIsAsked(Q1, { police: ASKED, council: [NOISE] });
    await setsTheTarget(480, 'first');

    await on(day('07-01'));
    await opens(Q1);
    await sends(Q1, [120, 40, 150, 40]);
    await approves(Q1);
    await accepts(Q1);

    await on(day('09-20'));
    await remember(day('09-20'));

    // The first figures after the board: what it saw is corrected in front of it.
    await on(day('10-03'));
    await closesAndReopens(Q1);
    await corrects(Q1, 110);
    await approves(Q1, 'correction');
    await opens(Q2);

    await on(day('11-15'));
    await boardDecides('Burglary is to fall further.');
    await setsTheTarget(460, 'another');
    await changesADefinition(Q4);
    // Due on 30 October: half a month late.
    await sends(Q2, [118, 42, 149, 41], { late: true });
    await approves(Q2);

    await on(day('12-15'));
    await remember(day('12-15'));

    await on(day('01-10', YEAR + 1));
    await opens(Q3);
    await sends(Q3, [121, 44, 151, 39]);
    await sendsBack(Q3, 'Robbery leaves out the town centre');
    await sends(Q3, [121, 47, 151, 39]);
    await approves(Q3);

    await on(day('03-01', YEAR + 1));
    await revisesThePlan(day('04-01', YEAR + 1));
    await saysWhatIsAsked(NEXT_Q1, { police: [...ASKED, 'Knife crime'], council: [] });

    // Across 1 April two versions of the form are out, one for each side of it.
    await on(day('04-01', YEAR + 1));
    await opens(Q4);
    await opens(NEXT_Q1);
    await seesTwoVersionsOut();
    await on(day('04-02', YEAR + 1));
    await remember(day('04-02', YEAR + 1));

    await on(day('04-20', YEAR + 1));
    await sends(Q4, [119, 43, 148, 42]);
    await approves(Q4);
    await sendsNil(Q4);
    await on(day('07-04', YEAR + 1));
    await sends(NEXT_Q1, [117, 41, 147, 40, 25]);
    await approves(NEXT_Q1);
    await seesHowItWent();

    for (const date of remembered.keys()) await seesAgain(date);
  });

  async function draftsThePlan(): Promise<void> {
    const ana = await analyst();
    await ana.open('/plan/new-plan');
    await ana.fill('Title of the plan', PLAN);
    await ana.press('Begin this plan');
    await ana.follow('Add a priority');
    await ana.fill('The priority, as the plan says it', 'Homes are safe');
    await ana.choose('Metropolitan Police Service');
    await ana.choose('May be published');
    await ana.press('Save the priority');
    await ana.follow('Choose its measures');
    for (const name of ASKED.slice(0, 2)) await ana.tick(name);
    await ana.press('Save the measures');
    await ana.follow('Add an action');
    await ana.fill('What is to be done?', 'Light the alleys');
    await ana.choose('Royal Borough of Kingston upon Thames');
    await ana.fill('By which day?', typed(day('12-01')));
    await ana.choose('Primary');
    await ana.choose('May be published');
    await ana.press('Save the action');
    await ana.follow('Send it to consultation');
    await ana.press('It is out for consultation');
    await ana.expectHeading(PLAN);
    expect(await ana.text()).toContain('Version 1: out for consultation');
  }

  async function boardDecides(wording: string): Promise<void> {
    const ana = await analyst();
    await ana.open('/decisions/new');
    await ana.fill('When was it decided?', typed(londonDateOf(test.clock.now())));
    await ana.fill('At which meeting?', 'The board');
    await ana.fill('What was decided?', wording);
    await ana.press('Record this decision');
    expect(await ana.text()).toContain(wording);
  }

  async function adoptsThePlan(inForceFrom: CalendarDate): Promise<void> {
    const ana = await analyst();
    await ana.open('/plan');
    await ana.follow(new RegExp(`^${PLAN}, version`));
    await ana.follow('Record its adoption');
    await ana.select('Decision of the board', { index: 1 });
    await ana.fill('Adopted on', typed(londonDateOf(test.clock.now())));
    await ana.fill('In force from', typed(inForceFrom));
    await ana.press('Record the adoption');
    expect(await ana.text()).toContain('is adopted, in force from');
  }

  async function revisesThePlan(inForceFrom: CalendarDate): Promise<void> {
    const ana = await analyst();
    await ana.open('/plan');
    await ana.follow('Begin a revision');
    await ana.press('Begin the revision');
    await ana.follow(/^Change ?: Light the alleys/);
    await ana.fill('What is to be done?', 'Light every alley');
    await ana.press('Save the action');
    await ana.follow('Send it to consultation');
    await ana.press('It is out for consultation');
    await boardDecides('The plan is revised for its second year.');
    await adoptsThePlan(inForceFrom);
  }

  async function saysWhatIsAsked(
    from: FinancialQuarter,
    asked: { readonly police: readonly string[]; readonly council: readonly string[] },
  ): Promise<void> {
    const ana = await analyst();
    await ana.open('/return-forms');
    await ana.follow(/^Change what it asks/);
    await ana.select('From which quarter on?', from.name);
    const boxes = ana.page.locator('select[name="asked"]');
    for (const box of await boxes.all()) await box.selectOption({ label: 'Nobody' });
    for (const name of asked.police) await ana.select(name, 'Metropolitan Police Service');
    for (const name of asked.council) await ana.select(name, 'Royal Borough of Kingston upon Thames');
    await ana.fill('Why?', 'The plan for the year');
    await ana.press('Set what it asks');
    expect(await ana.text()).toContain(`It asks from ${from.name} on.`);
  }

  async function setsTheTarget(atMost: number, which: 'first' | 'another'): Promise<void> {
    const ana = await analyst();
    await ana.open('/measures/residential-burglary/target');
    await ana.choose('At most a number');
    await ana.select('The year it is for', `${YEAR}/${String(YEAR + 1).slice(-2)}`);
    await ana.fill('The target in words', `No more than ${atMost}`);
    await ana.page.locator('#atMost').fill(String(atMost));
    await ana.select('Which decision of the board does it rest on?', { index: 1 });
    if (which === 'another') await ana.page.locator('#reason').fill('The board wants more');
    await ana.press('See what it means');
    await ana.press('Set this target');
    await ana.expectHeading(BURGLARY);
  }

  async function changesADefinition(from: FinancialQuarter): Promise<void> {
    const ana = await analyst();
    await ana.open('/measures/robbery/definition/change');
    await ana.fill('Included', 'Attempts');
    await ana.select('From which quarter?', from.name);
    await ana.choose('No, something else is counted');
    await ana.fill('Why does it change?', 'Attempts are counted too');
    await ana.fill('Who approved it, and when', 'The board in November');
    await ana.press('See what changes');
    await ana.press('Put it in force');
    expect(await ana.text()).toContain(`comes into force on ${formatDate(from.firstDay)}`);
  }

  async function opens(quarter: FinancialQuarter): Promise<void> {
    const ana = await analyst();
    await ana.open(`/quarters/${quarter.slug}/opening`);
    await ana.press('Open it now');
    expect(await ana.text()).toContain(`${quarter.name} is open, with`);
  }

  /** The police say their figures, by paste, and send them for approval. */
  async function sends(
    quarter: FinancialQuarter,
    figures: readonly number[],
    { late = false } = {},
  ): Promise<void> {
    const olive = await as('officer@police.example');
    await olive.follow(new RegExp(`^${quarter.name}`));
    await olive.follow('Paste from a spreadsheet instead');
    await olive.page.locator('#pasted').fill(figures.join('\n'));
    await olive.press('See what it would change');
    await olive.press('Save these figures');
    await answersWhatIsAsked(olive, late ? 'The extract came late' : 'Seen and right');
    await olive.press('Send return for approval');
    expect(await olive.text()).toContain('Waiting for approval');
    returns.add(/\/returns\/[^/?]+/.exec(olive.page.url())![0]);
  }

  /** Says why what the checks found is right, and writes the commentary that is needed. */
  async function answersWhatIsAsked(olive: Visitor, words: string): Promise<void> {
    const reasons = olive.page.locator(':is(input, textarea)[id^="right-"]');
    if (await reasons.count()) {
      for (const box of await reasons.all()) await box.fill(words);
      await olive.press(/^Save and check/);
    }
    if (await olive.page.locator('#left-to-do').count()) await olive.follow('A commentary is needed');
    if ((await olive.page.locator('h1').innerText()).trim() !== 'Commentary') return;
    for (const box of await olive.page.locator('main textarea:visible').all()) await box.fill(words);
    await olive.press('Save and check your return');
  }

  async function approves(
    quarter: FinancialQuarter,
    what: 'return' | 'correction' = 'return',
  ): Promise<void> {
    const approver = await as('approver@police.example');
    await approver.follow(new RegExp(`^${quarter.name}`));
    await approver.choose('Approve');
    await approver.press('Confirm your decision');
    expect([what, await approver.text()]).toEqual([what, expect.stringContaining('You approved the return')]);
  }

  async function sendsBack(quarter: FinancialQuarter, comment: string): Promise<void> {
    const approver = await as('approver@police.example');
    await approver.follow(new RegExp(`^${quarter.name}`));
    await approver.choose('Send back to be corrected');
    await approver.fill('What has to be put right, if you send it back', comment);
    await approver.press('Confirm your decision');
    const olive = await as('officer@police.example');
    expect(await olive.text()).toContain(`Sent back: ${comment}`);
  }

  async function accepts(quarter: FinancialQuarter): Promise<void> {
    const ana = await analyst();
    await ana.open('/all-returns');
    await ana.follow(new RegExp(`^Accept.*${quarter.name}|${quarter.name}.*Metropolitan`));
    if (await ana.page.getByRole('button', { name: 'Accept this return' }).count())
      await ana.press('Accept this return');
    await ana.choose('Accept');
    await ana.press('Confirm your decision');
  }

  async function closesAndReopens(quarter: FinancialQuarter): Promise<void> {
    const ana = await analyst();
    await ana.open(`/quarters/${quarter.slug}/closing`);
    await ana.page.locator('#reason').fill('Everybody is done');
    await ana.page.locator('main button').first().click();
    await ana.open(`/quarters/${quarter.slug}/reopening`);
    await ana.select('For which authority?', 'Metropolitan Police Service');
    await ana.fill('Why?', 'Ten were counted twice');
    await ana.fill('Last day', typed(day('10-31')));
    await ana.press('Reopen it');
    expect(await ana.text()).toContain('is open for Metropolitan Police Service until');
  }

  async function corrects(quarter: FinancialQuarter, burglaries: number): Promise<void> {
    const olive = await as('officer@police.example');
    await olive.open('/returns');
    await olive.follow(new RegExp(`^${quarter.name}`));
    await olive.press('Correct this return');
    await olive.choose('An error');
    await olive.fill('Why?', 'Ten were counted twice');
    await olive.press('Begin the correction');
    await olive.page.getByRole('textbox', { name: `${BURGLARY}, offences` }).fill(String(burglaries));
    await olive.press(/^Save and check/);
    await answersWhatIsAsked(olive, 'Ten were counted twice');
    await olive.press('Send return for approval');
    expect(await olive.text()).toContain('[r], was 120');
  }

  async function sendsNil(quarter: FinancialQuarter): Promise<void> {
    const officer = await as('officer@council.example');
    await officer.follow(new RegExp(`^${quarter.name}`));
    await officer.follow('Nothing to report on any measure');
    await officer.press('Enter nil on every measure');
    await officer.press(/^Save and check/);
    await answersWhatIsAsked(officer, 'There was nothing to report');
    await officer.press('Send return for approval');
    expect(await officer.text()).toContain('Nil return');
  }

  async function seesTwoVersionsOut(): Promise<void> {
    const olive = await as('officer@police.example');
    for (const [quarter, version] of [
      [Q4, 3],
      [NEXT_Q1, 4],
    ] as const) {
      await olive.open('/returns');
      await olive.follow(new RegExp(`^${quarter.name}`));
      const path = new URL(olive.page.url()).pathname.replace('/partnerships/kingston', '');
      await olive.open(path.replace('/figures', ''));
      expect(await olive.text()).toContain(`${FORM}, version ${version}`);
      expect((await olive.text()).includes('Knife crime')).toBe(version === 4);
    }
  }

  async function seesHowItWent(): Promise<void> {
    const board = await as('board@partnership.example');
    await board.open('/measures/residential-burglary');
    expect(await board.text()).toContain('No more than 460');
    await board.open('/measures/robbery');
    expect(await board.text()).toContain('Definition 2: not comparable with');
    await board.open('/quarters');
    const quarters = await board.text();
    expect(quarters).toMatch(/Metropolitan Police Service\s+Late/);
    await board.open('/plan');
    expect(await board.text()).toContain('Light every alley');
  }

  async function remember(date: CalendarDate): Promise<void> {
    const auditor = await as('auditor@partnership.example');
    const shown = new Map<string, string>();
    for (const path of [...PAGES, ...returns]) {
      await auditor.open(path);
      shown.set(path, await contentOf(auditor));
    }
    remembered.set(date, shown);
  }

  async function seesAgain(date: CalendarDate): Promise<void> {
    const auditor = await as('auditor@partnership.example');
    for (const [path, then] of remembered.get(date)!) {
      await auditor.open(path);
      const now = await contentOf(auditor);
      await auditor.fill('Show this page as it stood on a day', typed(date));
      await auditor.press('Show that day');
      expect(await auditor.text()).toContain(`As it stood at the end of ${formatDate(date)}.`);
      expect([date, path, await contentOf(auditor)]).toEqual([date, path, then]);
      // So that the comparison could fail: of the first day, every page has changed since.
      if (date === [...remembered.keys()][0]) expect([path, now]).not.toEqual([path, then]);
    }
  }
});

/** What a page says, without the banner of a day and the box that asks for one. */
function contentOf({ page }: Visitor): Promise<string> {
  return page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('.tracker-as-at, .tracker-as-at-field')) part.remove();
    return copy.textContent!.replace(/\s+/g, ' ').trim();
  });
}
