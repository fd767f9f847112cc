import { type Ask, LeftHalfMade, seedAsAWhole } from '@lib/persistence';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { DEMO_PEOPLE, KINGSTON, seedDemo } from '../../../../seeds/demo/index.js';
import { type Command, type CommandContext, readOptions } from '../command.js';

export const seedDemoCommand: Command = {
  name: 'seed-demo',
  summary: 'Fills an empty database with the Safer Kingston Partnership, to look at',
  usage: '[--if-empty]',
  async run(words, { env, application, print }) {
    const options = readOptions(words, ['if-empty']);
    if (env.NODE_ENV === 'production') throw new Error('A demonstration is never put into production.');
    const seed = async () => seedDemo(await application());
    const seeded = await (env.DATABASE_URL ? seedOnceMore(env.DATABASE_URL, seed, print) : seed());
    if (seeded === null) return;
    if (seeded) print('Put the Safer Kingston Partnership and its plan for 2024-29 into the database.');
    else if (!options.has('if-empty'))
      print('The Safer Kingston Partnership is there already; nothing was changed.');
  },
};

/**
 * As the owner of the database too, one that broke off can be taken away and made anew.
 *
 * @returns null where it was left as it is
 */
async function seedOnceMore(
  ownerUrl: string,
  seed: () => Promise<boolean>,
  print: CommandContext['print'],
): Promise<boolean | null> {
  try {
    return await seedAsAWhole(ownerUrl, {
      migrations: MIGRATIONS,
      holdsNothingElse: isNothingButTheDemonstration,
      seed(isAnew) {
        if (isAnew) print('The demonstration was left half-made the last time: it is made anew.');
        return seed();
      },
    });
  } catch (error) {
    if (!(error instanceof LeftHalfMade)) throw error;
    print(
      `The demonstration was left half-made, and ${error.message}: it stays as it is. Start with an empty database to have the whole of it.`,
    );
    return null;
  }
}

/** Nobody has signed in, and there is nobody and no partnership that the demonstration does not make. */
async function isNothingButTheDemonstration(ask: Ask): Promise<boolean> {
  const emails = DEMO_PEOPLE.map(({ email }) => email);
  return (
    (await ask('not exists (select from sign_in_event)')) &&
    (await ask('not exists (select from partnership where slug <> $1)', [KINGSTON])) &&
    (await ask('not exists (select from person where email <> all ($1))', [emails])) &&
    // What is loaded for every partnership, whoever runs the service has loaded.
    (await ask('not exists (select from published_file where loaded_for is null)'))
  );
}
