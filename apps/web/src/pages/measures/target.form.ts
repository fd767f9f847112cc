import { type CalendarDate, calendarDate, contentHash, Decimal, readFinancialYear } from '@lib/kernel';
import {
  type Course,
  endsOf,
  isCounted,
  type MeasureOfTarget,
  suitsCourse,
  TARGET_KINDS,
  type TargetKind,
  targetKindsFor,
  type WantedTarget,
} from '@lib/plans';
import type { PageError } from '@lib/ui';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const TEXT = (name: string, longest: number) =>
  ({ message: `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer` }) as const;

/** What stands in the boxes of the target page, exactly as it was typed. */
export class TargetForm {
  @IsIn(TARGET_KINDS, { message: 'Select what kind of target it is' })
  kind: TargetKind;

  @MaxLength(9, { message: 'Select the year it is for' })
  year = '';

  @FreeText('The target in words')
  @MaxLength(300, TEXT('The target in words', 300))
  wording = '';

  @MaxLength(20, TEXT('The percentage', 20))
  changePercent = '';

  @MaxLength(20, TEXT('The least', 20))
  atLeast = '';

  @MaxLength(20, TEXT('The most', 20))
  atMost = '';

  @MaxLength(9, { message: 'Select the year of the baseline' })
  baselineYear = '';

  @MaxLength(20, TEXT('The baseline', 20))
  baselineValue = '';

  @IsIn(['exact', 'back-calculated'], { message: 'Select how well the baseline is known' })
  baselineExactness: 'exact' | 'back-calculated' = 'exact';

  @MaxLength(20, TEXT('The lowest', 20))
  baselineLowest = '';

  @MaxLength(20, TEXT('The highest', 20))
  baselineHighest = '';

  @FreeText('The source of the baseline')
  @MaxLength(300, TEXT('The source of the baseline', 300))
  baselineSource = '';

  @FreeText('The release of the baseline')
  @MaxLength(300, TEXT('The release of the baseline', 300))
  baselineRelease = '';

  @IsOptional()
  @IsIn(['yes'], { message: 'Load the page again and choose once more' })
  baselineRestated?: 'yes';

  @IsIn(['usual-shares', 'flat', 'explicit-cumulative', 'explicit-point'], {
    message: 'Select how the target is spread over the year',
  })
  course: 'usual-shares' | 'flat' | 'explicit-cumulative' | 'explicit-point' = 'usual-shares';

  @MaxLength(20, TEXT('The level for quarter 1', 20))
  level1 = '';

  @MaxLength(20, TEXT('The level for quarter 2', 20))
  level2 = '';

  @MaxLength(20, TEXT('The level for quarter 3', 20))
  level3 = '';

  @MaxLength(20, TEXT('The level for quarter 4', 20))
  level4 = '';

  @FreeText('The reason')
  @MaxLength(500, TEXT('The reason', 500))
  reason = '';

  @MaxLength(40, { message: 'Select the decision of the board' })
  decision = '';

  @IsIn(['look', 'set'], { message: 'Load the page again and choose once more' })
  action: 'look' | 'set' = 'look';

  /** Which target the numbers on the page were worked out for. */
  @MaxLength(64, { message: 'Load the page again and choose once more' })
  seen = '';
}

export type ReadTarget =
  | { readonly wanted: WantedTarget; readonly errors: null }
  | { readonly wanted: null; readonly errors: readonly PageError[] };

/**
 * Reads the boxes as a target. A problem of the whole leads to the box where it is put right.
 *
 * @param measure what it is a target for: whether it counts whole things, and which way is good
 */
