import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leftOvers, Program } from './support/program.js';
import { ServiceCopy } from './support/service-copy.js';
import { itWhere } from './support/skip-loudly.js';

const onLinux = itWhere(process.platform === 'linux', 'the scenarios of npm start need Linux');

/** The scenarios share one folder, as a person's would: each leaves nothing running behind. */
describe('npm start', () => {
  let copy: ServiceCopy;

  beforeAll(async () => {
    copy = await ServiceCopy.make();
  });

  afterEach(() => Program.endAll());
  afterAll(() => copy.remove());

  const running = /The tracker is running: http:\/\/localhost:\d+/;

  onLinux('goes from a fresh clone to a page, and stops web first, then the database', async () => {
    const start = copy.run('start');
    await start.prints(running);
    expect(start.output).toMatch(
      /Compiling…\nCreating the database.*\nofficer@example\.org\n\nThe tracker is running/s,
    );
    expect(await copy.get('/visits')).toEqual({ count: 1 });
    for (const asset of ['tracker.css', 'mark.svg', 'govuk-frontend.min.js'])
      expect(existsSync(path.join(copy.folder, 'dist', 'assets', asset))).toBe(true);
    expect(statSync(path.join(copy.folder, '.data', 'role-passwords.json')).mode & 0o777).toBe(0o600);

    start.kill('SIGINT');
    expect(await start.ended).toBe(0);
    expect(start.output).toContain('web: stopping, the database is still there');
    expect(await leftOvers(copy.folder)).toEqual([]);
  });

  onLinux('starts again without compiling, and has no demonstration data in production', async () => {
    const start = copy.run('start', [], { NODE_ENV: 'production' });
    await start.prints(running);
    expect(start.output).not.toMatch(/Compiling|officer@example/);
    expect(await copy.get('/visits')).toEqual({ count: 1 }); // from before
  });

  onLinux('takes Ctrl-C passed on by npm for the same one', async () => {
    const start = copy.run('start');
    await start.prints(running);
    start.kill('SIGINT');
    start.kill('SIGINT');
    expect(await start.ended).toBe(0);
    expect(start.output).toContain('web: stopping');
  });

  onLinux('does not wait for a web process that will not stop, when Ctrl-C is pressed again', async () => {
    const start = copy.run('start');
    await start.prints(running);
    await copy.get('/never-stop');
    start.kill('SIGINT');
    await sleep(700);
    start.kill('SIGINT');
    expect(await start.ended).toBe(130);
    expect(await leftOvers(copy.folder)).toEqual([]);
  });

  onLinux('leaves nothing behind when it is killed', async () => {
    const start = copy.run('start');
    await start.prints(running);
    start.kill('SIGKILL');
    expect(await leftOvers(copy.folder)).toEqual([]);
  });

  onLinux('ends with the code of a web process that dies', async () => {
    const start = copy.run('start');
    await start.prints(running);
    await copy.get('/die').catch(() => undefined);
    expect(await start.ended).toBe(7);
    expect(start.output).toContain('The web process has stopped with code 7.');
    expect(await leftOvers(copy.folder)).toEqual([]);
  });

  onLinux('ends when the database is killed', async () => {
    const start = copy.run('start');
    await start.prints(running);
    const pidFile = readFileSync(
      path.join(copy.folder, '.data', 'postgres', 'cluster', 'postmaster.pid'),
      'utf8',
    );
    process.kill(Number.parseInt(pidFile, 10), 'SIGKILL');
    expect(await start.ended).toBe(1);
    expect(start.output).toMatch(/The database has stopped unexpectedly|The web process has stopped/);
    expect(await leftOvers(copy.folder)).toEqual([]);
  });

  onLinux('refuses a taken port before it does anything, and says how to choose another', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(copy.port, '127.0.0.1', resolve));
    const start = copy.run('start');
    expect(await start.ended).toBe(1);
    expect(start.output.trim()).toBe(
      `Port ${copy.port} is taken by another program. Stop that one, or choose another port:\n\n` +
        `  PORT=${copy.port + 1} npm start`,
    );
    await new Promise((resolve) => holder.close(resolve));
  });

  onLinux('refuses what is no port', async () => {
    const start = copy.run('start', [], { PORT: 'http' });
    expect(await start.ended).toBe(1);
    expect(start.output).toContain('PORT is "http"; it must be a number');
  });

  onLinux('refuses a second start on the folder, whatever its port, and leaves the first alone', async () => {
    const first = copy.run('start');
    await first.prints(running);
    const second = copy.run('start', [], { PORT: '0' + String(copy.port + 1) });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`already running from this folder (process ${first.pid})`);
    expect(await copy.get('/health')).toBe('well');
  });

  onLinux('compiles and serves anew after a change when it watches, and survives a mistake', async () => {
    const source = path.join(copy.folder, 'apps', 'web', 'src', 'main.ts');
    const before = readFileSync(source, 'utf8');
    const start = copy.run('start', ['--watch']);
    await start.prints(running);

    writeFileSync(source, 'const = ;');
    await start.prints(/The code could not be compiled/);
    expect(await copy.get('/health')).toBe('well');

    writeFileSync(source, before.replace("'well'", "'better'"));
    await start.prints(/Running again/);
    expect(await copy.get('/health')).toBe('better');

    start.kill('SIGTERM');
    expect(await start.ended).toBe(0);
    expect(await leftOvers(copy.folder)).toEqual([]);
  });
});

describe('npm run cli', () => {
  let copy: ServiceCopy;

  beforeAll(async () => {
    copy = await ServiceCopy.make();
  });

  afterEach(() => Program.endAll());
  afterAll(() => copy.remove());

  onLinux(
    'runs a command on a database that it starts and stops, with both addresses, and hands on its code',
    async () => {
      expect(await copy.run('cli', ['migrate']).ended).toBe(0);
      const command = copy.run('cli', ['who-am-i']);
      expect(await command.ended).toBe(0);
      expect(command.output).toBe('{"user":"tracker_web","knowsOwner":true}\n');
      expect(await copy.run('cli', ['fail', '5']).ended).toBe(5);
      expect(await leftOvers(copy.folder)).toEqual([]);
    },
  );

  onLinux('uses the database of a running service and leaves it running', async () => {
    const start = copy.run('start');
    await start.prints(/The tracker is running/);
    expect(await copy.run('cli', ['who-am-i']).ended).toBe(0);
    expect(await copy.get('/visits')).toEqual({ count: 1 });
  });
});
