/** Reads our own pages, whose values are always escaped: a `>` or `"` in the text never ends a tag or an attribute. */

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#92;': '\\',
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#96|#92);/g, (entity) => ENTITIES[entity]!);
}

export function titleOf(html: string): string {
  return unescaped(/<title[^>]*>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '').trim();
}

/** What stands in the box of a name, unescaped; undefined where the page has no such box. */
export function boxOf(html: string, name: string): string | undefined {
  const marked = `name="${name}"`;
  const input = [...html.matchAll(/<input\b[^>]*>/g)].find(([tag]) => tag.includes(marked));
  if (input) return unescaped(/ value="([^"]*)"/.exec(input[0])?.[1] ?? '');
  const area = [...html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].find(([, tag]) =>
    tag!.includes(marked),
  );
  return area && unescaped(area[2]!);
}

/** The error summary as [sentence, id it links to]; the id is undefined where a sentence is no link. */
export function errorSummary(html: string): [string, string | undefined][] {
  const summary = /<ul class="[^"]*govuk-error-summary__list[^"]*">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item]) => [
    unescaped(item!.replace(/<[^>]*>/g, '').trim()),
    /href="#([^"]*)"/.exec(item!)?.[1],
  ]);
}

/** The links of the error summary that lead nowhere. */
export function brokenErrorLinks(html: string): string[] {
  return errorSummary(html).flatMap(([, id]) =>
    id !== undefined && !html.includes(` id="${id}"`) ? [id] : [],
  );
}

/** What the main part of a page says, in words with one space between them. */
export function mainText(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? html;
  return unescaped(main.replace(/<svg[\s\S]*?<\/svg>/g, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
