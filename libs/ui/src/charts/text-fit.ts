/**
 * Widths of characters of Helvetica or Arial, in ems, on the generous side. Nothing on the
 * server can measure text exactly, so drawings leave room to spare.
 */
const AVERAGE_CHARACTER = 0.55;
const WIDE_CHARACTER = 0.9;
const WIDE_CHARACTERS = /[%@MWmw]/g;

/** About how wide the text is when drawn, in the units of the drawing. */
export function textWidth(text: string, fontSize: number): number {
  const wide = text.match(WIDE_CHARACTERS)?.length ?? 0;
  return ((text.length - wide) * AVERAGE_CHARACTER + wide * WIDE_CHARACTER) * fontSize;
}

/** Breaks text between words into lines no wider than `width`; a word that is wider stays whole. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Breaks text once, between the two words that make its longer line as short as can be. */
export function inTwoLines(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  let best = [words.join(' ')];
  for (let cut = 1; cut < words.length; cut += 1) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    if (longest(lines) < longest(best)) best = lines;
  }
  return best;
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
