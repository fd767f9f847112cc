import { safeNext } from './sign-in.form.js';

describe('where to go after signing in', () => {
  it.each(['/', '/partnerships/kingston/board?year=2010-11'])('goes on to %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/a\\b',
    '',
    undefined,
    ['/'],
  ])('goes home instead of to %p', (next) => expect(safeNext(next)).toBe('/'));

  it('does not go in circles', () => expect(safeNext('/sign-in?next=/sign-in')).toBe('/'));
});
