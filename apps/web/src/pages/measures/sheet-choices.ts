import type { MeasureKind } from '@lib/performance';
import { COUNTED_BY, DIRECTION, SENSITIVITY } from '../../performance/definition-words.js';

/** What each count is in a measure that is worked out from a fixed number of them. */
const PLACES: Readonly<Record<MeasureKind, readonly string[]>> = {
  count: [],
  composite: [],
  proportion: ['Which count is the part?', 'Which count is the whole that it is a percentage of?'],
  gap: [
    'First group: which count is the part?',
    'First group: which count is the whole?',
    'Second group: which count is the part?',
    'Second group: which count is the whole?',
  ],
};

/**
 * What can be selected on a definition sheet.
 *
 * @param chosen the ids of the counts that are selected, in their order
 */
export function sheetChoices(
  kind: MeasureKind,
  counts: readonly { readonly id: string; readonly name: string }[],
  chosen: readonly string[],
) {
  const items = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }));
  return {
    directions: items(DIRECTION),
    sensitivities: items(SENSITIVITY),
    countedBy: items(COUNTED_BY),
    parts: kind === 'composite' ? counts.map(({ id, name }) => ({ value: id, text: name })) : null,
    places: PLACES[kind].map((label, place) => ({
      // The first is where an error leads.
      id: place === 0 ? 'parts' : `parts-${place + 1}`,
      label,
      items: [
        { value: '', text: 'Select a count' },
        ...counts.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen[place] })),
      ],
    })),
  };
}
