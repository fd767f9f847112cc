import { posix } from 'node:path';
import { Archive, readXml } from '@lib/archives';
import type { WorkbookLimits } from '../limits.js';
import { refused } from '../refusals.js';
import type { Lookups } from './cell-value.js';
import { readFormats } from './formats.js';
import { readSharedStrings } from './shared-strings.js';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for a sheet that holds a chart only. */
  readonly part: string | null;
}

/** A workbook as its parts refer to each other (ECMA-376). Throws `FileRefused` and `ArchiveRefused` throughout. */
export class WorkbookPackage {
  private constructor(
    private readonly archive: Archive,
    private readonly relations: readonly Relation[],
    private readonly limits: WorkbookLimits,
    readonly sheets: readonly SheetEntry[],
    /** Whether its days are counted from 1904 on, as old Macs did. */
    readonly countsFrom1904: boolean,
  ) {}

  static async open(bytes: Buffer, limits: WorkbookLimits): Promise<WorkbookPackage> {
    const archive = await Archive.open(bytes, limits);
    if (archive.names.some((name) => /vbaproject\.bin$|\/macrosheets\//.test(name)))
      throw refused('file.macros');
    const [workbook] = (await relationsOf(archive, '', limits)).filter(
      ({ type }) => type === 'officeDocument',
    );
    if (!workbook) throw refused('file.archive');
    if (!archive.names.includes(workbook.part.toLowerCase())) throw refused('file.type');
    const relations = await relationsOf(archive, workbook.part, limits);
    const sheets: SheetEntry[] = [];
    let countsFrom1904 = false;
    await readPart(archive, workbook.part, limits, (name, attribute) => {
      if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const wanted = attribute('id');
      sheets.push({
        name: attribute('name') ?? '',
        isHidden: (attribute('state') ?? 'visible') !== 'visible',
        part: relations.find(({ id, type }) => id === wanted && type === 'worksheet')?.part ?? null,
      });
    });
    return new WorkbookPackage(archive, relations, limits, sheets, countsFrom1904);
  }

  async lookups(): Promise<Lookups> {
    const { elements } = this.limits;
    const formats = await readFormats(this.unpack(this.partOf('styles')), elements);
    const strings = await readSharedStrings(this.unpack(this.partOf('sharedStrings')), elements);
    return { formats, strings };
  }

  unpack(part: string): AsyncIterable<Buffer> {
    return this.archive.unpack(part);
  }

  private partOf(type: string): string {
    return this.relations.find((one) => one.type === type)?.part ?? '';
  }
}

interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to; the part of no name is the archive itself. */
async function relationsOf(archive: Archive, part: string, limits: WorkbookLimits): Promise<Relation[]> {
  const relations: Relation[] = [];
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  await readPart(archive, file, limits, (name, attribute) => {
    const target = attribute('Target');
    if (name !== 'Relationship' || !target || attribute('TargetMode') === 'External') return;
    relations.push({
      id: attribute('Id') ?? '',
      type: attribute('Type')?.split('/').at(-1) ?? '',
      part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

async function readPart(
  archive: Archive,
  part: string,
  { elements }: WorkbookLimits,
  open: (name: string, attribute: (name: string) => string | undefined) => void,
): Promise<void> {
  await readXml(archive.unpack(part), elements, { open });
}
