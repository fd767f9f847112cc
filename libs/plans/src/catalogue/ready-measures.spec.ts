import { changedFields, requireSheet } from '../domain/definition-change.js';
import type { DefinitionSheet } from '../domain/measure.js';
import { measureSlug } from '../domain/measure-slug.js';
import { CATALOGUE, READY_MEASURES, type ReadyMeasure } from './ready-measures.js';

const KEYS = new Map(READY_MEASURES.map((one) => [one.key, one]));
/** As somebody would have it who has all its parts. */
const sheetOf = ({ sheet, partKeys }: ReadyMeasure): DefinitionSheet => ({
  ...sheet,
  componentIds: [...partKeys],
});
const twice = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);

describe('the catalogue of ready measures', () => {
  it('has measures of every authority group, and says of each what it is', () => {
    expect(CATALOGUE.map(({ key }) => key)).toEqual([
      ...['police', 'perception', 'council', 'domestic-abuse', 'fire', 'probation', 'health'],
    ]);
    for (const { measures } of CATALOGUE) expect(measures.length).toBeGreaterThan(5);
  });

  it('has no key, no name and no address twice', () => {
    expect(twice(READY_MEASURES.map(({ key }) => key))).toEqual([]);
    expect(twice(READY_MEASURES.map(({ sheet }) => sheet.name.toLowerCase()))).toEqual([]);
    expect(twice(READY_MEASURES.map(({ sheet }) => measureSlug(sheet.name)))).toEqual([]);
  });

  it.each(READY_MEASURES.map((one) => [one.key, one] as const))(
    '%s is a sheet that holds together',
    (_, one) => {
      const sheet = sheetOf(one);
      expect(() => requireSheet(sheet)).not.toThrow();
      expect(changedFields(sheet, sheet)).toEqual([]);
      expect(one.key).toMatch(/^[A-Z]\d{1,2}[a-z]?%?$/);
    },
  );

  it('adds up and divides by counts that it has itself', () => {
    for (const { partKeys, sheet } of READY_MEASURES)
      for (const key of partKeys) {
        expect(KEYS.get(key)?.sheet.kind).toBe('count');
        if (sheet.kind === 'composite') expect(KEYS.get(key)!.sheet.unit).toBe(sheet.unit);
      }
  });

  it('calls neither way good of a count that means something only as a percentage', () => {
    for (const { percentageKey, sheet } of READY_MEASURES)
      if (percentageKey) expect(sheet.direction).toBe('context');
  });

  it('has the percentage of each such count, worked out from it and its whole', () => {
    const parts = READY_MEASURES.filter(({ percentageKey }) => percentageKey !== null);
    expect(parts.length).toBeGreaterThan(20);
    for (const { key, percentageKey, sheet } of parts) {
      const percentage = KEYS.get(percentageKey!)!;
      expect(percentage.sheet).toMatchObject({ kind: 'proportion', unit: sheet.unit });
      expect(percentage.partKeys[0]).toBe(key);
      expect(percentage.sheet.direction).not.toBe('context');
      expect(percentage.sheet.rollingTwelveMonths).toBe(
        KEYS.get(percentage.partKeys[1]!)!.sheet.rollingTwelveMonths,
      );
    }
    expect(KEYS.get('S3e')).toMatchObject({
      partKeys: ['S3b', 'S3a', 'S3d', 'S3c'],
      sheet: { kind: 'gap', direction: 'lower' },
    });
  });

  // Reporting is wanted of these: a rise is never red by itself.
  it.each(['P10', 'P16a', 'P20a', 'P22a', 'P31a', 'C11b', 'H3a', 'H10a'])(
    'means more reporting of %s',
    (key) => expect(KEYS.get(key)!.sheet.direction).toBe('reporting'),
  );

  it('says where the series breaks, and where no source is confirmed', () => {
    expect(KEYS.get('P16a')!.sheet.caveats).toContain('from March 2024');
    for (const { isSourceConfirmed, sheet } of READY_MEASURES)
      expect(sheet.caveats?.includes('Source not confirmed') ?? false).toBe(!isSourceConfirmed);
  });
});
