import { addDays, dateInWords } from '@lib/kernel';
import { isSource, sourceNamed } from '@lib/published-data';
import type { PublishedFileSheet } from '@lib/reporting';

/** What a file is and what it changes, line by line, for somebody at a terminal. */
export function changesInWords(file: PublishedFileSheet): string[] {
  const { source, tableName, dialect, coversFrom, coversUntil, cells, notes, changes, questions } = file;
  const name = source && isSource(source) ? sourceNamed(source, tableName).name : source;
  const release = questions.find(({ kind }) => kind === 'release');
  const lines = [`${name}: ${dialect ?? 'columns to be explained'}`, ...notes];
  if (!changes) return lines;
  lines.push(
    `${cells.toLocaleString('en-GB')} figures, ${dateInWords(coversFrom!)} to ${dateInWords(addDays(coversUntil!, -1))}`,
  );
  if (release) lines.push(`${release.sentence} ${release.answer ?? 'Not answered yet.'}`);
  const { before, added, changed, same, missing, leftOut, biggest } = changes;
  lines.push(
    `${before ? `Against the release of ${dateInWords(before)}` : 'The first release of it'}: ` +
      `${added} new, ${changed} changed, ${same} the same, ${missing} not there any more, ${leftOut} left out`,
  );
  for (const { means, area, from, before: was, after } of biggest)
    lines.push(`  ${area}, ${means}, ${from.slice(0, 7)}: ${was} -> ${after}`);
  return lines;
}
