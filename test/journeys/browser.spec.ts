import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessible.js';
import { Keyboard } from './keyboard.js';
import { expectNoSidewaysScroll } from './reflow.js';
import { type RunningChromium, startChromium } from './support/chromium.js';
import { collectProblems } from './support/problems.js';

const POLICY = "default-src 'none'; img-src data:; script-src 'self'; require-trusted-types-for 'script'";

/** Pages of which each breaks one thing. */
const PAGES: Record<string, string> = {
  '/': '<p>Nothing wrong</p><a href="#here">A link</a>',
  '/inline-style': '<p style="color: red">Not allowed by the policy</p>',
  '/no-script': '<p>Its script is missing</p><script src="/missing.js"></script>',
  '/picture': '<div><svg role="img" width="9" height="9"></svg></div>',
  '/wide': '<table><tr><td><pre>' + 'wide '.repeat(200) + '</pre></td></tr></table>',
};

/** What finds nothing wrong with our pages has to find what is wrong with these. */
describe.each([{ javaScript: true }, { javaScript: false }])(
  'the browser of the journeys, JavaScript: $javaScript',
  ({ javaScript }) => {
    let chromium: RunningChromium;
    let server: Server;
    let page: Page;

    beforeAll(async () => {
      server = servePages();
      chromium = await startChromium();
    }, 120_000);
    beforeEach(async () => {
      page = await (await chromium.browser.newContext({ javaScriptEnabled: javaScript })).newPage();
    });
    afterEach(() => page.context().close());
    afterAll(async () => {
      await chromium?.close();
      server.close();
    });

    async function open(path: string): Promise<string[]> {
      const problems = collectProblems(page, [404]);
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      return problems;
    }

    it('runs scripts, or does not', async () => {
      await open('/');
      expect(await page.title()).toBe(javaScript ? 'Changed by a script' : 'A page');
    });

    it('is content with a page that is right, and with a page that is not there when that is expected', async () => {
      expect(await open('/')).toEqual([]);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(await open('/nowhere')).toEqual([]);
    });

    it('reports what the content security policy forbids', async () => {
      expect((await open('/inline-style')).join()).toContain('Content Security Policy');
    });

    it('reports a script that is not there, though the page itself may be missing', async () => {
      const problems = (await open('/no-script')).join();
      expect(problems).toEqual(javaScript ? expect.stringContaining('404') : '');
    });

    it('finds what is not accessible, and leaves JavaScript as it was', async () => {
      await open('/picture');
      await expect(expectAccessible(page)).rejects.toThrow('svg-img-alt');
      await open('/');
      expect(await page.title()).toBe(javaScript ? 'Changed by a script' : 'A page');
    });

    it('finds a page that is wider than the window', async () => {
      await open('/wide');
      await expect(expectNoSidewaysScroll(page)).rejects.toThrow('no sideways scroll');
    });

    it('finds a focus that cannot be seen', async () => {
      await open('/');
      const keyboard = new Keyboard(page);
      expect((await keyboard.next()).name).toBe('A link');
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
        document.querySelector('a')!.style.outline = 'none';
      });
      await expect(new Keyboard(page).tabTo('link', 'A link')).rejects.toThrow('looksFocused');
    });
  },
);

function servePages(): Server {
  return createServer(({ url = '' }, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    if (url === '/script.js') {
      response.setHeader('Content-Type', 'text/javascript').end('document.title = "Changed by a script";');
      return;
    }
    const content = PAGES[url];
    response.writeHead(content ? 200 : 404, { 'Content-Type': 'text/html' }).end(
      `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"></head>
      <body><main id="here"><h1>A page</h1>${content ?? ''}</main><script src="/script.js"></script></body></html>`,
    );
  }).listen(0, '127.0.0.1');
}
