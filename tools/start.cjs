'use strict';

/**
 * `npm start`: everything between a fresh clone and a running service. `npm run dev` is the same with `--watch`.
 *
 * Settings, all optional: PORT, DATABASE_URL, DATABASE_RUNTIME_URL, NODE_ENV, DEMO=off.
 */
const { compile } = require('./build/compile.cjs');
const { refuseSecondService } = require('./embedded-postgres.cjs');
const { requireRecentNode } = require('./launcher/host-node.cjs');
const { EMBEDDED_DATABASE, openDatabase } = require('./launcher/open-database.cjs');
const { ensurePackages } = require('./launcher/packages.cjs');
const { PlainError, exitCodeOf, showFailure } = require('./launcher/plain-error.cjs');
const { readPort, refuseTakenPort } = require('./launcher/port.cjs');
const { orderlyShutdown } = require('./launcher/shutdown.cjs');
const { requireCommand, runCommand, startWeb } = require('./launcher/tracker-processes.cjs');
const { watchSources } = require('./launcher/watch.cjs');

const say = (text) => console.log(text);
const watching = process.argv.includes('--watch');
const shutdown = orderlyShutdown({ say });

async function start() {
  requireRecentNode();
  const port = readPort(process.env.PORT);
  if (!process.env.DATABASE_URL) refuseSecondService(EMBEDDED_DATABASE);
  await refuseTakenPort(port);

  await ensurePackages({ say });
  await compile({ say });
  const database = await openDatabase({ purpose: 'service', say });
  shutdown.add(database.stop);
  void database.ended.then(() => stopBecause(new PlainError('The database has stopped unexpectedly.')));

  await migrate(database);
  if (wantsDemo()) await seedDemonstration(database);
  await (watching ? serveAndWatch(database, port) : serve(database, port));
}

function migrate({ ownerUrl }) {
  return step(['migrate'], { DATABASE_URL: ownerUrl });
}

/** As the owner too: what a start that was interrupted left half-made is taken away first. */
function seedDemonstration({ ownerUrl, runtimeUrl }) {
  const urls = { DATABASE_URL: ownerUrl, DATABASE_RUNTIME_URL: runtimeUrl };
  return step(['seed-demo', '--if-empty'], urls);
}

/** A command that must succeed before we go on, and that ends with us when we are told to stop meanwhile. */
function step(args, databaseUrls) {
  return requireCommand(args, databaseUrls, { onSpawn: (child) => shutdown.add(() => child.kill()) });
}

/** The demonstration data and its sign-ins never belong in a production database. */
function wantsDemo() {
  return process.env.NODE_ENV !== 'production' && process.env.DEMO !== 'off';
}

async function serve({ runtimeUrl }, port) {
  const web = startWeb({ runtimeUrl, port });
  shutdown.add(web.stop);
  void web.ended.then(({ code }) => stopBecause(webHasStopped(code)));
  if (await web.healthy()) await welcome(runtimeUrl, port);
}

/** Serves, and serves anew after each change that compiles. */
async function serveAndWatch(database, port) {
  let web;
  let restarting = false;

  /** Does not wait until it answers: one that never does must not keep the next change from being tried. */
  async function restart() {
    restarting = true;
    await web?.stop();
    restarting = false;
    const started = (web = startWeb({ runtimeUrl: database.runtimeUrl, port }));
    void started.ended.then(({ code }) => {
      if (web === started && !restarting && !shutdown.isUnderway())
        say(`${webHasStopped(code).message} Waiting for a change…`);
    });
    return started;
  }

  shutdown.add(() => web?.stop());
  const first = await restart();

  const watcher = await watchSources(async (paths) => {
    try {
      if (!(await compile({ say })) || shutdown.isUnderway()) return;
      if (paths.some((file) => file.startsWith('migrations'))) await migrate(database);
      const next = await restart();
      void next.healthy().then((yes) => yes && say(`Running again: http://localhost:${port}`));
    } catch (error) {
      showFailure(error); // the last good version keeps running
    }
  });
  shutdown.add(watcher.stop);
  if (await first.healthy()) await welcome(database.runtimeUrl, port);
}

async function welcome(runtimeUrl, port) {
  if (wantsDemo()) await runCommand(['demo-sign-ins'], { DATABASE_RUNTIME_URL: runtimeUrl });
  if (!shutdown.isUnderway()) say(`\nThe tracker is running: http://localhost:${port}   (Ctrl-C stops it)`);
}

function webHasStopped(code) {
  return new PlainError(`The web process has stopped with code ${code}.`, { exitCode: code || 1 });
}

/** Ends everything after a failure; while everything is being stopped anyway, failures are no news. */
async function stopBecause(failure) {
  if (shutdown.isUnderway()) return;
  showFailure(failure);
  await shutdown.stopEverything();
  process.exit(exitCodeOf(failure));
}

start().catch(stopBecause);
