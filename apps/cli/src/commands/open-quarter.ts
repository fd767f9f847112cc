import { FinancialQuarter, newId } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { OpenQuarter } from '@lib/returns';
import { type Command, readOptions, UsageError } from '../command.js';
import { operator } from '../operator.js';

export const openQuarter: Command = {
  name: 'open-quarter',
  summary: 'Opens a quarter: a draft return for each authority that owes one',
  usage: '--partnership P --quarter 2026-27-q2',
  async run(words, { application, print }) {
    const options = readOptions(words, ['partnership', 'quarter']);
    const slug = options.get('partnership');
    const quarter = FinancialQuarter.read(options.get('quarter') ?? '');
    if (!slug || !quarter) throw new UsageError('Say the partnership and a quarter, like 2026-27-q2.');
    const app = await application();
    const partnership = await app.get(PartnershipDirectory).bySlug(slug);
    if (!partnership) throw new Error(`There is no partnership "${slug}".`);
    const made = await app
      .get(OpenQuarter)
      .execute(operator(partnership.id, newId()), { partnershipId: partnership.id, quarter });
    print(
      made.length > 0
        ? `Opened ${quarter.name} with ${made.length} returns.`
        : `${quarter.name} is open already.`,
    );
  },
};
