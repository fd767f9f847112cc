/** What stands in a cell instead of a number; the letters are those of official statistics in the United Kingdom. */
export const SHORTHAND = {
  nil: 'nil',
  'not-applicable': '[z]',
  'not-available': '[x]',
  suppressed: '[c]',
} as const;

/** The same, in words. */
export const WITHOUT_A_FIGURE = {
  'not-applicable': 'Not applicable',
  'not-available': 'Not available',
  suppressed: 'Suppressed',
} as const;
