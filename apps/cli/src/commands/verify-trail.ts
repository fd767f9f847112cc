import { ReadTrail } from '@lib/audit-trail';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Command, readOptions, UsageError } from '../command.js';

export const verifyTrail: Command = {
  name: 'verify-trail',
  summary: 'Works the audit trail of a partnership out again and says whether it is whole',
  usage: '--partnership kingston',
  async run(words, { application, print }) {
    const slug = readOptions(words, ['partnership']).get('partnership');
    if (!slug) throw new UsageError('Say which partnership.');
    const app = await application();
    const partnership = await app.get(PartnershipDirectory).bySlug(slug);
    if (!partnership) throw new Error(`There is no partnership "${slug}".`);
    const operator = { personId: partnership.id, name: 'Operator', grants: [] };
    const check = await app.get(ReadTrail).check(operator, partnership.id);
    if (!check.whole) throw new Error(`The trail breaks at event ${check.firstBadSeq}: ${check.problem}.`);
    print(`The trail is whole: ${check.events} events, the last with hash ${check.head ?? 'none'}.`);
  },
};
