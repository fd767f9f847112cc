import { createHash } from 'node:crypto';
import { addDays, calendarDate } from '@lib/kernel';
import type { Agent } from 'supertest';
import { boroughFile, fileOf, importFile } from '../importing/support/import-files.js';
import { boxOf, errorSummary, mainText } from './support/html.js';
import { type Fields, send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
/** After the plan of 2010 was recorded. */
const TODAY = calendarDate(`${new Date().getFullYear() + 1}-06-02`);
const MEASURES = `${HOME}/measures`;
const MONTHS = Array.from({ length: 27 }, (_, index) => {
  const month = 3 + index;
  return `${2009 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
});
/** Twelve months of 2009/10, then what the demonstration was told of, then April to June 2011. */
const counts = (ofTheYear: number, lastQuarter: readonly number[]) => [
  ...[ofTheYear, ...Array<number>(11).fill(0), ...Array<number>(12).fill(40), ...lastQuarter],
];

describe('what is published of a measure', () => {
  let test: TestApp;
  let analyst: Agent;
  let officer: Agent;

  beforeAll(async () => {
    test = await startTestApp();
    await goTo(test, TODAY);
    analyst = await test.signedInAs('analyst@partnership.example');
    officer = await test.signedInAs('officer@police.example');
    const useCases = { get: test.app.get.bind(test.app) };
    const load = (ofTheYear: number, burglaries: readonly number[], release?: string) =>
      importFile(
        useCases,
        fileOf(
          boroughFile(MONTHS, {
            'BURGLARY / DOMESTIC BURGLARY': counts(ofTheYear, burglaries),
            'ROBBERY / ROBBERY OF PERSONAL PROPERTY': counts(0, [5, 6, 7]),
          }),
        ),
        release,
      );
    // The month after a file's last one is its release, where nobody says otherwise.
    expect((await load(1754, [20, 20, 20])).releasedOn).toBe('2011-07-01');
    expect((await load(1700, [21, 20, 22], '2011-09')).releasedOn).toBe('2011-09-01');
    // The same once more as a quarter, copied by hand: nothing is counted twice.
    const copied = fileOf(
      'Series,Area code,Quarter,Value,Source,Release\nburglary-residential,E09000021,2011/12 Q1,63,mps-borough,2011-09\n',
    );
    expect((await importFile(useCases, copied)).releasedOn).toBe('2011-09-01');
  });
  afterAll(() => test.close());

  const page = async (agent: Agent, path: string) => (await agent.get(path).expect(200)).text;
  const text = async (agent: Agent, path: string) => mainText(await page(agent, path));
  const said = async (agent: Agent, path: string, fields: Fields) => {
    const { status, headers } = await send(agent, path, fields);
    expect([path, status]).toEqual([path, 303]);
    return headers['location']!;
  };

  it('is not known before somebody says where', async () => {
    expect(await text(analyst, `${MEASURES}/robbery/published`)).toContain(
      'Nobody has said yet where this measure is published. Say where it is published',
    );
    expect(await text(officer, `${MEASURES}/robbery/published`)).toContain(
      'A partnership analyst can say so.',
    );
  });

  it('proposes for a ready measure what the catalogue knows', async () => {
    const html = await page(analyst, `${MEASURES}/residential-burglary/published-sum`);
    expect(html).toMatch(/value="burglary-residential" checked/);
    expect(html).not.toMatch(/value="robbery-personal" checked/);
  });

  it('asks for the figures and the area', async () => {
    const path = `${MEASURES}/residential-burglary/published-sum`;
    const { text: html, status } = await send(analyst, path, { source: 'mps-borough', area: '' });
    expect(status).toBe(422);
    expect(errorSummary(html)).toEqual([
      ['Select which of the figures are added up to the measure', 'series'],
      ['Select the area whose figures they are', 'area'],
    ]);
  });

  it('is noted, and lays what was returned beside every release', async () => {
    for (const [slug, series] of [
      ['residential-burglary', ['burglary-residential']],
      ['robbery', ['robbery-personal', 'robbery-business']],
      ['serious-acquisitive-crime', ['burglary-residential']],
    ] as const)
      expect(
        await said(analyst, `${MEASURES}/${slug}/published-sum`, {
          ...{ source: 'mps-borough', series, area: 'E09000021' },
        }),
      ).toBe(`${MEASURES}/${slug}/published`);
    const words = await text(analyst, `${MEASURES}/residential-burglary/published`);
    expect(words).toContain('Published in MPS Borough Level Crime (Metropolitan Police Service)');
    expect(words).toContain('Newest release September 2011');
    expect(words).toContain('April to June 2010 126 120 120 +6');
    expect(words).toContain(
      'Contains public sector information licensed under the Open Government Licence v3.0.',
    );
  });

  it('keeps a target as it was pinned, and says on the measure’s page what a later release makes of it', async () => {
    const sentence =
      'The target for 2010/11 is at most 1,675, from the 1,754 that were pinned (as published in 2010, worked back from the change and its rounded percentage). The release of September 2011 says 1,700 for the same time, and 4.5% fewer would be 1,623. What was pinned stays.';
    expect(await text(officer, `${MEASURES}/serious-acquisitive-crime`)).toContain(sentence);
    const published = await text(officer, `${MEASURES}/serious-acquisitive-crime/published`);
    expect(published).toContain(sentence);
    expect(published).toContain('July 2011 1,754 1,675 September 2011 1,700 1,623');
    expect(published).toContain('As it was judged, and as it would be with the release of September 2011');
  });

  it('is on the page of a release, which says what that changed for each measure, and links to it', async () => {
    const release = `${HOME}/published-figures/releases/mps-borough/2011-09-01`;
    expect(await page(officer, `${HOME}/published-figures`)).toContain(`href="${release}"`);
    const shown = await text(officer, release);
    expect(shown).toContain(
      'What the release of September 2011 changed Against the release of July 2011. The figures of 2 of 3 measures changed. Worked out anew, 1 target would be met by another number than with the release before, and 1 year would come out otherwise than as judged.',
    );
    expect(shown).toMatch(
      /Residential burglary 2 of 9 quarters changed; April to June 2011: 60 before, 63 now/,
    );
    expect(await text(officer, release.replace('2011-09', '2011-07'))).toContain(
      'It is the first release of its source that is loaded',
    );
    for (const nowhere of ['2011-08-01', 'spring', '2011-09-01?before=2012-01-01', '2011-09-01?before=x'])
      await officer.get(release.replace('2011-09-01', nowhere)).expect(404);
    await officer.get(release.replace('mps-borough', 'constructor')).expect(404);
  });

  it('shows of an earlier day what was known then', async () => {
    const yesterday = addDays(TODAY, -1);
    expect(await text(officer, `${MEASURES}/robbery/published?as-at=${yesterday}`)).toContain(
      'Nobody has said yet where this measure is published.',
    );
  });

  describe('on a return', () => {
    let figures: string;
    const lineOf = (html: string, label: string) =>
      new RegExp(`${label}, offences[\\s\\S]*?name="figures\\[([^\\]]+)\\]`).exec(html)![1]!;

    beforeAll(async () => {
      const owed = await page(officer, `${HOME}/returns`);
      figures = /href="([^"]*\/returns\/[^"/]+\/figures)"/.exec(owed)![1]!;
    });

    it('is offered, and fills the empty boxes with one click while what was typed is kept', async () => {
      const html = await page(officer, figures);
      expect(mainText(html)).toContain('Published: 63 (MPS Borough Level Crime, September 2011 release)');
      expect(mainText(html)).toContain('2 empty boxes have a published figure.');
      const robbery = lineOf(html, 'Robbery');
      const fields: Record<string, string> = { version: hiddenField(html, 'version'), action: 'published' };
      for (const [, name] of html.matchAll(/name="(figures\[[^"]*\]\[(?:value|reason|expectedOn)\])"/g))
        fields[name!] = '';
      fields[`figures[${robbery}][value]`] = '17';
      expect(await said(officer, figures, fields)).toBe(figures);
      const after = await page(officer, figures);
      expect(boxOf(after, `figures[${robbery}][value]`)).toBe('17');
      expect(boxOf(after, `figures[${lineOf(after, 'Residential burglary')}][value]`)).toBe('63');
      expect(mainText(after)).not.toContain('Fill the empty boxes');
    });

    it('asks why what is returned is not what is published', async () => {
      expect(await text(officer, figures)).toContain(
        '17 is 1 fewer than the 18 that is published (MPS Borough Level Crime, September 2011 release)',
      );
      expect(await text(officer, figures)).not.toContain('more than the 63 that is published');
    });

    it('comes with its source and the cells that it was added up from', async () => {
      const html = await page(officer, figures.replace('/figures', ''));
      expect(mainText(html)).toContain('September 2011 release');
      const extract = /href="([^"]*\/extracts\/[^"]+)"/.exec(html)![1]!;
      const { body, text: typed } = await officer.get(extract).expect(200);
      const csv = Buffer.isBuffer(body) ? body.toString('utf8') : typed;
      const [heading, first, second] = csv.split('\r\n');
      expect(heading).toBe(
        'Measure,Published as,From,Until,Value,Cell,Sheet,File,SHA-256 of the file,Release',
      );
      expect(first).toMatch(
        /^Residential burglary,BURGLARY \/ DOMESTIC BURGLARY,2011-04-01,2011-05-01,21,AB2,,file\.csv,[0-9a-f]{64},"MPS Borough Level Crime, September 2011 release"$/,
      );
      expect(second).toContain(',2011-05-01,2011-06-01,20,AC2,');
      expect(html).toContain(createHash('sha256').update(csv, 'utf8').digest('hex').slice(0, 12));
    });

    it('has nothing to fill a second time', async () => {
      const html = await page(officer, figures);
      const fields: Record<string, string> = { version: hiddenField(html, 'version'), action: 'published' };
      const { status, text: refused } = await send(officer, figures, fields);
      expect(status).toBe(400);
      expect(mainText(refused)).not.toContain('filled');
    });
  });
});
