import { type CalendarDate, Decimal, FinancialQuarter } from '@lib/kernel';
import type { ShownSampledFigure, ShownTest, ShownWorkpaper } from '@lib/reporting';
import { formatCount } from '@lib/ui';

/** "April to June 2010 until January to March 2011", or one quarter by itself. */
export function quartersWords({ firstQuarter, lastQuarter }: ShownWorkpaper): string {
  const [first, last] = [nameOf(firstQuarter), nameOf(lastQuarter)];
  return first === last ? first : `${first} until ${last}`;
}

/** How far the work has come, and what it showed so far. */
export function progressWords({ figures }: ShownWorkpaper): string {
  const tested = figures.filter(({ tests }) => tests.length > 0);
  const differing = tested.filter(differs).length;
  const done = `${tested.length} of ${figures.length} tested`;
  if (differing === 0) return done;
  return `${done}, ${differing === 1 ? '1 difference' : `${differing} differences`}`;
}

/** Whether what stands says another number than was reported. */
export function differs({ tests: [test] }: ShownSampledFigure): boolean {
  return test !== undefined && test.difference !== null && !new Decimal(test.difference).isZero();
}

/** "640, 3 more than reported", "637, as reported", "Could not be tested". */
export function testWords({ obtained, difference }: ShownTest): string {
  if (obtained === null || difference === null) return 'Could not be tested';
  const apart = new Decimal(difference);
  const number = formatCount(Number(obtained));
  if (apart.isZero()) return `${number}, as reported`;
  return `${number}, ${formatCount(apart.abs().toNumber())} ${apart.isPositive() ? 'more' : 'fewer'} than reported`;
}

function nameOf(firstDay: CalendarDate): string {
  return FinancialQuarter.containing(firstDay).name;
}
