import { isSourceKey, type Source, type SourceKey, SOURCES } from './source.js';

/**
 * The source of what is loaded from a table of one's own: each table is a source by itself, so that its names and its
 * releases are apart from those of every other table.
 */
export type OwnTableSource = `own-table:${string}`;

/** A source that publishes files of one shape, or a table of one's own. */
export type AnySource = SourceKey | OwnTableSource;

const PREFIX = 'own-table:';

export function ownTableSource(tableId: string): OwnTableSource {
  return `${PREFIX}${tableId}`;
}

/** @returns the id of the table; null for any other source */
export function ownTableOf(source: string): string | null {
  return source.startsWith(PREFIX) ? source.slice(PREFIX.length) : null;
}

export function isSource(text: string): text is AnySource {
  return isSourceKey(text) || ownTableOf(text) !== null;
}

/** @param tableName of a table of one's own, as it is kept; null where nobody has named it yet */
export function sourceNamed(source: AnySource, tableName: string | null): Source {
  if (isSourceKey(source)) return SOURCES[source];
  return {
    ...SOURCES['own-table'],
    ...{ key: source, name: tableName ?? SOURCES['own-table'].name },
    publisher: 'a table of one’s own',
  };
}
