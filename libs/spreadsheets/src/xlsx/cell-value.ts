import { Decimal } from '@lib/kernel';
import { refused } from '../refusals.js';
import { type Cell, EMPTY } from '../sheet.js';
import type { ShownAs } from './formats.js';

/** What cells refer to by number. */
export interface Lookups {
  readonly formats: readonly ShownAs[];
  readonly strings: readonly string[];
}

/** A cell as the sheet writes it (ECMA-376, part 1, 18.3.1.4). */
export interface WrittenCell {
  readonly type: string;
  /** Number of its style. */
  readonly style: number;
  /** What was worked out, where it has a formula: the result that its owner saw. */
  value: string;
  hasFormula: boolean;
}

/** As many digits as a spreadsheet shows: 0.1 + 0.2 is 0.3 there. */
const DIGITS_SHOWN = 15;

const FAULTS: Record<string, string> = {
  date: 'holds a date: set the format of the cell to a number and enter the figure again',
  percentage: 'holds a percentage: enter how many there were',
  unsolved: 'holds a formula without a result: open the file in your spreadsheet and save it again',
};

/** @param inline the text that stands in the cell itself */
export function cellValue(
  { type, style, value, hasFormula }: WrittenCell,
  inline: string,
  { formats, strings }: Lookups,
): Cell {
  switch (type) {
    case 's':
      return value === '' ? EMPTY : text(strings[Number(value)]);
    case 'inlineStr':
      return text(inline);
    case 'str':
      return text(value);
    case 'b':
      return text(value === '1' ? 'TRUE' : 'FALSE');
    case 'e':
      return faulty(value, `holds the error ${value.slice(0, 20)}: put right what it is worked out from`);
    case 'd':
      return faulty(value, FAULTS['date']!);
    case 'n':
      if (value === '') return hasFormula ? faulty('', FAULTS['unsolved']!) : EMPTY;
      return number(value, formats[style] ?? 'number');
    default:
      throw refused('file.damaged');
  }
}

function text(written: string | undefined): Cell {
  if (written === undefined) throw refused('file.damaged');
  return { text: written.trim(), fault: null };
}

function faulty(written: string, fault: string): Cell {
  return { text: written.trim(), fault };
}

/** Digits as they are to be, which most numbers are: there may be a million of them. */
const AS_IT_IS = /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/;

function number(written: string, shownAs: ShownAs): Cell {
  if (written.length <= DIGITS_SHOWN && AS_IT_IS.test(written))
    return { text: written, fault: FAULTS[shownAs] ?? null };
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d{1,3})?$/i.test(written.trim())) throw refused('file.damaged');
  const plain = new Decimal(written.trim()).toSignificantDigits(DIGITS_SHOWN).toFixed();
  return { text: plain, fault: FAULTS[shownAs] ?? null };
}
