import { writeFile } from 'node:fs/promises';
import { GENERATED_FILES } from '../generated-files.js';
import type { Command } from '../command.js';

export const writeGenerated: Command = {
  name: 'write-generated',
  summary: 'Writes the documents that are made from the code (docs/access-matrix.md)',
  async run(_, { print }) {
    for (const { path, text } of GENERATED_FILES) {
      await writeFile(path, text());
      print(`Wrote ${path}.`);
    }
  },
};
