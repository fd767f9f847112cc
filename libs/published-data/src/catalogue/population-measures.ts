import type { CodeList } from '../domain/code-list.js';

/** What is counted at mid-year: everybody who usually lives there. Regions and counties hold districts. */
export const POPULATION_MEASURES: CodeList = {
  series: [{ key: 'population', name: 'Population at mid-year', labels: ['All persons'], addsUp: false }],
  whole: null,
};
