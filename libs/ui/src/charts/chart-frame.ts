import { element, type SvgMarkup, textNode } from './svg-markup.js';

/** What every chart says of itself beside its picture. */
interface FramedChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A chart's picture in the `svg` that names and describes it. @param content pieces; later ones lie over earlier ones */
export function chartFrame(
  { id, title, description }: FramedChart,
  { width, height, fontSize }: { readonly width: number; readonly height: number; readonly fontSize: number },
  content: readonly SvgMarkup[],
): SvgMarkup {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      class: 'tracker-chart__svg',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
      'font-family': 'Helvetica Neue, Helvetica, Arial, sans-serif',
      'font-size': fontSize,
    },
    [
      element('title', { id: `${id}-title` }, [textNode(title)]),
      element('desc', { id: `${id}-description` }, [textNode(description)]),
      ...content,
    ],
  );
}
