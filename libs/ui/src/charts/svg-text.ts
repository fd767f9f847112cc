import { chartPalette } from './chart-palette.js';
import { element, textNode, type SvgMarkup } from './svg-markup.js';

interface TextPlace {
  readonly x: number;
  /** The line that the letters of the first line stand on. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly bold?: boolean;
  /** Distance between lines; needed when there is more than one. */
  readonly lineHeight?: number;
}

/**
 * Draws horizontal text, on one line or several. A white edge lies under the letters so that
 * they can be read where a line runs behind them.
 */
export function svgText(lines: string | readonly string[], place: TextPlace): SvgMarkup {
  const all = typeof lines === 'string' ? [lines] : lines;
  return element(
    'text',
    {
      x: place.x,
      y: place.y,
      'text-anchor': place.anchor ?? 'start',
      fill: place.fill ?? chartPalette.text,
      'font-weight': place.bold ? 'bold' : undefined,
      stroke: chartPalette.ground,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    all.length === 1
      ? [textNode(all[0] ?? '')]
      : all.map((line, index) =>
          element('tspan', { x: place.x, dy: index === 0 ? 0 : place.lineHeight }, [textNode(line)]),
        ),
  );
}
