import { LONDON_BOROUGHS, londonAreaCode } from '@lib/published-data';
import { ImportRefused } from '../domain/import-refused.js';

/** @throws ImportRefused where a code of a London borough stands beside the name of another one */
export function refuseOtherBorough(
  { code, name }: { readonly code: string; readonly name: string },
  row: number,
  sheet?: string,
): void {
  const known = (LONDON_BOROUGHS as Record<string, string>)[code];
  const named = known === undefined ? null : londonAreaCode(name);
  if (named === null || named === code) return;
  throw new ImportRefused(
    `Row ${row}${sheet === undefined ? '' : ` of sheet “${sheet}”`} gives ${name} the code ${code}, which is that of ${known}. Download the file again from its publisher; if it says the same there, ask the publisher.`,
  );
}
