import { FinancialQuarter } from '@lib/kernel';
import { OpenQuarter } from '@lib/returns';
import { connectUseCases, type TestDatabase } from '@lib/testing';

/** Opens as many further quarters, each with an empty draft for the police. */
export async function openQuarters(database: TestDatabase, count: number): Promise<void> {
  const useCases = await connectUseCases(database);
  try {
    const analyst = await useCases.actor('analyst@partnership.example');
    const partnershipId = await useCases.partnershipId('kingston');
    for (let index = 1; index <= count; index += 1) {
      const quarter = FinancialQuarter.of(2011 + Math.floor(index / 4), ([1, 2, 3, 4] as const)[index % 4]!);
      await useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
    }
  } finally {
    await useCases.close();
  }
}
