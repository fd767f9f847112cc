import { calendarDate, contentHash, Decimal } from '@lib/kernel';
import {
  canonicalEntry,
  counted,
  entryInWords,
  type FigureEntry,
  isNilReturn,
  keepingProvenance,
  type Provenance,
  saysTheSame,
} from './figure-entry.js';

const PROVENANCE: Provenance = {
  ...{ source: 'Crime records', release: null, extractedOn: calendarDate('2011-07-04') },
  finality: 'provisional',
  standing: 'management-information',
  extract: null,
};
const zero = counted(new Decimal(0));
const nil: FigureEntry = { kind: 'nil' };
const byMonth: FigureEntry = {
  ...{ kind: 'value', value: new Decimal(6), provenance: null },
  months: [new Decimal(1), new Decimal(2), new Decimal(3)],
};
const notApplicable: FigureEntry = { kind: 'not-applicable', reason: 'No custody suite' };
const suppressed: FigureEntry = { kind: 'suppressed', reason: 'No custody suite' };
const notAvailable: FigureEntry = { kind: 'not-available', reason: 'No custody suite', expectedOn: null };

describe('what can be said on a line', () => {
  it('is told apart, each from each, also by what an approval covers', () => {
    const all = [zero, nil, notApplicable, suppressed, notAvailable, counted(new Decimal(6)), byMonth];
    expect(new Set(all.map((entry) => contentHash(canonicalEntry(entry)))).size).toBe(all.length);
    expect(new Set(all.map(entryInWords)).size).toBe(all.length);
    for (const one of all) for (const other of all) expect(saysTheSame(one, other)).toBe(one === other);
    expect(saysTheSame(null, null)).toBe(true);
    expect(saysTheSame(zero, null)).toBe(false);
  });

  it('says the same wherever it was taken from, though an approval covers that too', () => {
    const taken = counted(new Decimal(0), PROVENANCE);
    expect(saysTheSame(zero, taken)).toBe(true);
    expect(contentHash(canonicalEntry(taken))).not.toBe(contentHash(canonicalEntry(zero)));
    const final = counted(new Decimal(0), { ...PROVENANCE, finality: 'final' });
    expect(contentHash(canonicalEntry(final))).not.toBe(contentHash(canonicalEntry(taken)));
  });

  it('keeps where it came from when a number is typed again, and loses it with the number', () => {
    const taken = counted(new Decimal(0), PROVENANCE);
    expect(keepingProvenance(counted(new Decimal(9)), taken)).toEqual(counted(new Decimal(9), PROVENANCE));
    expect(keepingProvenance(nil, taken)).toBe(nil);
  });

  it('makes a nil return where nothing was to be reported on any line', () => {
    expect(isNilReturn([nil, nil])).toBe(true);
    expect(isNilReturn([nil, zero])).toBe(false);
    expect(isNilReturn([nil, null])).toBe(false);
    expect(isNilReturn([])).toBe(false);
  });
});
