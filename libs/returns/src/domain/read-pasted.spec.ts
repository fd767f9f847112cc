import { Decimal } from '@lib/kernel';
import { readPasted } from './read-pasted.js';

const LINES = [
  { id: 'a', label: 'Residential burglary' },
  { id: 'b', label: 'Robbery' },
  { id: 'c', label: 'Theft from a motor vehicle' },
].map((line) => ({ ...line, countedBy: 'quarter' as const }));
const read = (text: string) => {
  const { figures, rejected } = readPasted(text, LINES);
  if (rejected.length > 0) return rejected.map(({ problem }) => problem);
  return figures.map(({ line, entry }) => [line.id, entry.kind === 'value' && entry.value.toNumber()]);
};

describe('what is pasted from a spreadsheet', () => {
  it.each([
    [
      'names and figures',
      'Residential burglary\t126\nRobbery\t52',
      [
        ['a', 126],
        ['b', 52],
      ],
    ],
    [
      'in another order, with a heading',
      'Measure\tQ1\nRobbery\t52\r\nRESIDENTIAL  burglary\t1,754\r\n',
      [
        ['b', 52],
        ['a', 1754],
      ],
    ],
    ['with columns in between', 'Robbery\toffences\t\t52\t', [['b', 52]]],
    [
      'a column in the order of the return',
      '126\n52\n0\n',
      [
        ['a', 126],
        ['b', 52],
        ['c', 0],
      ],
    ],
    ['with a byte order mark', '\ufeffRobbery\t52', [['b', 52]]],
    ['a row without a figure, which is left as it is', 'Residential burglary\t\nRobbery\t52', [['b', 52]]],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['nothing', ' \n\t\n', ['Paste at least one row with a figure']],
    ['a name that is not there', 'Robbery\t52\nArson\t3', ['Row 2: there is no line “Arson” in this return']],
    ['a name twice', 'Robbery\t52\nRobbery\t53', ['Row 2: Robbery is there twice']],
    [
      'too few figures',
      '126\n52',
      ['There are 2 figures for 3 lines: paste one for each, or paste the names of the measures too'],
    ],
    [
      'what is no count',
      'Robbery\t-3\nResidential burglary\ta dozen',
      [
        'Row 1: Robbery cannot be below 0',
        'Row 2: Residential burglary must be a whole number, like 126 or 1,754',
      ],
    ],
    [
      'a decimal comma',
      'Robbery\t52,5',
      [
        'Row 1: Robbery is not clear: “52,5” could be read in two ways: enter a whole number, like 126 or 1,754',
      ],
    ],
    ['a formula', 'Robbery\t=1+1', ['Row 1: Robbery must be a whole number, like 126 or 1,754']],
    [
      '300 columns',
      `Robbery${'\t1'.repeat(299)}`,
      ['There are 300 columns: paste the measure and its figure only'],
    ],
    ['501 rows', 'Robbery\t1\n'.repeat(501), ['There are 501 rows: paste at most 500']],
  ])('refuses %s, naming the row', (_, text, problems) => expect(read(text)).toEqual(problems));

  it('says the months of a measure counted by month in one cell', () => {
    const lines = [{ id: 'a', label: 'Robbery', countedBy: 'month' } as const];
    const { figures } = readPasted('Robbery\t40 / 44 / 38', lines);
    expect(figures[0]?.entry).toMatchObject({ kind: 'value', value: new Decimal(122) });
    const { rejected } = readPasted('Robbery\t122', lines);
    expect(rejected[0]?.problem).toBe('Row 1: Robbery is counted by month: it needs all three months');
  });
});
