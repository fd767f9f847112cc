import type { CodeList } from '../domain/code-list.js';
import type { AnySource } from '../domain/own-table-source.js';
import { isSourceKey, type SourceKey } from '../domain/source.js';
import { MOPAC_MEASURES } from './mopac-measures.js';
import { MPS_DASHBOARD_MEASURES } from './mps-dashboard-measures.js';
import { MPS_OFFENCES } from './mps-offences.js';
import { ONS_OFFENCES } from './ons-offences.js';
import { POPULATION_MEASURES } from './population-measures.js';
import { STREET_CRIME_TYPES } from './street-crime-types.js';

const NOTHING: CodeList = { series: [], whole: null };

/** What each source counts, and what it has called it. A name that is not here is asked about, once. */
export const CODE_LISTS: Readonly<Record<SourceKey, CodeList>> = {
  'mps-borough': MPS_OFFENCES,
  'mps-ward': MPS_OFFENCES,
  'mps-dashboard': MPS_DASHBOARD_MEASURES,
  'mopac-survey': MOPAC_MEASURES,
  'ons-partnerships': ONS_OFFENCES,
  'ons-population': POPULATION_MEASURES,
  'ons-areas': NOTHING,
  'police-uk': STREET_CRIME_TYPES,
  'own-table': NOTHING,
};

/** What a source counts. A table of one's own counts what it says, which no code list knows. */
export function codeListOf(source: AnySource): CodeList {
  return isSourceKey(source) ? CODE_LISTS[source] : NOTHING;
}
