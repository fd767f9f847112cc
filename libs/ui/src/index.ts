export { createPageRenderer } from './page-renderer.js';
export type { PageRenderer, PageRendererOptions } from './page-renderer.js';
export type { NavigationItem, PageContext, PageError, PersonalDataFlag } from './page-context.js';
export type { FigureGridHeadings, FigureGridRow } from './figure-grid-row.js';
export { formatCount } from './filters/format-count.js';
export { formatDate } from './filters/format-date.js';
export { formatDateTime } from './filters/format-date-time.js';
export { timeSeriesChart } from './charts/time-series-chart.js';
export type {
  BaselineLine,
  LimitsSegment,
  PeriodLimits,
  SignalMark,
  TargetLine,
  TimeSeriesChartSpec,
  TimeSeriesPoint,
} from './charts/time-series-spec.js';
export { funnelChart } from './charts/funnel-chart.js';
export type { FunnelChartLimits, FunnelChartPoint, FunnelChartSpec } from './charts/funnel-spec.js';
