import { isWebLink } from './web-link.js';

describe('the address of a page that anybody can follow', () => {
  it.each(['https://www.kingston.example/safer', 'https://kingston.example/minutes?of=2026-05-12#page-3'])(
    'is %s',
    (text) => expect(isWebLink(text)).toBe(true),
  );

  it.each([
    ['nothing', ''],
    ['words', 'the council’s website'],
    ['one without a scheme', 'www.kingston.example'],
    ['one that anybody on the way can change', 'http://www.kingston.example'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind a scheme', 'https:javascript:alert(1)'],
    ['one with a password', 'https://ana:secret@kingston.example/'],
    ['one of this computer', 'https://localhost/'],
    ['one that goes over a line', 'https://kingston.example/\nminutes'],
    ['one that is too long', `https://kingston.example/${'x'.repeat(480)}`],
  ])('is not %s', (_what, text) => expect(isWebLink(text)).toBe(false));
});
