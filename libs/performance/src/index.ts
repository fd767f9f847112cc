export { conditionalTest, type RateRatio, rateRatio } from './change/conditional-test.js';
export { type CountPair, equalExposures } from './change/count-pair.js';
export { eTest } from './change/e-test.js';
export { rootTransform } from './change/root-transform.js';
export { type AreaInGroup, compareAreas, type GroupOfAreas } from './comparators/compare-areas.js';
export {
  FEWEST_AREAS,
  type FunnelLabel,
  funnelLimits,
  type FunnelPoint,
  funnelPoint,
  overdispersion,
  type Overdispersion,
  widenedFunnelLimits,
} from './comparators/funnel.js';
export { type Rank, rankOf } from './comparators/rank.js';
export { type CountOfArea, type RankRange, rankRange } from './comparators/rank-range.js';
export { ratioOfRatios } from './comparators/ratio-of-ratios.js';
export type { Confidence, Interval } from './confidence.js';
export { type Direction, meaningOf } from './direction.js';
export {
  mayDrawLimits,
  type PublishedCount,
  publishedCount,
  publishedPoints,
  publishedRate,
  publishedTotal,
  type Sensitivity,
} from './disclosure/release.js';
export {
  type ChangeFact,
  changeFact,
  type Effect,
  type NoChangeReason,
  type TimedObservation,
} from './facts/change-fact.js';
export type { Comparison, YearToDateComparison } from './facts/comparisons.js';
export { COUNT_FACTS_1, type CountFacts } from './facts/count-facts-1/count-facts.js';
export { dataFact, type DataState, type DataWord } from './facts/data-fact.js';
export { type FactsAsStored, factsAsStored } from './facts/facts-as-stored.js';
export type { ForecastFact, NoForecastReason } from './facts/forecast-fact.js';
export { MEASURE_FACTS_2, type MeasureFacts, measureFacts } from './facts/measure-facts.js';
export type {
  FourQuarters,
  MeasureInputs,
  QuarterOfYear,
  TargetCourse,
  TargetInputs,
  YearOfFigures,
} from './facts/measure-inputs.js';
export { type QuarterLevel, quarterlyTarget } from './facts/quarterly-target.js';
export { replay, type StoredResult } from './facts/replay.js';
export type { TargetFact, TargetReason } from './facts/target-fact.js';
export { breaksBetween, placeOf } from './facts/year-so-far.js';
export { expectedFalseAlarms } from './false-alarms.js';
export {
  brierScore,
  reliability,
  type ReliabilityBand,
  type SettledForecast,
} from './forecast/calibration.js';
export { type SeasonalShare, seasonalShare, USUAL_SHARE_ERROR } from './forecast/seasonal-share.js';
export { type ForecastInputs, forecastYearEnd, type YearEndForecast } from './forecast/year-end-forecast.js';
export {
  byarInterval,
  countInterval,
  exactPoissonInterval,
  rateInterval,
} from './intervals/count-interval.js';
export { differenceOfProportions, wilsonInterval } from './intervals/proportion-interval.js';
export { crimeHarm, type WeightSet } from './measures/harm-index.js';
export { type MeasureType, METHODS, type Methods, type Observation } from './measures/observation.js';
export { addsUp, pooled } from './measures/pooled.js';
export { baseOf, intervalOf, valueOf } from './measures/value.js';
export { type WidestGap, widestGap } from './measures/widest-gap.js';
export { COUNTS_BEHIND, type MeasureKind, observationFrom } from './measures/worked-out.js';
export {
  type Percent,
  percent,
  percentageOf,
  type PercentagePoints,
  percentagePoints,
  pointsBetween,
  relativeChange,
} from './quantities/percent.js';
export { likelihood } from './sentences/likelihood.js';
export { measureSentence } from './sentences/measure-sentence.js';
export { bareNumber, mayShowPercentage, numberInWords, valueInWords } from './sentences/value-in-words.js';
export { type Assurance, assuranceOf } from './spc/assurance.js';
export {
  type CountOver,
  cLimits,
  dispersionOfShares,
  pLimits,
  pPrimeLimits,
  uLimits,
  uPrimeLimits,
} from './spc/attribute-charts.js';
export { chartForCounts, chartForShares, type ChartKind, dispersionOf } from './spc/chart-choice.js';
export type { ChartedSegment, NoLimitsReason } from './spc/charted-segment.js';
export {
  limitsStage,
  type LimitsStage,
  type Rebase,
  type RebaseRefusal,
  refusalOfRebase,
  type Segment,
  segmentsOf,
} from './spc/limits-life.js';
export {
  processChart,
  type ProcessChart,
  type ProcessSeries,
  sidesSince,
  type Variation,
} from './spc/process-chart.js';
export { gLimits, tLimits } from './spc/rare-event-charts.js';
export { MDC_2023, type Signal, type SignalRule, signals } from './spc/signals.js';
export { type UnusualCount, unusualCount } from './checks/unusual-count.js';
export { type ProcessLimits, type XmrLimits, xmrLimits } from './spc/xmr.js';
export {
  AGAINST_COMPARATORS,
  type DeclaredStatus,
  declaredOn,
  NO_COLOUR,
  POLICE_AUTHORITY_2010,
  type Rag,
  type Status,
  statusBy,
  type StatusInputs,
  type StatusRuleSet,
  toleranceBand,
} from './status/status-rules.js';
export { sumOfComponents } from './targets/composite.js';
export { passMarkOfReduction } from './targets/percentage-reduction.js';
export {
  type Bounds,
  boundsOf,
  isWithin,
  type PinnedBaseline,
  type TargetRule,
} from './targets/target-rule.js';
export type { TargetStatus } from './targets/target-status.js';
export {
  chanceAloneMeets,
  chanceHitShows,
  chanceLevelShows,
  smallestRealFall,
  smallestRealRise,
  targetSize,
  type TargetEnds,
  type TargetSize,
} from './targets/target-size.js';
export { allowedAt, type Reading, type Trajectory } from './targets/trajectory.js';
export { recentTrend, recentTrendOfProportions, type Trend } from './trend/recent-trend.js';
