import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Findings } from '../importer.js';
import { interned } from '../table/rows-below.js';
import { DISTRICT_CODE, FORCE_CODE, PARTNERSHIP_CODE } from './link-rows.js';
import { type PartnershipTable, withoutNotes } from './ons-partnership-tables.js';

/** A row with figures, and whose they are. */
export interface AreaRow {
  readonly row: SheetRow;
  readonly area: AreaLabel;
  /** Whether it is all of a force, or one of the parts that add up to it. */
  readonly isForce: boolean;
  readonly force: { readonly code: string; readonly name: string };
  /** Of a partnership that is one local authority. */
  readonly district: { readonly code: string; readonly name: string } | null;
}

/** What a row says in the columns of areas. */
interface Written {
  readonly forceCode: string;
  readonly force: string;
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly district: string;
}

/** Rows of a force that lie in none of its partnerships, beside those that are “Unassigned”. */
const PLACES_OF_THEIR_OWN: readonly string[] = ['manchester airport'];

/**
 * Whom the rows of the tables are of. A force's own row is an area by its code, and holds the others; so is a
 * partnership. What was recorded in no partnership is `E23000036/unassigned`, within its force: known, and no area of
 * the Office for National Statistics. A place with a name and without a code, which these tables have not had before,
 * is asked about. So nothing is counted twice, as long as partnerships are summed apart from forces.
 *
 * The code of a force is the one of its own row. Where another row says its name beside the code of somebody else, the
 * file contradicts itself, and that the name is meant is asked.
 */
export class PartnershipAreas {
  private readonly noted = new Set<string>();
  private readonly areas = new Map<string, AreaLabel>();
  private readonly names = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  /** By partnership, the code of its local authority. */
  private readonly districts = new Map<string, string>();

  constructor(private readonly findings: Findings) {}

  rowsOf(table: PartnershipTable, rows: readonly SheetRow[]): AreaRow[] {
    const written = rows.flatMap((row) => {
      const read = readAreas(row, table);
      return read ? [{ row, read }] : [];
    });
    const forces = new Map(
      written
        .filter(({ read }) => isForce(read))
        .map(({ read: { force, forceCode } }) => [force.toLowerCase(), { name: force, code: forceCode }]),
    );
    return written.map(({ row, read }) => {
      const code = forces.get(read.force.toLowerCase())?.code ?? read.forceCode;
      if (code !== read.forceCode) this.askWhoseForce(table, row, read, code, forces);
      return {
        ...{ row, isForce: isForce(read), force: { code, name: read.force } },
        area: this.areaOf(read, code, row, table),
        district: DISTRICT_CODE.test(read.districtCode)
          ? { code: read.districtCode, name: read.district }
          : null,
      };
    });
  }

  private areaOf(
    { force, code, name, districtCode }: Written,
    forceCode: string,
    row: SheetRow,
    { sheet }: PartnershipTable,
  ): AreaLabel {
    if (name === '' && code === '') return this.area(forceCode, force, null);
    if (PARTNERSHIP_CODE.test(code)) {
      this.askIfNamedTwice(code, `${name} in ${force}`, row, sheet);
      this.askIfOtherDistrict(code, name, districtCode, row, sheet);
      return this.area(code, name, force);
    }
    const own = code === '' && outsideAllPartnerships(name);
    if (own) return this.area(`${forceCode}/${own}`, name, force);
    const label = `${forceCode}/${code || name}`;
    return interned(this.areas, label, () => ({ label, name, code: null, within: force }));
  }

  private area(code: string, name: string, within: string | null): AreaLabel {
    return interned(this.areas, code, () => ({ label: code, name, code, within }));
  }

