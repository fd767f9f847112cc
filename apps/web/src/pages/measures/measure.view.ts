import { financialYearName } from '@lib/kernel';
import type { MeasureFigures, MeasureQuarter, MeasureYear } from '@lib/reporting';
import { formatCount, timeSeriesChart, type TimeSeriesChartSpec } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { changeNumbers, factRows, yearCount } from './fact-words.js';

const DIRECTION = {
  lower: 'Lower is better.',
  higher: 'Higher is better.',
  context: 'Neither up nor down is good by itself: a rise may mean that more people report.',
} as const;

/** A measure as its page shows it: the finding, the picture, the figures behind it, and what they rest on. */
export function measureView(measure: MeasureFigures, paths: Paths) {
  const newest = measure.years.find(({ target }) => target !== null) ?? measure.years.find(hasFigures);
  return {
    pageTitle: measure.name,
    backLink: { href: paths.board(), text: 'Back to the board page' },
    name: measure.name,
    status: newest
      ? {
          code: newest.status,
          year: financialYearName(newest.financialYear),
          sentence: newest.sentence,
        }
      : null,
    chart: measure.quarters.some(({ count }) => count !== null) ? chart(measure) : null,
    figures: figuresTable(measure),
    oneSource: oneSourceOf(measure.quarters),
    csvHref: paths.measureCsv(measure.slug),
    facts: newest ? factRows(newest, measure.unit) : [],
    years: measure.years.map((year) => ({
      name: financialYearName(year.financialYear),
      status: year.status,
      sentence: year.sentence,
      target: year.target?.wording ?? 'No target',
      ruleSet: year.ruleSet,
      change: changeNumbers(year),
      source: year.annual && `${year.annual.source}, ${year.annual.release}`,
      count: yearCount(year),
    })),
    target: newest?.target ? targetFacts(newest) : null,
    meaning: [
      { key: 'What is counted', value: measure.wording },
      { key: 'Which way is good', value: DIRECTION[measure.direction] },
      {
        key: 'Who reports it',
        value: measure.kind === 'composite' ? 'Worked out from its parts' : measure.owner,
      },
      { key: 'Priority', value: measure.priority ?? 'None: a measure outside the plan’s priorities' },
      { key: 'Source', value: measure.source },
      { key: 'Definition', value: `Version ${measure.definitionVersion}` },
    ],
    components: measure.components.map(({ slug, name }) => ({ name, href: paths.measure(slug) })),
    releases: releaseNote(measure, newest),
    openGovernmentLicence: true,
  };
}

function hasFigures({ facts }: MeasureYear): boolean {
  return facts.yearToDate !== null;
}

function chart(measure: MeasureFigures) {
  const { quarters, name, unit } = measure;
  const held = quarters.filter(({ count }) => count !== null);
  const last = held.at(-1)!;
  const spec = (size: 'wide' | 'narrow'): TimeSeriesChartSpec => ({
    id: `chart-${measure.slug}-${size}`,
    size,
    title: `Line chart of ${name.toLowerCase()} by quarter`,
    description: `${held.length} quarters, from ${held[0]!.quarter.name} to ${last.quarter.name}. The table below has every figure.`,
    unit,
    points: everyQuarter(quarters).map(({ quarter, count }) => ({
      label: shortName(quarter.name),
      value: count === null ? null : Number(count),
    })),
  });
  return {
    id: 'chart',
    heading: `${formatCount(last.count!)} ${unit} in ${last.quarter.name}`,
    subtitle: `${name}, by quarter`,
    wide: timeSeriesChart(spec('wide')),
    narrow: timeSeriesChart(spec('narrow')),
    source: sourcesOf(quarters).join('; ') || 'Returns of the responsible authorities',
  };
}

/** From the first quarter to the last without leaving one out: a chart's time runs evenly. */
function everyQuarter(quarters: readonly MeasureQuarter[]): Pick<MeasureQuarter, 'quarter' | 'count'>[] {
  const filled: Pick<MeasureQuarter, 'quarter' | 'count'>[] = [];
  for (const one of quarters) {
    for (let next = filled.at(-1)?.quarter.next; next && !next.equals(one.quarter); next = next.next)
      filled.push({ quarter: next, count: null });
    filled.push(one);
  }
  return filled;
}

/** Where all figures come from, said once; null when they differ, and each row says it. */
function oneSourceOf(quarters: readonly MeasureQuarter[]): string | null {
  const places = [...new Set(quarters.map(placeOf))];
  return places.length === 1 ? places[0]! : null;
}

function placeOf({ source, release }: MeasureQuarter): string {
  return source ? `${source}, ${release}` : 'Return of the authority';
}

function figuresTable({ quarters }: MeasureFigures) {
  return quarters.map((one) => {
    const { quarter, count, notAvailable } = one;
    const before = quarters.find((other) => other.quarter.equals(quarter.sameQuarterLastYear))?.count ?? null;
    return {
      quarter: quarter.name,
      count: count === null ? null : formatCount(count),
      notAvailable,
      sameQuarterLastYear: before === null ? null : formatCount(before),
      source: placeOf(one),
    };
  });
}

function targetFacts({ target, financialYear }: MeasureYear) {
  if (!target) return [];
  const facts = [{ key: `Target for ${financialYearName(financialYear)}`, value: target.wording }];
  if (target.baseline === null || target.passMark === null)
    return [...facts, { key: 'Baseline', value: 'Not known, so the target cannot be judged' }];
  const isRange = target.baselineLowest !== target.baselineHighest;
  const exactness =
    target.baselineExactness === 'back-calculated'
      ? ` (back-calculated${isRange ? `; between ${formatCount(target.baselineLowest!)} and ${formatCount(target.baselineHighest!)}` : ''})`
      : '';
  return [
    ...facts,
    {
      key: `Baseline, ${baselineYear(target.baselineFrom)}`,
      value: `${formatCount(target.baseline)}${exactness}`,
    },
    { key: 'Baseline from', value: `${target.baselineSource}, ${target.baselineRelease}` },
    { key: 'Met by', value: `${formatCount(target.passMark)} or fewer in the year` },
  ];
}

function baselineYear(from: string | null): string {
  return from ? financialYearName(Number(from.slice(0, 4))) : '';
}

/** A warning when baseline and figures are not of one release; null when they are, or when that is not known. */
function releaseNote(measure: MeasureFigures, year: MeasureYear | undefined): string | null {
  const figures = sourcesOf(measure.quarters);
  const baseline = year?.target?.baselineSource;
  if (!baseline || figures.length === 0) return null;
  const baselineRelease = `${baseline}, ${year.target!.baselineRelease}`;
  return figures.includes(baselineRelease) && figures.length === 1
    ? null
    : 'The baseline and the figures come from two different releases. Each release revises earlier months, so part of ' +
        'a difference can come from how crime was counted.';
}

function sourcesOf(quarters: readonly MeasureQuarter[]): string[] {
  return [...new Set(quarters.flatMap(({ source, release }) => (source ? [`${source}, ${release}`] : [])))];
}

function shortName(quarterName: string): string {
  return quarterName.replace(/\b(January|March|April|June|July|September|October|December)\b/g, (month) =>
    month.slice(0, 3),
  );
}
