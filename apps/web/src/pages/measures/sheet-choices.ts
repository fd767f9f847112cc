import { COUNTED_BY, DIRECTION, SENSITIVITY } from '../../performance/definition-words.js';

/** What can be selected on a definition sheet. */
export function sheetChoices(counts: readonly { readonly id: string; readonly name: string }[]) {
  const items = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }));
  return {
    directions: items(DIRECTION),
    sensitivities: items(SENSITIVITY),
    countedBy: items(COUNTED_BY),
    parts: counts.map(({ id, name }) => ({ value: id, text: name })),
  };
}
