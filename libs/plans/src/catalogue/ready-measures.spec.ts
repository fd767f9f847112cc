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
      expect(one.key).toMatch(/^[A-Z]\d{1,2}[a-z]?$/);
    },
  );

  it('adds up and divides by counts that it has itself', () => {
    for (const { partKeys, sheet } of READY_MEASURES)
      for (const key of partKeys)
        expect(KEYS.get(key)?.sheet).toMatchObject({ kind: 'count', unit: sheet.unit });
    for (const { measures } of CATALOGUE)
      for (const { percentage } of measures)
        if (percentage) expect(KEYS.get(percentage.outOf)?.sheet.kind).toBe('count');
  });

  it('calls neither way good of a count that means something only as a percentage', () => {
    for (const { percentage, sheet } of READY_MEASURES)
      if (percentage) expect(sheet.direction).toBe('context');
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
