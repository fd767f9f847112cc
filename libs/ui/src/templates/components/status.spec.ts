import { renderSnippet } from '../../testing/render-snippet.js';

const STATUSES = [
  ['met', 'Met'],
  ['on-course', 'On course'],
  ['at-risk', 'At risk'],
  ['off-course', 'Off course'],
  ['not-met', 'Not met'],
  ['no-target', 'No target'],
  ['cannot-tell', 'Cannot tell'],
] as const;

function render(code: unknown, word?: string): string {
  return renderSnippet('{% from "components/status.njk" import status %}{{ status(code, word) }}', {
    code,
    word,
  });
}

const wordIn = (html: string) => /__word[^>]*>([^<]*)</.exec(html)?.[1];

/** Where the lines of the shape run, whatever their colours. */
const outlineIn = (html: string) =>
  [...html.matchAll(/ (?:d|cx|cy|r|stroke-dasharray)="[^"]*"/g)].map((match) => match[0]).join('');

describe('status', () => {
  it.each(STATUSES)('%s says "%s" in sight', (code, word) => {
    expect(wordIn(render(code))).toBe(word);
  });

  it('has a shape of its own for each status, which screen readers pass over', () => {
    const outlines = STATUSES.map(([code]) => outlineIn(render(code)));
    expect(new Set(outlines).size).toBe(STATUSES.length);
    for (const [code] of STATUSES) expect(render(code)).toMatch(/<svg[^>]*aria-hidden="true"/);
  });

  it('keeps the shape when other words are used', () => {
    const html = render('met', 'Met in March 2026');
    expect(wordIn(html)).toBe('Met in March 2026');
    expect(outlineIn(html)).toBe(outlineIn(render('met')));
  });

  it.each(['excellent', '', undefined, 'constructor'])('takes %p for "Cannot tell"', (code) => {
    expect(wordIn(render(code))).toBe('Cannot tell');
  });

  it('escapes its words and has no inline style', () => {
    const html = render('met', '<img src=x>');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('style=');
  });
});
