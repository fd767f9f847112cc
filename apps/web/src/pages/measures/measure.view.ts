import { financialYearName } from '@lib/kernel';
import type {
  MeasureFigures,
  MeasureQuarter,
  MeasureYear,
  PublishedMeasure,
  ShownBreakdown,
} from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import {
  changeNumbers,
  changeWords,
  comparisonRow,
  dataWords,
  forecastWords,
  RAG_WORDS,
  statusWords,
} from '../../performance/fact-words.js';
import { SHORTHAND, WITHOUT_A_FIGURE } from '../../performance/figure-shorthand.js';
import { MARK_WORDS } from '../../performance/mark-words.js';
import { askedOfWords } from './asked-of-words.js';
import { targetRows } from './target-rows.js';
import { breakdownTable } from './breakdown-table.js';
import { figureInWords } from '../../performance/figure-words.js';
import { measureChart } from '../../performance/measure-chart.js';
import { revisionInWords } from '../../performance/revision-words.js';
import { DIRECTION, SENSITIVITY, WORKED_OUT } from '../../performance/definition-words.js';

/** What a visitor may do with a measure beside looking at it. */
export interface MeasureRights {
  readonly mayEditPlan: boolean;
  readonly mayDeclare: boolean;
  readonly mayReadTrail: boolean;
}

/** What a page of a measure is shown with. */
export interface MeasureSurroundings {
  readonly rights: MeasureRights;
  readonly today: string;
  readonly published: Pick<PublishedMeasure, 'sum' | 'targets'>;
}

/** A measure as its page shows it: the finding, the picture, the figures behind it, and what they rest on. */
export function measureView(
  measure: MeasureFigures,
  paths: Paths,
  { rights, today, published }: MeasureSurroundings,
) {
  const newest = measure.years.find(({ target }) => target !== null) ?? measure.years.find(hasFigures);
  const chart = measureChart(measure, newest ?? null, published.sum);
  return {
    pageTitle: measure.name,
    backLink: { href: paths.board(), text: 'Back to the board page' },
    name: measure.name,
    status: newest
      ? {
          code: newest.status,
          rag: newest.facts.status.rag,
          isColoured: newest.facts.status.ruleSet !== 'none',
          year: financialYearName(newest.financialYear),
          sentence: newest.sentence,
        }
      : null,
    chart: chart && {
      ...chart,
      source: sourcesOf(measure.quarters).join('; ') || 'Returns of the responsible authorities',
    },
    breakdowns: measure.breakdowns.map((one) => breakdownSection(one, measure, paths)),
    comparisons: newest ? comparisonRows(newest, measure) : [],
    marks: measure.marks.map(({ kind, quarter, words, approvedBy }) => ({
      what: MARK_WORDS[kind],
      quarter: quarter.name,
      words: approvedBy ? `${words} (decided by ${approvedBy})` : words,
    })),
    actions: actionsOf(measure, paths, rights),
    figures: figuresTable(measure),
    oneSource: oneSourceOf(measure.quarters),
    csvHref: paths.measureCsv(measure.slug),
    facts: newest ? factRows(newest, measure.unit, today) : [],
    years: measure.years.map((year) => ({
      name: financialYearName(year.financialYear),
      status: year.status,
      sentence: year.sentence,
      target: year.target?.wording ?? 'No target',
      ruleSet: year.ruleSet,
      change: changeNumbers(year.facts.change),
      source: year.annual && `${year.annual.source}, ${year.annual.release}`,
      figure: yearFigure(year),
    })),
    target: newest?.target ? targetRows(newest, measure) : null,
    revisions: published.targets.flatMap((target) => revisionInWords(target) ?? []),
    publishedHref: paths.publishedMeasure(measure.slug),
    comparatorsHref: paths.comparators(measure.slug),
    meaning: [
      { key: 'What is counted', value: measure.wording },
      { key: 'Which way is good', value: DIRECTION[measure.direction] },
      {
        key: 'Who reports it',
        value:
          measure.kind === 'count' ? askedOfWords(measure.askedOf, measure.owner) : WORKED_OUT[measure.kind],
      },
      { key: 'Priority', value: measure.priority ?? 'None: a measure outside the plan’s priorities' },
      { key: 'How it is published', value: SENSITIVITY[measure.sensitivity] },
      { key: 'Source', value: measure.source },
      ...(measure.caveats ? [{ key: 'To bear in mind', value: measure.caveats }] : []),
      { key: 'Definition', value: `Version ${measure.definitionVersion}` },
    ],
    definitionHref: paths.definition(measure.slug),
    components: measure.components.map(({ slug, name }) => ({ name, href: paths.measure(slug) })),
    releases: releaseNote(measure, newest),
    openGovernmentLicence: true,
  };
}

