import { type Actor, type FinancialQuarter, type Id } from '@lib/kernel';
import { ReturnFormsQuery } from '@lib/reporting';
import { type FormLine, SetReturnForm } from '@lib/returns';
import type { UseCases } from '../../../seeds/demo/use-cases.js';

/** Asks for more on the first form of a partnership, from a quarter on. */
export async function askToo(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  from: FinancialQuarter,
  lines: readonly FormLine[],
): Promise<void> {
  const { forms } = await useCases.get(ReturnFormsQuery).run(analyst, partnershipId);
  const { id, versions } = forms[0]!;
  const { number, lines: asked } = versions.at(-1)!;
  await useCases.get(SetReturnForm).execute(analyst, {
    ...{ partnershipId, form: { id, seenVersion: number }, from },
    lines: [...asked, ...lines],
    reason: 'More is asked',
  });
}
