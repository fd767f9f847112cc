import {
  type CalendarDate,
  Decimal,
  FinancialQuarter,
  financialYearName,
  financialYearSlug,
} from '@lib/kernel';
import { targetSize } from '@lib/performance';
import { endsOf, isCounted, targetKindsFor, type WantedTarget } from '@lib/plans';
import type { MeasureFigures, MeasureYear } from '@lib/reporting';
import { formatCount, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { metByWords } from '../../performance/fact-words.js';
import { targetSizeRows, tooSmallToSee } from '../../performance/target-size-words.js';
import { TargetForm, targetHash } from './target.form.js';

const KINDS = [
  ['percentage-reduction', 'Fewer by a percentage of a baseline', 'Such as 4.5% fewer than last year'],
  ['percentage-increase', 'More by a percentage of a baseline', 'Where more is good'],
  ['ceiling', 'At most a number', ''],
  ['floor', 'At least a number', ''],
  ['range', 'Between two numbers', 'Where too few is a warning as well'],
  ['gap', 'A gap of at most so many percentage points', ''],
  ['maintain', 'No worse than a baseline', ''],
  ['rank', 'A place among comparators', 'Judged once comparators are held'],
  ['milestone', 'Something reached, yes or no', ''],
  ['narrative', 'In words only', 'It is shown and never judged by a number'],
] as const;

const COURSES = [
  [
    'usual-shares',
    'By the shares its quarters usually have',
    'Even shares while no earlier year is held by quarter',
  ],
  ['flat', 'The same in every quarter', ''],
  [
    'explicit-cumulative',
    'As agreed for each quarter, added up over the year',
    'Enter the four levels below',
  ],
  ['explicit-point', 'As agreed for each quarter, each by itself', 'Enter the four levels below'],
] as const;

/** What stands behind a number of a measure that is not counted. */
const UNIT_OF: Readonly<Record<string, string>> = { proportion: '%', gap: 'points' };

const CHANCE_IS_SEEN_LATER = {
  key: 'What chance would do',
  value:
    'cannot be said of a percentage before it is known how many people it is of; with each figure the measure’s page says whether chance may explain it',
};

export interface TargetPageState {
  readonly form: TargetForm;
  readonly errors?: readonly PageError[];
  /** The target that the numbers are shown for; null before it can be read. */
  readonly wanted: WantedTarget | null;
  /** It was changed after the numbers were shown. */
  readonly changedSince?: boolean;
}

/** The page on which a target is set: the boxes, and once they can be read what the target means beside chance. */
export function targetView(
  measure: MeasureFigures,
  paths: Paths,
  { form, errors = [], wanted, changedSince = false }: TargetPageState,
  today: CalendarDate,
) {
  const standing = measure.years.find(
    ({ financialYear, target }) => target && financialYearSlug(financialYear) === form.year,
  )?.target;
  // A level is the same in every quarter, or agreed for each; it is no share of the year.
  const courses = COURSES.filter(
    ([course]) => isCounted(measure.kind) || course === 'flat' || course === 'explicit-point',
  );
  return {
    pageTitle: `Set a target for ${measure.name}`,
    backLink: { href: paths.measure(measure.slug), text: 'Back to the measure' },
    formAction: paths.target(measure.slug),
    decisionsHref: paths.decisions(),
    name: measure.name,
    unit: UNIT_OF[measure.kind] ?? measure.unit,
    isCounted: isCounted(measure.kind),
    hasLeast: measure.kind !== 'gap',
    form,
    errors,
    changedSince,
    standing: standing?.wording ?? null,
    kinds: KINDS.filter(([kind]) => targetKindsFor(measure.kind).includes(kind)).map(
      ([value, text, hint]) => ({ value, text, hint: hint && { text: hint } }),
    ),
    courses: courses.map(([value, text, hint]) => ({ value, text, hint: hint && { text: hint } })),
    years: yearChoices(measure, today, form.year),
    baselineYears: yearChoices(measure, today, form.baselineYear),
    preview: wanted && preview(wanted, measure),
  };
}

/** What the page starts with: next year's target against the newest whole year that is known. */
export function firstForm(measure: MeasureFigures, today: CalendarDate): TargetForm {
  const form = new TargetForm();
  form.kind = usualKind(measure);
  if (!isCounted(measure.kind)) form.course = 'flat';
  const [newest] = measure.years;
  const open = measure.years.find(({ target, facts }) => target === null && facts.quartersHeld < 4);
  const year =
    open?.financialYear ??
    (newest ? newest.financialYear + 1 : FinancialQuarter.containing(today).financialYear);
  form.year = financialYearSlug(year);
  const baseline = measure.years.find((one) => one.financialYear < year && isWhole(one));
  if (baseline) fillBaseline(form, baseline, measure);
  return form;
}

function usualKind({ kind, direction }: MeasureFigures): TargetForm['kind'] {
  const wantsMore = direction === 'higher';
  if (kind === 'gap') return 'gap';
  if (kind === 'proportion') return wantsMore ? 'floor' : 'ceiling';
  return wantsMore ? 'percentage-increase' : 'percentage-reduction';
}

function isWhole({ facts }: MeasureYear): boolean {
  return facts.quartersHeld === 4 && facts.yearToDate !== null;
}

function fillBaseline(form: TargetForm, year: MeasureYear, { quarters }: MeasureFigures): void {
  const ofYear = quarters.filter(({ quarter }) => quarter.financialYear === year.financialYear);
  const joined = (texts: readonly (string | null)[]) =>
    [...new Set(texts.filter((text) => text !== null))].join('; ').slice(0, 300);
  form.baselineYear = financialYearSlug(year.financialYear);
  form.baselineValue = String(Number(year.facts.yearToDate!.toFixed(2)));
  form.baselineSource =
    year.annual?.source ?? (joined(ofYear.map(({ source }) => source)) || 'Approved returns');
  form.baselineRelease =
    year.annual?.release ?? (joined(ofYear.map(({ release }) => release)) || 'as approved');
  if (year.annual?.exactness === 'back-calculated') {
    form.baselineExactness = 'back-calculated';
    form.baselineLowest = year.annual.lowest;
    form.baselineHighest = year.annual.highest;
  }
}

function yearChoices({ years }: MeasureFigures, today: CalendarDate, chosen: string) {
  const thisYear = FinancialQuarter.containing(today).financialYear;
  const held = years.map(({ financialYear }) => financialYear);
  const around = [thisYear + 1, thisYear, thisYear - 1, ...held, ...held.slice(0, 1).map((year) => year + 1)];
  return [
    { value: '', text: 'Select a year' },
    ...[...new Set(around)]
      .sort((a, b) => b - a)
      .map((year) => ({
        value: financialYearSlug(year),
        text: financialYearName(year),
        selected: financialYearSlug(year) === chosen,
      })),
  ];
}

/** What the target comes to, worked out before it is set. */
function preview(wanted: WantedTarget, measure: MeasureFigures) {
  const { baseline, kind } = wanted;
  const ends = { atLeast: numberOf(wanted.atLeast), atMost: numberOf(wanted.atMost) };
  const metBy =
    kind === 'rank' ? `place ${ends.atMost} or better` : metByWords(ends, measure.kind, measure.unit);
  const hasSize = kind !== 'rank' && isCounted(measure.kind);
  const size = baseline && hasSize ? targetSize(baseline.value.toNumber(), ends) : null;
  const rows = [
    { key: 'It is met by', value: metBy ? `${metBy} in the year` : notByNumber(wanted) },
    ...(size ? [{ key: 'That is', value: distanceWords(size.before, ends) }] : []),
    ...rangeRow(wanted, measure),
    ...(size ? targetSizeRows(size) : []),
    ...(isCounted(measure.kind) ? [] : [CHANCE_IS_SEEN_LATER]),
  ];
  return { rows, warning: size && tooSmallToSee(size), seen: targetHash(wanted) };
}

function notByNumber({ kind }: WantedTarget): string {
  if (kind === 'narrative') return 'nothing that a number says: it is in words and is not judged';
  if (kind === 'milestone') return 'reaching it by the end of the year';
  return 'nothing yet: it cannot be judged until a baseline is known';
}

function distanceWords(
  before: number,
  { atLeast, atMost }: { atLeast: number | null; atMost: number | null },
): string {
  const goal =
    atMost !== null && atMost < before ? atMost : atLeast !== null && atLeast > before ? atLeast : null;
  if (goal === null) return `no change from the baseline of ${formatCount(before)}`;
  const difference = Math.abs(goal - before);
  const share = before >= 50 ? `, ${((100 * difference) / before).toFixed(1)}%` : '';
  return `${formatCount(difference)} ${goal < before ? 'fewer' : 'more'} than the baseline of ${formatCount(before)}${share}`;
}

/** A baseline that is known to a range makes a pass mark that might as well be another. */
function rangeRow(wanted: WantedTarget, measure: MeasureFigures) {
  const { kind, unit } = measure;
  const { baseline } = wanted;
  if (!baseline?.range || baseline.range.lowest.equals(baseline.range.highest)) return [];
  const [low, high] = [baseline.range.lowest, baseline.range.highest].map((value) => {
    const { atLeast, atMost } = endsOf({ ...wanted, baseline: { ...baseline, value } }, measure);
    return metByWords({ atLeast: numberOf(atLeast), atMost: numberOf(atMost) }, kind, unit);
  });
  if (low === high) return [];
  return [
    {
      key: 'The baseline is known only to a range',
      value: `between ${formatCount(baseline.range.lowest.toFixed())} and ${formatCount(baseline.range.highest.toFixed())}, so it might as well be met by ${low}, or by ${high}`,
    },
  ];
}

function numberOf(value: Decimal | null): number | null {
  return value?.toNumber() ?? null;
}
