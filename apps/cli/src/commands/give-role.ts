import { ROLE_KEYS } from '@lib/access';
import { FindPerson, GiveRole } from '@lib/identity';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Command, readOptions, UsageError } from '../command.js';
import { operator } from '../operator.js';

export const giveRole: Command = {
  name: 'give-role',
  summary: `Gives a person a role: ${ROLE_KEYS.join(', ')}`,
  usage: '--partnership P --email E --role R [--authority A]',
  async run(words, { application, print }) {
    const options = readOptions(words, ['partnership', 'email', 'role', 'authority']);
    const [slug, email, role] = ['partnership', 'email', 'role'].map((name) => options.get(name));
    if (!slug || !email || !role)
      throw new UsageError('Say the partnership, the email address and the role.');
    const app = await application();
    const partnership = await app.get(PartnershipDirectory).bySlug(slug);
    if (!partnership) throw new Error(`There is no partnership "${slug}".`);
    const person = await app.get(FindPerson).execute(email);
    const actor = operator(partnership.id, person.id);
    const authorityName = options.get('authority');
    const authorityId = authorityName
      ? await app.get(PartnershipDirectory).authorityNamed(actor, partnership.id, authorityName)
      : null;
    await app.get(GiveRole).execute(actor, {
      partnershipId: partnership.id,
      personId: person.id,
      role,
      authorityId,
      reason: 'Given at the command line',
    });
    print(`${person.name} holds the role ${role} from now.`);
  },
};
