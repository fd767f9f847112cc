import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../../../seeds/demo/index.js';
import type { Command } from '../command.js';

export const demoSignIns: Command = {
  name: 'demo-sign-ins',
  summary: 'Prints who can sign in to the demonstration',
  run(_, { print }) {
    const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
    print(`Demonstration sign-ins, all with the password "${DEMO_PASSWORD}":`);
    for (const { email, shows } of DEMO_PEOPLE) print(`  ${email.padEnd(width)}  ${shows}`);
    return Promise.resolve();
  },
};
