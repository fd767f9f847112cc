import { checkWords, SignCheckpoint } from '@lib/audit-trail';
import { PartnershipDirectory } from '@lib/partnerships';
import { checkpointsToSign } from '../checkpoints.js';
import { type Command, readOptions } from '../command.js';
import { operator } from '../operator.js';

export const checkpointTrail: Command = {
  name: 'checkpoint-trail',
  summary: 'Checks and signs the audit trail of every partnership; for a daily job',
  async run(words, { application, env, print }) {
    readOptions(words, []);
    const { trusted, privateKey } = checkpointsToSign(env);
    const app = await application();
    const broken: string[] = [];
    for (const partnership of await app.get(PartnershipDirectory).all()) {
      const actor = operator(partnership.id, partnership.id);
      const { check, file } = await app.get(SignCheckpoint).execute(actor, partnership, trusted, privateKey);
      if (file) print(`${partnership.name}: signed ${file}.`);
      else broken.push(`${partnership.name}: not signed. ${checkWords(check).join(' ')}`);
    }
    if (broken.length > 0) throw new Error(broken.join('\n'));
  },
};
