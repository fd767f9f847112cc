/** A row of a table that a council may keep: what was counted, where, in which month, how often. */
export type OwnRow = readonly [what: string, area: string, month: string, figure: string];

export const KINGSTON = 'E09000021';
export const OWN_HEADINGS = ['Kind of waste', 'Ward code', 'Reported in', 'Incidents'] as const;

export function ownCsv(rows: readonly OwnRow[], headings: readonly string[] = OWN_HEADINGS): Buffer {
  return Buffer.from([headings, ...rows].map((cells) => `${cells.join(',')}\r\n`).join(''));
}

/** A figure for each month, from April of a year on. */
export function monthly(what: string, year: number, figures: readonly number[]): OwnRow[] {
  return figures.map((figure, index) => {
    const month = 3 + index;
    const at = `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return [what, KINGSTON, at, String(figure)];
  });
}

/** Numbers of the questions about a table that is new, where none is kept yet. */
export const NAME = 1;
export const FIGURES = 2;

/** What `ownCsv` has in its columns, by the number of the first question about one. */
export function ownColumns(first: number): Record<string, string> {
  const roles = ['series', 'area-code', 'from', 'value'];
  return Object.fromEntries(roles.map((role, index) => [`answer-${first + index}`, role]));
}

/** What stands in the boxes of the questions of a page, as a browser would send it. */
export function answersOn(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input\b[^>]*name="(answer-\d+)"[^>]*>/g)].flatMap(([tag, name]) =>
      / type="(?:radio|checkbox)"/.test(tag) && !/ checked/.test(tag)
        ? []
        : [[name!, / value="([^"]*)"/.exec(tag)?.[1] ?? '']],
    ),
  );
}

/** The radio with a label, as a field of its form. */
export function chosen(html: string, label: string): Record<string, string> {
  const radios = html.matchAll(
    /<input\b[^>]*name="(answer-\d+)"[^>]*value="([^"]*)"[^>]*>\s*<label\b[^>]*>\s*([^<]*?)\s*<\/label>/g,
  );
  const found = [...radios].find(([, , , words]) => words === label);
  if (!found) throw new Error(`The page has no choice “${label}”.`);
  return { [found[1]!]: found[2]! };
}

/** The number of the question what a table is called: the one that is answered in words. */
export function numberOfName(html: string): number {
  const box = [...html.matchAll(/<input\b[^>]*>/g)].find(
    ([tag]) => /id="answer-\d+"/.test(tag!) && / type="text"/.test(tag!),
  );
  return Number(/id="answer-(\d+)"/.exec(box?.[0] ?? '')?.[1]);
}
