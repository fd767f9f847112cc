import net from 'node:net';
import { measureSlug, READY_MEASURES } from '@lib/plans';
import type { Agent } from 'supertest';
import { KINGSTON, seedDemo } from '../../seeds/demo/index.js';
import { PLAN } from '../../seeds/demo/plan.facts.js';
import {
  BOROUGH_FILE,
  BOROUGH_OFFENCES,
  DASHBOARD_OFFENCES,
  SURVEY_PERCENTAGES,
} from '../../seeds/demo/recorded-crime.facts.js';
import { mainText } from './support/html.js';
import { startTestApp, type TestApp } from './test-app.js';

const LICENCE = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const OFFENCES: Readonly<Record<string, readonly number[]>> = { ...BOROUGH_OFFENCES, ...DASHBOARD_OFFENCES };
const QUARTERS = 15;

/** The name that the catalogue has for a measure. */
function nameOf(key: string): string {
  return READY_MEASURES.find((one) => one.key === key)!.sheet.name;
}

/** The demonstration itself; every other test happens in the world of test/kingston-2010. */
describe('the demonstration', () => {
  let test: TestApp;
  let board: Agent;
  let seeded: boolean;
  const connectedTo = new Set<string>();
  beforeAll(async () => {
    // From the start: a connection to the database is used again.
    const connect = jest.spyOn(net.Socket.prototype, 'connect');
    test = await startTestApp({}, 'empty');
    seeded = await seedDemo(test.app);
    for (const call of connect.mock.calls) connectedTo.add(hostIn(call));
    connect.mockRestore();
    board = await test.signedInAs('board@partnership.example');
  }, 120_000);
  afterAll(() => test.close());

  const page = async (path: string) =>
    mainText((await board.get(`/partnerships/${KINGSTON}${path}`).expect(200)).text);
  /** By quarter, as a reader downloads them. */
  const figures = async (key: string) => {
    const path = `/partnerships/${KINGSTON}/measures/${measureSlug(nameOf(key))}/figures.csv`;
    const { text } = await board.get(path).expect(200);
    return [...text.matchAll(/,\d{4}-\d\d-\d\d,([^,]*),/g)].map(([, figure]) => figure!);
  };
  /** The counts with what says that there is none yet in the quarters after them. */
  const shown = (counts: readonly number[]) => [
    ...counts.map(String),
    ...Array.from({ length: QUARTERS - counts.length }, () => '[x]'),
  ];

  it('fills an empty database once, and asks nobody but the database', async () => {
    expect(seeded).toBe(true);
    expect(await seedDemo(test.app)).toBe(false);
    expect([...connectedTo]).toEqual([new URL(test.database.runtimeUrl).hostname]);
  });

  it('shows every measure on the board, with where it comes from', async () => {
    const shownThere = await page('/board');
    for (const key of [...Object.keys(OFFENCES), 'P11']) expect(shownThere).toContain(nameOf(key));
    expect(shownThere).toContain('How 2025/26 stands');
    expect(shownThere).toMatch(/Baselines: MPS Borough Level Crime .*February 2024 release/);
    expect(shownThere).toMatch(/Figures: MPS Borough Level Crime .*March 2026 release/);
    expect(shownThere).toContain(LICENCE);
  });

  it.each(Object.entries(OFFENCES))('%s has the figures of the facts', async (key, counts) => {
    expect(await figures(key)).toEqual(shown(counts));
  });

  it('adds up serious acquisitive crime', async () => {
    const sums = BOROUGH_OFFENCES.P6.map((_, quarter) =>
      (['P5a', 'P5b', 'P6', 'P8a', 'P8b'] as const).reduce(
        (sum, key) => sum + BOROUGH_OFFENCES[key][quarter]!,
        0,
      ),
    );
    expect(await figures('P11')).toEqual(sums.map(String));
  });

  it.each(Object.entries(SURVEY_PERCENTAGES))(
    '%s is the published percentage, and says that how many were asked is not',
    async (key, percentages) => {
      expect(await figures(`${key}%`)).toEqual(shown(percentages));
      expect(await page(`/measures/${measureSlug(nameOf(`${key}%`))}`)).toContain(
        'of about 400 asked (illustrative)',
      );
    },
  );

  it('says on a measure where it comes from, under which licence, and how far it can be relied on', async () => {
    const shownThere = await page(`/measures/${measureSlug(nameOf('P6'))}`);
    expect(shownThere).toContain(LICENCE);
    expect(shownThere).toContain(`Source: ${BOROUGH_FILE.source}, ${BOROUGH_FILE.release}`);
    expect(shownThere).toContain('management information, not accredited official statistics');
  });

  it('starts each target from what was published when the plan was adopted', async () => {
    expect(await page(`/measures/${measureSlug(nameOf('P6'))}`)).toMatch(
      /7\.5% fewer than in 2022\/23 \(illustrative\).* Baseline, 2022\/23 541 .*February 2024 release.* 500 offences or fewer/,
    );
  });

  it.each(['P16a', 'P22f'])('breaks the series of %s where the police changed their system', async (key) => {
    expect(await page(`/measures/${measureSlug(nameOf(key))}`)).toContain(
      'Break in the series, April to June 2024: Since March 2024 recorded on another system',
    );
  });

  it('says at each chart when the publisher began to count another way, also on the board page', async () => {
    const note =
      /records crime in another system since the end of February 2024: .* can be compared with care/;
    expect(await page(`/measures/${measureSlug(nameOf('P6'))}`)).toMatch(note);
    expect(await page('/board')).toMatch(note);
  });

  it('says what a later release makes of a target, and what London did meanwhile', async () => {
    const home = `/measures/${measureSlug(nameOf('P6'))}`;
    const sentence =
      'The target for 2024/25 is at most 513, from the 541 that were pinned (February 2024 release, the newest when the plan was adopted). The release of March 2026 says 524 for the same time, and 5% fewer would be 497. What was pinned stays.';
    expect(await page(home)).toContain(sentence);
    expect(await page(`${home}/published`)).toContain('October to December 2025 116 116 None');
    const beside = await page(`${home}/comparators`);
    expect(beside).toContain(
      'Residential burglary in Kingston upon Thames rose by 10% in twelve months, and in the rest of London it fell by 8%',
    );
    expect(beside).toContain('Kingston upon Thames (this partnership) 460 418 168,302 2.7 2.5 to 3.0');
    expect(beside).toContain(LICENCE);
  });

  it('calls illustrative what is invented of the plan', async () => {
    const plan = await page('/plan');
    for (const { title, narrative, actions, people } of PLAN.priorities) {
      expect(title).toContain('(illustrative)');
      expect(plan).toContain(title);
      for (const words of [narrative, ...actions.map(({ wording }) => wording)])
        expect(words ?? 'Illustrative:').toMatch(/^Illustrative:/);
      for (const { name } of people) expect(name).toMatch(/ Example$/);
    }
    for (const { document } of PLAN.findings) expect(document).toContain('(illustrative)');
    for (const { wording, meeting } of PLAN.decisions)
      expect([wording.slice(0, 13), meeting]).toEqual(['Illustrative:', 'Strategy group (illustrative)']);
    for (const { wording } of PLAN.regard) expect(wording).toMatch(/^Illustrative: /);
  });

  it('gives every authority that somebody signs in for a return to fill in', async () => {
    for (const [email, lines] of [
      ['officer@police.example', 18],
      ['officer@council.example', 2],
    ] as const) {
      const officer = await test.signedInAs(email);
      const { text } = await officer.get(`/partnerships/${KINGSTON}/returns`).expect(200);
      expect(mainText(text)).toContain(`0 of ${lines} lines filled in`);
    }
  });
});

/** Where a socket connects to: a host, or a path on this machine. */
function hostIn(call: readonly unknown[]): string {
  // Node's own callers hand the arguments on as one list.
  const [first, second] = Array.isArray(call[0]) ? (call[0] as unknown[]) : call;
  if (typeof first === 'object' && first !== null && 'host' in first) return String(first.host);
  return typeof second === 'string' ? second : String(first);
}
