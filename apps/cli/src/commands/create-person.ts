import { randomBytes } from 'node:crypto';
import { CreatePerson } from '@lib/identity';
import { type Command, readOptions, UsageError } from '../command.js';

export const createPerson: Command = {
  name: 'create-person',
  summary: 'Makes a person who can sign in, and prints a first password',
  usage: '--email E --name N',
  async run(words, { application, print }) {
    const options = readOptions(words, ['email', 'name']);
    const email = options.get('email');
    const name = options.get('name');
    if (!email || !name) throw new UsageError('Say the email address and the name.');
    const password = randomBytes(12).toString('base64url');
    const app = await application();
    await app.get(CreatePerson).execute({ email, name, password });
    print(`${name} can sign in as ${email} with the password ${password}`);
    print('They hold no role yet: give one with "give-role".');
  },
};
