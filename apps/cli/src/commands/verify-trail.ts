import { checkpointsIn, CheckTrail, checkWords, isWhole } from '@lib/audit-trail';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Command, readOptions, UsageError } from '../command.js';
import { operator } from '../operator.js';

export const verifyTrail: Command = {
  name: 'verify-trail',
  summary:
    'Works the audit trail of a partnership out again, beside its checkpoints, and says whether it is whole',
  usage: '--partnership kingston [--checkpoints folder] [--key public.pem]',
  async run(words, { application, env, print }) {
    const options = readOptions(words, ['partnership', 'checkpoints', 'key']);
    const slug = options.get('partnership');
    if (!slug) throw new UsageError('Say which partnership.');
    const folder = options.get('checkpoints') || env.CHECKPOINT_FOLDER;
    const key = options.get('key') || env.CHECKPOINT_KEY;
    const app = await application();
    const partnership = await app.get(PartnershipDirectory).bySlug(slug);
    if (!partnership) throw new Error(`There is no partnership "${slug}".`);
    const mayBeMissing = env.NODE_ENV !== 'production' && !options.has('checkpoints');
    const checkpoints = checkpointsIn(folder, key, { mayBeMissing });
    const check = await app
      .get(CheckTrail)
      .execute(operator(partnership.id, partnership.id), partnership, checkpoints);
    const found = checkWords(check);
    if (!isWhole(check)) throw new Error(found.join('\n'));
    found.forEach(print);
  },
};
