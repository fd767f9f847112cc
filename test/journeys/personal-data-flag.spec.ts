import { openTheYear, recordsOf } from '../http/support/records.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

const WORDS = 'Ring 07700 900123 or write to the.duty.officer.with.a.long.address@a.department.example.org';
const CONFIRMATION = 'I have checked it: nothing here is about a person who can be recognised';

/** Where somebody can write, and the button that sends it. */
const FORMS: readonly { path: string; box: string; button: string; heading: string }[] = [
  {
    path: '/meetings/:meeting/withdrawal',
    ...{ box: '#reason', button: 'Confirm', heading: 'Take back the record of a meeting' },
  },
  {
    path: '/plan/priorities/:priority/senior-person',
    ...{ box: '#post', button: 'Name this person', heading: 'Name the senior person' },
  },
  { path: '/meetings/new', box: '#discussed', button: 'Record this meeting', heading: 'Record a meeting' },
];

describe('words that look like personal data', () => {
  const browser = useBrowser();
  let app: TestApp;
  let addressOf: (path: string) => string;

  beforeAll(async () => {
    app = await startTestApp();
    await openTheYear(app, 'kingston');
    const { meeting, plan } = await recordsOf(app, 'kingston', 'police');
    addressOf = (path) =>
      `/partnerships/kingston${path.replace(':meeting', meeting.spare).replace(':priority', plan.priority)}`;
  });
  afterAll(() => app?.close());

  it.each([1280, 820, 320])('are asked about on a page that can be read at %s px', async (width) => {
    const page = await browser.newPage({ width, answers: [422] });
    await page.goto(await app.address());
    await signIn(page, new Keyboard(page), 'analyst@partnership.example');
    for (const { path, box, button } of FORMS) {
      await page.goto((await app.address()) + addressOf(path));
      await page.locator(box).fill(WORDS);
      await page.getByRole('button', { name: button }).click();
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('looks like a phone number');
      expect(await page.locator(box).inputValue()).toBe(WORDS);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  it('are saved by keyboard alone and without JavaScript, once somebody confirms them', async () => {
    const page = await browser.newPage({ javaScript: false, answers: [422] });
    const keyboard = new Keyboard(page);
    await page.goto(await app.address());
    await signIn(page, keyboard, 'analyst@partnership.example');
    const { path, box, heading } = FORMS[0]!;
    await page.goto((await app.address()) + addressOf(path));
    await page.locator(box).fill(WORDS);
    await keyboard.follow('button', 'Confirm');
    await expectPage(page, heading);
    await keyboard.tabTo('checkbox', CONFIRMATION);
    await keyboard.press('Space');
    await keyboard.follow('button', 'Confirm');
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('taken back');
    await page.goto(`${await app.address()}/partnerships/kingston/audit-trail`);
    expect(await page.locator('main').innerText()).toContain(
      'confirmed that words which look like a phone number, an e-mail address are not about a person who can be recognised',
    );
  });
});
