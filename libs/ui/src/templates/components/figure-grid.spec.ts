import type { FigureGridRow } from '../../figure-grid-row.js';
import { renderSnippet } from '../../testing/render-snippet.js';

function rowOf(changes: Partial<FigureGridRow> = {}): FigureGridRow {
  return {
    lineId: 'a1',
    label: 'Residential burglary',
    unit: 'offences',
    definition: 'Burglaries of homes and their sheds.',
    sameQuarterLastYear: { text: '102' },
    lastQuarter: { text: '98' },
    target: { text: '90 or fewer' },
    value: '',
    reason: '',
    expectedOn: '',
    errors: {},
    ...changes,
  };
}

function render(...rows: FigureGridRow[]): string {
  return renderSnippet('{% from "components/figure-grid.njk" import figureGrid %}{{ figureGrid(params) }}', {
    params: {
      caption: 'Figures for July to September 2026',
      headings: { lastQuarter: 'April to June' },
      rows,
    },
  });
}

/** The tag of the field with this id, with its spaces evened out. */
function fieldIn(html: string, id: string): string {
  const tag = [...html.matchAll(/<input[^>]*>/g)]
    .map((match) => match[0])
    .find((each) => each.includes(` id="${id}"`));
  return (tag ?? '').replace(/\s+/g, ' ');
}

const tableIn = (html: string) => /<table[\s\S]*<\/table>/.exec(html)?.[0] ?? '';

describe('figureGrid', () => {
  it('is a table with a caption and with headings for its rows and columns', () => {
    const table = tableIn(render(rowOf()));
    expect(table).toMatch(/<caption[^>]*>Figures for July to September 2026<\/caption>/);
    expect(table.match(/scope="col"/g)).toHaveLength(5);
    expect(table).toMatch(/<th scope="row"[^>]*>\s*Residential burglary <span[^>]*>offences/);
    expect(table).toContain('April to June</th>');
  });

  it('names each field after its line and keeps what was typed', () => {
    const html = render(rowOf({ value: '1,2x', reason: 'Not counted yet', expectedOn: '31 10 2026' }));
    expect(fieldIn(html, 'figure-a1')).toContain('name="figures[a1][value]"');
    expect(fieldIn(html, 'figure-a1')).toContain('value="1,2x"');
    expect(fieldIn(html, 'reason-a1')).toContain('name="figures[a1][reason]"');
    expect(fieldIn(html, 'reason-a1')).toContain('value="Not counted yet"');
    expect(fieldIn(html, 'expected-a1')).toContain('name="figures[a1][expectedOn]"');
    expect(fieldIn(html, 'expected-a1')).toContain('value="31 10 2026"');
  });

  it('asks for numbers as text, so that nothing typed is lost', () => {
    const field = fieldIn(render(rowOf()), 'figure-a1');
    expect(field).toContain('type="text"');
    expect(field).toContain('inputmode="numeric"');
    expect(field).toContain('spellcheck="false"');
  });

  it('leads from one number box straight to the next', () => {
    const table = tableIn(render(rowOf(), rowOf({ lineId: 'b2' }), rowOf({ lineId: 'c3' })));
    const stops = [...table.matchAll(/<(input|a|button|summary|select|textarea)\b|tabindex/g)];
    expect(stops.map((stop) => stop[1])).toEqual(['input', 'input', 'input']);
  });

  it('labels each box with its measure and unit, and describes it by the last quarter', () => {
    const html = render(rowOf());
    expect(html).toMatch(
      /<label class="govuk-label govuk-visually-hidden" for="figure-a1">\s*Residential burglary, offences/,
    );
    const describedBy = /aria-describedby="([^"]*)"/.exec(fieldIn(html, 'figure-a1'))?.[1]?.split(' ') ?? [];
    expect(describedBy).toEqual(['figures-last-quarter', 'last-quarter-a1']);
    for (const id of describedBy) expect(html).toContain(`id="${id}"`);
  });

  it('shows an error at its box and joins the two', () => {
    const html = render(rowOf({ errors: { value: 'Burglary must be a whole number' } }));
    expect(html).toContain('Burglary must be a whole number');
    expect(fieldIn(html, 'figure-a1')).toContain('figure-a1-error');
    expect(fieldIn(html, 'figure-a1')).toContain('govuk-input--error');
  });

  it('shows what somebody else saved without touching what is in the box', () => {
    const html = render(rowOf({ value: '48', theirs: { text: 'Saved meanwhile by Jo Patel: 52.' } }));
    expect(html).toContain('Saved meanwhile by Jo Patel: 52.');
    expect(fieldIn(html, 'figure-a1')).toContain('value="48"');
    expect(fieldIn(html, 'figure-a1')).toContain('theirs-a1');
  });

  it('opens the reasons that have something to show, and no others', () => {
    const opened = (row: FigureGridRow) => /tracker-reasons__measure"\s+open/.test(render(row));
    expect(opened(rowOf())).toBe(false);
    expect(opened(rowOf({ reason: 'Not counted yet' }))).toBe(true);
    expect(opened(rowOf({ expectedOn: '31 10 2026' }))).toBe(true);
    expect(opened(rowOf({ errors: { reason: 'Say why there is no figure' } }))).toBe(true);
    expect(opened(rowOf({ errors: { expectedOn: 'Date must be a real date' } }))).toBe(true);
  });

  it('says in words that there is no target', () => {
    expect(tableIn(render(rowOf({ target: null })))).toContain('No target');
  });

  it('leaves the definitions out when there are none', () => {
    expect(render(rowOf())).toContain('What each figure counts');
    expect(render(rowOf({ definition: undefined }))).not.toContain('What each figure counts');
  });

  it('escapes what people wrote', () => {
    const attack = '"><img src=x>';
    const html = render(
      rowOf({
        label: attack,
        unit: attack,
        definition: attack,
        sameQuarterLastYear: { text: attack },
        lastQuarter: { text: attack },
        target: { text: attack },
        value: attack,
        reason: attack,
        expectedOn: attack,
        errors: { value: attack, reason: attack, expectedOn: attack },
        theirs: { text: attack },
      }),
    );
    expect(html).not.toContain('<img');
  });
});
