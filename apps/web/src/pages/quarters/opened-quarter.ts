import { type Actor, type FinancialQuarter, type Id, notFound } from '@lib/kernel';
import type { QuarterOfReturns, QuartersQuery } from '@lib/reporting';

/** A quarter that was opened, with its returns; one that was not is not found. */
export async function openedQuarter(
  quarters: QuartersQuery,
  actor: Actor,
  partnershipId: Id,
  quarter: FinancialQuarter,
): Promise<QuarterOfReturns> {
  const found = await quarters.find(actor, partnershipId, quarter);
  if (!found?.openedAt) throw notFound('quarter');
  return found;
}
