import { type DefinitionSheet, SHEET_FIELDS, type SheetField } from '@lib/plans';
import type { ShownDefinition } from '@lib/reporting';

export const DIRECTION = {
  lower: 'Lower is better.',
  higher: 'Higher is better.',
  range: 'Within a range is good: too many and too few are both a warning.',
  reporting: 'A rise is expected: more people are meant to report. It is never red by itself.',
  context: 'Neither up nor down is good by itself.',
} as const;

/** The same where there is little room. */
export const DIRECTION_IN_SHORT = {
  lower: 'Lower',
  higher: 'Higher',
  range: 'Within a range',
  reporting: 'More is reported',
  context: 'Neither',
} as const satisfies Record<keyof typeof DIRECTION, string>;

export const SENSITIVITY = {
  ordinary: 'As they are',
  sensitive: 'With care: 1 to 7 are hidden from the public and the rest is rounded to 5',
  restricted: 'Never by number',
} as const;

export const COUNTED_BY = { quarter: 'One figure a quarter', month: 'A figure for each month' } as const;

const KIND = {
  count: 'Count',
  composite: 'Sum of other measures',
  proportion: 'Percentage',
  gap: 'Gap between two percentages',
} as const;

/** Where the figure of a measure comes from that nobody returns. */
export const WORKED_OUT = {
  composite: 'Worked out from its parts',
  proportion: 'Worked out from its two counts',
  gap: 'Worked out from the counts of both groups',
} as const;

/** "Count, by month" */
export function kindInWords({
  kind,
  countedBy,
  rollingTwelveMonths,
}: Pick<DefinitionSheet, 'kind' | 'countedBy' | 'rollingTwelveMonths'>): string {
  const byMonth = kind === 'count' && countedBy === 'month' ? ', by month' : '';
  return `${KIND[kind]}${byMonth}${rollingTwelveMonths ? ', over twelve months' : ''}`;
}

/** What the fields of a definition sheet are called on every page. */
const FIELDS: Readonly<Record<SheetField, string>> = {
  name: 'Name',
  wording: 'What is counted',
  unit: 'Unit',
  numerator: 'Numerator',
  denominator: 'Denominator',
  inclusions: 'Included',
  exclusions: 'Not included',
  componentIds: 'Its parts',
  direction: 'Which way is good',
  rollingTwelveMonths: 'What a figure covers',
  countedBy: 'How it is reported',
  sensitivity: 'How it is published',
  source: 'Source',
  publicationLag: 'When it is known',
  caveats: 'To bear in mind',
  ownerPost: 'Who answers for it',
};

/** A sheet as `changedFields` reads it. */
export function sheetOf({ parts, ...shown }: ShownDefinition): DefinitionSheet {
  return { ...shown, componentIds: parts.map(({ id }) => id) };
}

/** What a sheet says, in rows; a field that says nothing is left out. */
export function sheetRows(shown: ShownDefinition): { key: string; value: string }[] {
  return SHEET_FIELDS.filter((field) => field !== 'name').flatMap((field) => {
    const value = wordsOf(shown, field);
    return value === null ? [] : [{ key: FIELDS[field], value }];
  });
}

/** Fields before and after, in words. */
export function changeRows(
  before: ShownDefinition,
  after: ShownDefinition,
  fields: readonly SheetField[],
): { what: string; before: string; after: string }[] {
  return fields.map((field) => ({
    what: FIELDS[field],
    before: wordsOf(before, field) ?? 'Not said',
    after: wordsOf(after, field) ?? 'Not said',
  }));
}

function wordsOf(shown: ShownDefinition, field: SheetField): string | null {
  switch (field) {
    case 'componentIds':
      return partsInWords(shown) || null;
    case 'direction':
      return DIRECTION[shown.direction];
    case 'sensitivity':
      return SENSITIVITY[shown.sensitivity];
    case 'rollingTwelveMonths':
      return shown.rollingTwelveMonths ? 'The twelve months up to its quarter' : 'Its quarter';
    case 'countedBy':
      return shown.kind === 'count' ? COUNTED_BY[shown.countedBy] : WORKED_OUT[shown.kind];
    default:
      return shown[field];
  }
}

/** What it is worked out from: "a; b", "a, as a percentage of b", "a of b, and c of d". */
function partsInWords({ kind, parts }: Pick<ShownDefinition, 'kind' | 'parts'>): string {
  const [first, second, third, fourth] = parts.map(({ name }) => name);
  if (kind === 'proportion') return `${first}, as a percentage of: ${second}`;
  if (kind === 'gap') return `First group: ${first}, of: ${second}. Second group: ${third}, of: ${fourth}`;
  return parts.map(({ name }) => name).join('; ');
}
