import { OF_BYTES_MORE } from './byte-mutations.js';
import type { Mutation } from './mutations.js';
import { OF_SPREADSHEETS } from './spreadsheet-mutations.js';
import { OF_PEOPLE } from './table-mutations.js';

/** What happens to files on their way over somebody’s desk. */
export const MORE: Readonly<Record<string, Mutation>> = {
  ...OF_SPREADSHEETS,
  ...OF_PEOPLE,
  ...OF_BYTES_MORE,
};