/** The facts beside the target status, each by itself, as rows of a summary list. */
function factRows(
  { facts, declared }: MeasureYear,
  unit: string,
  today: string,
): { key: string; value: string }[] {
  const rows = [
    { key: 'Change', value: changeWords(facts.change) },
    { key: 'Forecast', value: forecastWords(facts, unit) },
    { key: 'Data', value: dataWords(facts) },
  ];
  if (facts.status.ruleSet !== 'none') rows.push({ key: 'Colour by the rules', value: statusWords(facts) });
  if (declared && today <= declared.expiresOn)
    rows.push({
      key: 'Declared status',
      value: `${RAG_WORDS[declared.rag]}, declared by ${declared.by} until ${formatDate(declared.expiresOn)}: ${declared.reason}`,
    });
  return rows;
}

/** The three comparisons that boards ask for, each with its preconditions. */
function comparisonRows({ facts, financialYear }: MeasureYear, { unit }: MeasureFigures) {
  const basis = {
    'same-quarters-last-year': 'Year to date against the same months of the year before',
    'whole-last-year': 'Year against the year before',
    'rate-of-last-year': 'Year to date against the rate of the whole year before',
  }[facts.change.comparedWith ?? 'whole-last-year'];
  return [
    comparisonRow(`${basis} (${financialYearName(financialYear)})`, facts.change, unit),
    comparisonRow('Newest quarter against the same quarter of the year before', facts.sameQuarter, unit),
    comparisonRow('Last twelve months against the twelve before', facts.rollingYear, unit),
  ];
}

function actionsOf({ id, slug, kind }: MeasureFigures, paths: Paths, rights: MeasureRights) {
  const { mayEditPlan, mayDeclare, mayReadTrail } = rights;
  return [
    ...(mayEditPlan
      ? [
          { text: 'Set a target', href: paths.target(slug) },
          { text: 'Mark the chart', href: paths.marks(slug) },
          ...(kind === 'gap' ? [] : [{ text: 'Break it down', href: paths.breakdowns(slug) }]),
          { text: 'Choose the rules for the colour', href: paths.statusRules(slug) },
        ]
      : []),
    ...(mayDeclare ? [{ text: 'Declare a status', href: paths.declaredStatus(slug) }] : []),
    ...(mayReadTrail ? [{ text: 'History', href: paths.auditTrail({ about: id }) }] : []),
  ];
}

function breakdownSection(breakdown: ShownBreakdown, measure: MeasureFigures, paths: Paths) {
  const { rows, ...table } = breakdownTable(breakdown, measure);
  return { ...table, rows: rows.map(({ slug, ...row }) => ({ ...row, href: paths.measure(slug) })) };
}

/** The year's figure, with the range of one that was worked back. */
function yearFigure({ facts, annual }: MeasureYear): string {
  if (facts.soFar === null || facts.yearToDate === null) return '[x]';
  const count = figureInWords(facts.soFar);
  if (annual?.exactness !== 'back-calculated') return count;
  const { lowest, highest } = annual;
  const between = lowest === highest ? '' : `; between ${formatCount(lowest)} and ${formatCount(highest)}`;
  return `${count} (back-calculated${between})`;
}

function hasFigures({ facts }: MeasureYear): boolean {
  return facts.yearToDate !== null;
}

/** Where all figures come from, said once; null when they differ, and each row says it. */
function oneSourceOf(quarters: readonly MeasureQuarter[]): string | null {
  const places = [...new Set(quarters.map(placeOf))];
  return places.length === 1 ? places[0]! : null;
}

function placeOf({ source, release }: MeasureQuarter): string {
  return source ? `${source}, ${release}` : 'Return of the authority';
}

/** A figure as the table says it: a number, or its shorthand with the words for it and why. */
function figureWords({ observation, said, reason }: MeasureQuarter): string {
  if (said === 'nil') return SHORTHAND.nil;
  if (said === null)
    return observation === null ? `${SHORTHAND['not-available']} Not reported` : figureInWords(observation);
  return `${SHORTHAND[said]} ${WITHOUT_A_FIGURE[said]}${reason ? `: ${reason}` : ''}`;
}

function figuresTable({ quarters }: MeasureFigures) {
  return quarters.map((one) => {
    const { quarter, observation, said } = one;
    const before = quarters.find((other) => other.quarter.equals(quarter.sameQuarterLastYear))?.observation;
    return {
      quarter: quarter.name,
      figure: figureWords(one),
      isNumber: observation !== null && said === null,
      months: one.months?.map((month) => formatCount(month)).join(', '),
      revisedFrom: one.revisedFrom && figureInWords(one.revisedFrom),
      sameQuarterLastYear: before ? figureInWords(before) : null,
      source: placeOf(one),
    };
  });
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
