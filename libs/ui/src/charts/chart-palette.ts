/**
 * Colours of charts, from the palette of the Government Analysis Function. Lines are at least
 * 3 to 1 on white and words at least 4.5 to 1. No meaning rests on colour alone: each kind of
 * line has its own pattern and each kind of point its own shape, so that a chart reads the same
 * in greyscale.
 */
export const chartPalette = {
  series: '#12436D',
  target: '#F46A25',
  baseline: '#3D3D3D',
  event: '#3D3D3D',
  limits: '#3D3D3D',
  better: '#12436D',
  worse: '#F46A25',
  /** Around the orange, which is the palest of the three. */
  worseOutline: '#3D3D3D',
  neutral: '#801650',
  axis: '#3D3D3D',
  text: '#0B0C0C',
  /** Too pale to carry meaning, which is why only gridlines have it. */
  gridline: '#D9DCDE',
  ground: '#FFFFFF',
} as const;
