export { CODE_LISTS, codeListOf } from './catalogue/code-lists.js';
export { LONDON_BOROUGHS, londonAreaCode, NO_BOROUGH } from './catalogue/london-boroughs.js';
export { MOPAC_MEASURES } from './catalogue/mopac-measures.js';
export { ONS_OFFENCES } from './catalogue/ons-offences.js';
export { POPULATION_MEASURES } from './catalogue/population-measures.js';
export { breaksOf, SERIES_BREAKS, type SeriesBreak } from './catalogue/series-breaks.js';
export {
  type CodeList,
  type DatedLabel,
  labelKey,
  LEFT_OUT,
  meaningOf,
  OTHER,
  type SeriesDefinition,
  seriesEverywhere,
} from './domain/code-list.js';
export {
  type AnySource,
  isSource,
  ownTableOf,
  ownTableSource,
  type OwnTableSource,
  sourceNamed,
} from './domain/own-table-source.js';
export { type Mark, MARKS, readMark } from './domain/mark.js';
export {
  isSourceKey,
  OPEN_GOVERNMENT_LICENCE,
  type Source,
  type SourceKey,
  SOURCES,
  type Standing,
} from './domain/source.js';
