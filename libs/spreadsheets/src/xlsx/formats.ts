import { readXml } from '@lib/archives';

/** What a number is shown as. A date is a number too, and not one that anybody counted. */
export type ShownAs = 'number' | 'date' | 'percentage';

/** By the number that a cell gives for its style, how its number is shown. */
export async function readFormats(
  chunks: AsyncIterable<Buffer>,
  mostElements: number,
): Promise<readonly ShownAs[]> {
  const ownCodes = new Map<string, string>();
  const styles: ShownAs[] = [];
  let inCellStyles = false;
  await readXml(chunks, mostElements, {
    open(name, attribute) {
      if (name === 'numFmt') ownCodes.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = attribute('numFmtId') ?? '0';
      const code = ownCodes.get(id);
      styles.push(code === undefined ? shownByNumber(Number(id)) : shownByCode(code));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The formats that every spreadsheet knows (ECMA-376, part 1, 18.8.30). */
function shownByNumber(id: number): ShownAs {
  if (id === 9 || id === 10) return 'percentage';
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

function shownByCode(code: string): ShownAs {
  // Without the texts, colours and spaces in it; [h], hours that may be more than 24, is a time.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[dmyhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percentage' : 'number';
}