  private askWhoseForce(
    { sheet }: PartnershipTable,
    { number }: SheetRow,
    { force, forceCode, name }: Written,
    code: string,
    forces: ReadonlyMap<string, { readonly name: string; readonly code: string }>,
  ): void {
    const other = [...forces.values()].find((one) => one.code === forceCode)?.name;
    const found = `Row ${number} of sheet “${sheet}” (${name || force}) says ${force}, which has the code ${code}, but gives the code ${forceCode}${other ? `, which is that of ${other}` : ''}.`;
    // “Unassigned Gwent” says it twice, by its own name and by its force: one code is no reason to doubt both.
    if (name.toLowerCase().endsWith(` ${force.toLowerCase()}`)) {
      // Every table has the row: it is said once.
      if (!this.noted.has(name)) this.findings.note(`${found} It is taken for ${force}’s, as it is named.`);
      this.noted.add(name);
      return;
    }
    this.findings.ask({
      ...{ kind: 'rows', subject: `force ${force} ${forceCode}` },
      sentence: `${found} Is it of ${force}?`,
      accept: `It is of ${force}: the code is wrong`,
    });
  }

  private askIfOtherDistrict(
    code: string,
    name: string,
    district: string,
    { number }: SheetRow,
    sheet: string,
  ): void {
    const known = this.districts.get(code);
    this.districts.set(code, known ?? district);
    if (known === undefined || known === district) return;
    this.findings.ask({
      ...{ kind: 'rows', subject: `district ${code}` },
      sentence: `Row ${number} of sheet “${sheet}” has ${district || 'no code'} for the local authority of ${name}, and before it was ${known || 'none'}. Is the first one right?`,
      accept: `It is: ${name} is the local authority ${known || 'of no code'}`,
    });
  }

  /** The tables have the same areas: a code with two names, or a name with two codes, is wrong in one of them. */
  private askIfNamedTwice(code: string, name: string, { number }: SheetRow, sheet: string): void {
    const [knownName, knownCode] = [this.names.get(code), this.codes.get(name.toLowerCase())];
    this.names.set(code, knownName ?? name);
    this.codes.set(name.toLowerCase(), knownCode ?? code);
    if ((knownName ?? name).toLowerCase() === name.toLowerCase() && (knownCode ?? code) === code) return;
    const before = knownCode !== undefined && knownCode !== code ? `the code ${knownCode}` : `“${knownName}”`;
    this.findings.ask({
      ...{ kind: 'rows', subject: `partnership ${code}` },
      sentence: `Row ${number} of sheet “${sheet}” has ${code} for ${name}, and before it was ${before}. Is the code right?`,
      accept: `It is: ${code} is ${name}`,
    });
  }
}

function isForce({ code, name }: Written): boolean {
  return code === '' && name === '';
}

/** @returns null for a row that says nothing of an area: a footnote, or a line between */
function readAreas(
  { number, cells }: SheetRow,
  { columns, figures, sheet }: PartnershipTable,
): Written | null {
  const text = (role: string) => withoutNotes(cells[columns.get(role)!]!);
  const forceCode = text('force-code');
  if (!FORCE_CODE.test(forceCode)) {
    if ([...figures.keys()].every((column) => cells[column]!.trim() === '')) return null;
    throw new ImportRefused(
      `Row ${number} of sheet “${sheet}” has figures, but no code of a police force (“${forceCode.slice(0, 40)}”). Download the file again from its publisher; if it says the same there, ask the publisher.`,
    );
  }
  if (text('force') === '' || (text('partnership-code') !== '' && text('partnership') === ''))
    throw new ImportRefused(
      `Row ${number} of sheet “${sheet}” does not name its area. Download the file again from its publisher.`,
    );
  return {
    ...{ forceCode, force: text('force'), code: text('partnership-code'), name: text('partnership') },
    ...{ districtCode: text('district-code'), district: text('district') },
  };
}

/** What is added to the code of the force for a row without a partnership; null where its name is not known. */
function outsideAllPartnerships(name: string): string | null {
  if (/^unassigned\b/i.test(name)) return 'unassigned';
  return PLACES_OF_THEIR_OWN.includes(name.toLowerCase()) ? name.toLowerCase().replaceAll(' ', '-') : null;
}
