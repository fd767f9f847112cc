/**
 * Colours of charts, from the palette of the Government Analysis Function. Lines are at least
 * 3 to 1 on white and words at least 4.5 to 1. No meaning rests on colour alone: a series is
 * solid, a target dashed and a baseline dotted, so that a chart reads the same in greyscale.
 */
export const chartPalette = {
  series: '#12436D',
  target: '#F46A25',
  baseline: '#3D3D3D',
  event: '#3D3D3D',
  axis: '#3D3D3D',
  text: '#0B0C0C',
  /** Too pale to carry meaning, which is why only gridlines have it. */
  gridline: '#D9DCDE',
  ground: '#FFFFFF',
} as const;
