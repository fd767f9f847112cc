'use strict';

/**
 * Imports one file as the command line does, in a process of its own, and prints as JSON how long that took and how
 * much memory the process held:
 *
 *   node test/bench/support/import-one.cjs <database, as the runtime role> <file>
 */
require('reflect-metadata');
const { createReadStream } = require('node:fs');
const path = require('node:path');
const { NestFactory } = require('@nestjs/core');

const DIST = path.resolve('dist');
const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 50;

async function main([url, file]) {
  const { CliModule } = require(`${DIST}/apps/cli/src/cli.module.js`);
  const { ACCEPTED, AnswerQuestions, ApplyFile, BeginFile, ReadFile } = require(`${DIST}/libs/importing/src`);
  const { PublishedFilesQuery } = require(`${DIST}/libs/reporting/src`);
  const app = await NestFactory.createApplicationContext(CliModule.connect(url, undefined), {
    logger: ['error', 'warn'],
  });
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SAMPLE_MS);
  try {
    const started = performance.now();
    const loader = { actor: null, loadedFor: null };
    const fileId = await app.get(BeginFile).execute(loader, path.basename(file));
    const opened = {
      name: path.basename(file),
      open: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
    };
    await app.get(ReadFile).execute(loader, { fileId, file: opened });
    const read = performance.now();
    const sheet = await app.get(PublishedFilesQuery).oneForEverybody(fileId);
    const answers = new Map();
    for (const { number, answer, choices, proposed } of sheet.questions)
      if (answer === null) answers.set(number, proposed ?? choices.at(-1)?.value ?? ACCEPTED);
    const shown = performance.now();
    if (sheet.state === 'read') {
      await app.get(AnswerQuestions).execute(loader, { fileId, answers });
      await app.get(ApplyFile).execute(loader, fileId);
    }
    const applied = performance.now();
    console.log(
      JSON.stringify({
        ...{ state: sheet.state, failure: sheet.failure, figures: sheet.cells },
        ...{ reading: read - started, applying: applied - shown, took: read - started + (applied - shown) },
        ...{ before: Math.round(before / MEGABYTE), peak: Math.round(peak / MEGABYTE) },
      }),
    );
  } finally {
    clearInterval(sampling);
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
