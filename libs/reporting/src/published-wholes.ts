import { CODE_LISTS, SOURCES } from '@lib/published-data';

/** Keys that are no part of the whole of their source, as `source/key`. */
export const NOT_IN_WHOLE = Object.values(SOURCES).flatMap(({ key }) =>
  CODE_LISTS[key].series.filter(({ addsUp }) => addsUp === false).map((series) => `${key}/${series.key}`),
);

/** Keys of wholes, as `source/key`: a file that gives the whole is not added up to it. */
export const WHOLES = Object.values(SOURCES).flatMap(({ key }) => {
  const { whole } = CODE_LISTS[key];
  return whole ? [`${key}/${whole.key}`] : [];
});
