import { type Clamd, pdfFile, startClamd } from '@lib/testing';
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { type PageOptions, useBrowser } from './browser.js';
import { Visitor } from './visitor.js';

/** Fills in the days of a financial year that a page names, such as "2026/27". */
function yearOf(text: string): { first: string; last: string } {
  const [, from] = /\b(20\d\d)\/\d\d\b/.exec(text)!;
  return { first: `1 4 ${from}`, last: `31 3 ${Number(from) + 1}` };
}

describe('an auditor’s work in the browser', () => {
  const browser = useBrowser();
  let clamd: Clamd;
  let app: TestApp;

  beforeAll(async () => {
    clamd = await startClamd();
    app = await startTestApp({ CLAMD_ADDRESS: clamd.address });
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await clamd?.stop();
  });

  const visitor = async (email: string, options: PageOptions = {}): Promise<Visitor> =>
    new Visitor(await browser.newPage(options), await app.address()).signIn(email);
  const looksAt = async (page: Page, heading: string | RegExp) => {
    const said = (await page.locator('h1').innerText()).trim();
    expect(said).toMatch(heading);
    await expectAccessible(page);
  };

  it('sees the gaps with no click, and any figure’s full history with two', async () => {
    const auditor = await visitor('auditor@partnership.example');
    await looksAt(auditor.page, 'Statutory duties');
    expect(await auditor.text()).toContain('Gaps: past their last day and not found to be met');
    await auditor.open('/all-returns');
    await auditor.follow(/January to March 2011/);
    await auditor.follow(/^History/);
    await looksAt(auditor.page, /^Audit trail/);
    for (const words of ['sent the return', 'approved the return'])
      expect(await auditor.text()).toContain(words);
  });

  it('accepts evidence that an officer supplied, and finds the duty met by it and not before', async () => {
    const officer = await visitor('officer@police.example', { javaScript: false });
    await officer.open('/duties/FIS-12-4b');
    await officer.follow(/20\d\d\/\d\d\s*,\s*Metropolitan Police Service/);
    const year = yearOf(await officer.text());
    await officer.follow('Supply evidence');
    await looksAt(officer.page, 'Supply evidence');
    await officer.fill('What is it?', 'Attendance of the public meeting');
    await officer.page.getByLabel('The file').setInputFiles({
      name: 'attendance.pdf',
      mimeType: 'application/pdf',
      buffer: pdfFile('Who attended'),
    });
    await officer.fill('First day that it is about', year.first);
    await officer.fill('Last day that it is about', year.last);
    await officer.fill('What does it show, and where in it?', 'Who attended, on its only page');
    await officer.press('Supply the evidence');
    await looksAt(officer.page, 'Attendance of the public meeting');
    expect(await officer.text()).toContain('Nothing found');

    const auditor = await visitor('auditor@partnership.example', { answers: [422] });
    await auditor.open('/duties/FIS-12-4b');
    await auditor.follow(/20\d\d\/\d\d\s*,\s*Metropolitan Police Service/);
    await auditor.follow('Record the result');
    await auditor.choose(/^Met$/);
    await auditor.fill('Why?', 'The list of who attended');
    await auditor.press('Record the result');
    expect(await auditor.text()).toContain('It cannot be recorded as met: no accepted evidence covers');
    await auditor.follow('Back');
    await auditor.follow('Attendance of the public meeting');
    await auditor.press('Take up the review of version 1');
    await auditor.press('Accept version 1');
    await looksAt(auditor.page, 'Attendance of the public meeting');
    await auditor.open('/duties/FIS-12-4b');
    await auditor.follow(/20\d\d\/\d\d\s*,\s*Metropolitan Police Service/);
    expect(await auditor.text()).toContain('Accepted evidence covers');
    await auditor.follow('Record the result');
    await auditor.choose(/^Met$/);
    await auditor.fill('Why?', 'The list of who attended');
    await looksAt(auditor.page, 'Record the result');
    await auditor.press('Record the result');
    expect(await auditor.text()).toMatch(/Result\s+Met: The list of who attended/);
  });

  it('raises a finding, which is answered, done and closed', async () => {
    const auditor = await visitor('auditor@partnership.example');
    await auditor.follow(/^Metropolitan Police Service\s*,\s*CDA-17A/);
    await auditor.follow('Raise a finding');
    await looksAt(auditor.page, 'Raise a finding');
    await auditor.fill('Title', 'No log of what was shared');
    await auditor.fill('What did you find?', 'Nothing shows that the information was shared');
    await auditor.fill('What should have been?', 'A dated log for each quarter');
    await auditor.fill('What do you recommend?', 'Keep a log');
    await auditor.choose('High');
    await auditor.select('Who answers?', 'Metropolitan Police Service');
    await auditor.fill('By which day?', '31 3 2099');
    await auditor.press('Raise the finding');
    await looksAt(auditor.page, 'No log of what was shared');
    const finding = new URL(auditor.page.url()).pathname.replace('/partnerships/kingston', '');

    const approver = await visitor('approver@police.example', { javaScript: false });
    await approver.open(finding);
    await approver.follow('Answer the finding');
    await looksAt(approver.page, /^Answer finding/);
    await approver.choose(/^Agreed$/);
    await approver.fill('Why?', 'It was not written down');
    await approver.fill('What will be done?', 'A log is kept from now on');
    await approver.fill('Who does it?', 'Inspector, Partnerships');
    await approver.fill('By which day?', '31 3 2099');
    await approver.press('Send the answer');
    await approver.follow('Report the action done');
    await approver.page.getByRole('textbox').first().fill('The log of the last quarter is there');
    await approver.page.getByRole('button', { name: /Confirm|Report/ }).click();
    await looksAt(approver.page, 'No log of what was shared');

    await auditor.open(finding);
    await auditor.follow('Close the finding');
    await auditor.page.getByRole('textbox').first().fill('The log was seen');
    await auditor.page.getByRole('button', { name: /Confirm|Close/ }).click();
    await looksAt(auditor.page, 'No log of what was shared');
    expect(await auditor.text()).toMatch(/Closed/);
  });

  it('takes the record of a period away with two clicks', async () => {
    const auditor = await visitor('auditor@partnership.example');
    await auditor.follow('Audit bundles');
    await auditor.press('Make the bundle');
    await looksAt(auditor.page, 'Audit bundles');
    for (const until = Date.now() + 60_000; Date.now() < until && !/Ready/.test(await auditor.text());)
      await auditor.page.reload();
    const [download] = await Promise.all([
      auditor.page.waitForEvent('download'),
      auditor.page
        .getByRole('button', { name: /Download/ })
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-bundle-.*\.zip$/);
  });
});
