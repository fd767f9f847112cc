import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const UNPACK = path.join(__dirname, 'unpack-chromium.mjs');
const PATIENCE_MS = 60_000;

export interface RunningChromium {
  readonly browser: Browser;
  /** Ends the browser and removes what was unpacked. */
  close(): Promise<void>;
}

/**
 * Starts the Chromium from npm in a folder of its own, as root or as an ordinary user, with the libraries and fonts
 * that come with it: pages look the same on every machine. Fails when that is not possible; no test is ever skipped.
 */
export async function startChromium(): Promise<RunningChromium> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-chromium-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const executablePath = await unpackInto(folder);
    const browser = await chromium.launch({
      executablePath,
      // Root is refused otherwise, and an ordinary user in a container has no namespaces to make a sandbox of.
      args: ['--no-sandbox'],
      env: {
        ...process.env,
        LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
        FONTCONFIG_FILE: fontSettings(folder),
      },
      timeout: PATIENCE_MS,
    });
    return {
      browser,
      async close() {
        await browser.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw new Error('The Chromium for the browser journeys does not start on this machine.', {
      cause: error,
    });
  }
}

async function unpackInto(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [UNPACK], {
    env: { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', TMPDIR: folder },
    timeout: PATIENCE_MS,
  });
  return stdout.trim();
}

/** The package's own settings name a folder that is not ours; a browser that finds no font at all crashes. */
function fontSettings(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}
