import { readFile } from 'node:fs/promises';
import { GENERATED_FILES } from '../generated-files.js';
import type { Command } from '../command.js';

export const checkGenerated: Command = {
  name: 'check-generated',
  summary: 'Fails when a generated document is not what the code says',
  async run(_, { print }) {
    for (const { path, text } of GENERATED_FILES) {
      const written = await readFile(path, 'utf8').catch(() => '');
      if (written !== text())
        throw new Error(`${path} is out of date: run "npm run cli -- write-generated".`);
    }
    print('Generated documents are up to date.');
  },
};