export function readTarget(form: TargetForm, measure: MeasureOfTarget): ReadTarget {
  const errors: PageError[] = [];
  const problem = (box: keyof TargetForm, text: string) => errors.push({ text, href: `#${box}` });
  const number = (
    box: keyof TargetForm,
    name: string,
    { needed = true, whole = isCounted(measure.kind) } = {},
  ): Decimal | null => {
    const typed = String(form[box] ?? '')
      .replace(/[\s,]/g, '')
      .replace(/%$/, '');
    if (typed === '') {
      if (needed) problem(box, `Enter ${name}`);
      return null;
    }
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(typed))
      problem(box, `${sentence(name)} must be a number, like 4.5 or 1,754`);
    else if (whole && typed.includes('.'))
      problem(box, `${sentence(name)} must be a whole number, like 1,754`);
    else return new Decimal(typed);
    return null;
  };

  const { kind } = form;
  if (!targetKindsFor(measure.kind).includes(kind)) problem('kind', 'Select what kind of target it is');
  const year = readFinancialYear(form.year);
  if (year === null) problem('year', 'Select the year it is for');
  if (form.wording.trim() === '') problem('wording', 'Say the target in words, as the plan does');
  const isPercentage = kind === 'percentage-reduction' || kind === 'percentage-increase';
  const changePercent = isPercentage ? number('changePercent', 'the percentage', { whole: false }) : null;
  if (
    changePercent &&
    (changePercent.isZero() || changePercent.gt(kind === 'percentage-reduction' ? 100 : 1000))
  )
    problem('changePercent', 'The percentage must be above 0 and no more than is possible');
  const atLeast = kind === 'floor' || kind === 'range' ? number('atLeast', 'the least that meets it') : null;
  const atMost = ['ceiling', 'range', 'gap', 'rank'].includes(kind)
    ? number('atMost', 'the most that meets it', kind === 'rank' ? { whole: true } : {})
    : null;
  if (atLeast && atMost && atLeast.gt(atMost))
    problem('atMost', 'The most must be as much as the least, or more');
  const baseline = readBaseline(form, { number, problem });
  const course = readCourse(form, number);
  if (!suitsCourse(measure, course)) problem('course', 'Select how the target is spread over the year');
  if (errors.length > 0 || year === null) return { wanted: null, errors };

  const wanted = {
    kind,
    wording: form.wording.trim(),
    applies: yearRange(year),
    changePercent,
    baseline,
    atLeast,
    atMost,
    course,
  };
  return { wanted: { ...wanted, ...endsOf(wanted, measure) }, errors: null };
}

/** Which target it is, so that nothing is set that was not looked at. */
export function targetHash({
  kind,
  wording,
  applies,
  changePercent,
  baseline,
  atLeast,
  atMost,
  course,
}: WantedTarget): string {
  const text = (value: Decimal | null) => value?.toFixed() ?? null;
  return contentHash({
    kind,
    wording,
    from: applies.from,
    changePercent: text(changePercent),
    atLeast: text(atLeast),
    atMost: text(atMost),
    course: JSON.stringify(course),
    baseline: baseline && {
      from: baseline.period.from,
      value: text(baseline.value),
      lowest: text(baseline.range?.lowest ?? null),
      highest: text(baseline.range?.highest ?? null),
      exactness: baseline.exactness,
      source: baseline.source,
      release: baseline.release,
      restated: String(baseline.restated),
    },
  });
}

interface Reading {
  number(box: keyof TargetForm, name: string, rules?: { needed?: boolean; whole?: boolean }): Decimal | null;
  problem(box: keyof TargetForm, text: string): void;
}

/** The baseline, where one is typed: then all that pins it is needed. */
function readBaseline(form: TargetForm, { number, problem }: Reading): WantedTarget['baseline'] {
  const { baselineSource: source, baselineRelease: release, baselineExactness: exactness } = form;
  if (form.baselineValue.trim() === '') return null;
  const value = number('baselineValue', 'the baseline');
  const year = readFinancialYear(form.baselineYear);
  if (year === null) problem('baselineYear', 'Select the year of the baseline');
  if (source.trim() === '') problem('baselineSource', 'Say where the baseline comes from');
  if (release.trim() === '') problem('baselineRelease', 'Say which release the baseline is of');
  const [lowest, highest] =
    exactness === 'back-calculated'
      ? [number('baselineLowest', 'the lowest it can be'), number('baselineHighest', 'the highest it can be')]
      : [null, null];
  if (value && lowest && highest && (lowest.gt(value) || highest.lt(value)))
    problem('baselineLowest', 'The baseline must lie between the lowest and the highest it can be');
  if (!value || year === null) return null;
  return {
    period: yearRange(year),
    value,
    range: lowest && highest ? { lowest, highest } : null,
    exactness,
    source: source.trim(),
    release: release.trim(),
    restated: form.baselineRestated === 'yes',
  };
}

function readCourse(form: TargetForm, number: Reading['number']): Course {
  if (form.course === 'usual-shares' || form.course === 'flat') return { kind: form.course };
  const levels = ([1, 2, 3, 4] as const).map(
    (quarter) => number(`level${quarter}`, `the level for quarter ${quarter}`) ?? new Decimal(0),
  );
  return { kind: 'explicit', levels, reading: form.course === 'explicit-point' ? 'point' : 'cumulative' };
}

function yearRange(year: number): { from: CalendarDate; until: CalendarDate } {
  return { from: calendarDate(`${year}-04-01`), until: calendarDate(`${year + 1}-04-01`) };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
