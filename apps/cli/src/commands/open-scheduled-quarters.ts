import { Clock, newId } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { QuartersQuery } from '@lib/reporting';
import { OpenQuarter, periodState } from '@lib/returns';
import { type Command, readOptions } from '../command.js';
import { operator } from '../operator.js';

/** Quarters that are looked through: nobody plans further ahead than ten years. */
const LOOKED_THROUGH = 40;

export const openScheduledQuarters: Command = {
  name: 'open-scheduled-quarters',
  summary: 'Opens every quarter whose day has come, in all partnerships; for a daily job',
  async run(words, { application, print }) {
    readOptions(words, []);
    const app = await application();
    const today = app.get(Clock).today();
    for (const { id: partnershipId, name } of await app.get(PartnershipDirectory).all()) {
      const actor = operator(partnershipId, newId());
      for (const period of await app.get(QuartersQuery).run(actor, partnershipId, LOOKED_THROUGH)) {
        if (periodState(period) !== 'scheduled' || period.opensOn! > today) continue;
        const made = await app
          .get(OpenQuarter)
          .execute(actor, { partnershipId, quarter: period.quarter, dueOn: period.dueOn });
        print(`${name}: opened ${period.quarter.name} with ${made.length} returns.`);
      }
    }
  },
};
