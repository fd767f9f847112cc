import { measureSlug } from './measure-slug.js';

describe('the address of a measure', () => {
  it.each([
    ['Residential burglary', 'residential-burglary'],
    ['  Robbery (of a business) ', 'robbery-of-a-business'],
    ['Café thefts', 'cafe-thefts'],
    ['999 calls', 'measure-999-calls'],
    ['New', 'measure-new'],
    ['Catalogue', 'measure-catalogue'],
    ['x', 'measure-x'],
    ['盗難', 'measure'],
  ])('of “%s” is %s', (name, slug) => expect(measureSlug(name)).toBe(slug));

  it('is one that the database takes, however long the name', () => {
    const slug = measureSlug(`${'a'.repeat(62)} and more`);
    expect(slug).toMatch(/^[a-z][a-z0-9-]{1,62}$/);
    expect(slug.endsWith('-')).toBe(false);
  });
});
