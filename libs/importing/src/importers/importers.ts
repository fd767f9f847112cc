import type { Importer } from '../importer.js';
import { cspLookups } from './csp-lookups.js';
import { mopacSurvey } from './mopac-survey.js';
import { mpsBorough } from './mps-borough.js';
import { mpsDashboard } from './mps-dashboard.js';
import { mpsWard } from './mps-ward.js';
import { onsPartnerships } from './ons-partnerships.js';
import { onsPopulation } from './ons-population.js';
import { policeUk } from './police-uk.js';
import { typedTable } from './typed-table.js';

/** All there are: the upload page and the command list them by themselves. A new one is one line here. */
export const IMPORTERS: readonly Importer[] = [
  mpsBorough,
  mpsWard,
  mpsDashboard,
  mopacSurvey,
  onsPartnerships,
  onsPopulation,
  policeUk,
  cspLookups,
  typedTable,
];
