import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLink, Findings } from '../importer.js';

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface LinkedAreas {
  readonly district: NamedArea;
  readonly partnership: NamedArea;
  readonly force: NamedArea;
}

/** How the codes of England and Wales begin. */
export const DISTRICT_CODE = /^(E0[6-9]|W06)\d{6}$/;
export const PARTNERSHIP_CODE = /^(E22|W14)\d{6}$/;
export const FORCE_CODE = /^(E23|W15)\d{6}$/;

/** Makes links of rows, each once, and asks where they contradict each other. */
export class LinkRows {
  private readonly seen = new Set<string>();
  private readonly names = new Map<string, string>();
  private readonly forces = new Map<string, NamedArea>();
  private readonly codesOfDistricts = new Set<string>();

  constructor(private readonly findings: Findings) {}

  get districts(): number {
    return this.codesOfDistricts.size;
  }

  /** @throws ImportRefused for a code that is of another kind than its column */
  linksOf({ district, partnership, force }: LinkedAreas, row: number): AreaLink[] {
    refuseOtherCode(district, DISTRICT_CODE, 'a local authority', row);
    refuseOtherCode(partnership, PARTNERSHIP_CODE, 'a partnership', row);
    refuseOtherCode(force, FORCE_CODE, 'a police force area', row);
    for (const area of [district, partnership, force]) this.askIfRenamed(area, row);
    this.askIfMoved(partnership, force, row);
    this.codesOfDistricts.add(district.code);
    return [
      ...this.link(district, 'partnership', partnership, row),
      ...this.link(partnership, 'police-force', force, row),
    ];
  }

  private link(area: NamedArea, kind: AreaLink['kind'], within: NamedArea, row: number): AreaLink[] {
    const key = `${area.code} ${kind} ${within.code}`;
    if (this.seen.has(key)) return [];
    this.seen.add(key);
    return [
      {
        ...{ areaCode: area.code, areaName: area.name, kind },
        ...{ withinCode: within.code, withinName: within.name, row },
      },
    ];
  }

  private askIfRenamed({ code, name }: NamedArea, row: number): void {
    const known = this.names.get(code);
    this.names.set(code, known ?? name);
    if (known === undefined || known.toLowerCase() === name.toLowerCase()) return;
    this.findings.ask({
      ...{ kind: 'rows', subject: `name ${code}` },
      sentence: `${code} is “${known}” first and “${name}” in row ${row}. Are the two one area?`,
      accept: 'They are one area, with two names',
    });
  }

  private askIfMoved(partnership: NamedArea, force: NamedArea, row: number): void {
    const known = this.forces.get(partnership.code);
    this.forces.set(partnership.code, known ?? force);
    if (known === undefined || known.code === force.code) return;
    this.findings.ask({
      ...{ kind: 'rows', subject: `force ${partnership.code}` },
      sentence: `“${partnership.name}” lies in ${known.name} first and in ${force.name} in row ${row}. Does it lie in both?`,
      accept: 'It lies in both',
    });
  }
}

function refuseOtherCode({ code, name }: NamedArea, form: RegExp, what: string, row: number): void {
  if (name === '')
    throw new ImportRefused(`Row ${row} does not name ${what}. Download the file again from its publisher.`);
  if (!form.test(code))
    throw new ImportRefused(
      `Row ${row}: “${code.slice(0, 40)}” is not the code of ${what} in England or Wales. Download the file again from its publisher; if it says the same there, ask the publisher.`,
    );
}
