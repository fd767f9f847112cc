import { seedDemo } from '../../../../seeds/demo/index.js';
import { type Command, readOptions } from '../command.js';

export const seedDemoCommand: Command = {
  name: 'seed-demo',
  summary: 'Fills an empty database with the Safer Kingston Partnership, to look at',
  usage: '[--if-empty]',
  async run(words, { env, application, print }) {
    const options = readOptions(words, ['if-empty']);
    if (env.NODE_ENV === 'production') throw new Error('A demonstration is never put into production.');
    const seeded = await seedDemo(await application());
    if (seeded) print('Put the Safer Kingston Partnership and its plan for 2024-29 into the database.');
    else if (!options.has('if-empty'))
      print('The Safer Kingston Partnership is there already; nothing was changed.');
  },
};
