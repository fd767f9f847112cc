/**
 * A piece of SVG that is safe to put into a page. The brand makes the compiler refuse a plain
 * string where markup is wanted, so text cannot reach a drawing without being escaped.
 */
export type SvgMarkup = string & { readonly __svgMarkup: unique symbol };

type AttributeValue = string | number | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Draws one element. Looks are given by presentation attributes (`fill`, `stroke-width`), never
 * by `style`, which the content security policy forbids.
 *
 * @param attributes numbers are rounded to a tenth of a unit; an undefined one is left out
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  children: readonly SvgMarkup[] = [],
): SvgMarkup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${attributeText(value)}"`)
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>` as SvgMarkup;
}

/** Writes what somebody typed as text and nothing else. */
export function textNode(text: string): SvgMarkup {
  return escape(text) as SvgMarkup;
}

/** Rounds to a tenth of a unit, which is finer than a screen shows. */
export function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}

function attributeText(value: AttributeValue): string {
  return typeof value === 'number' ? String(tenths(value)) : escape(value ?? '');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
