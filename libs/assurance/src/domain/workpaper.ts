import { Decimal, DomainError, type FinancialQuarter } from '@lib/kernel';

export const LONGEST_WORKPAPER_WORDS = 1000;
export const LARGEST_SAMPLE = 100;

/** What is to be looked at, and how the figures for it are drawn. */
export interface WrittenWorkpaper {
  /** What the work is to show. */
  readonly objective: string;
  readonly firstQuarter: FinancialQuarter;
  /** The last quarter, itself included. */
  readonly lastQuarter: FinancialQuarter;
  /** How many figures are drawn: 1 to 100. */
  readonly sampleSize: number;
  /** Letters, digits and hyphens; null to have one made. */
  readonly seed: string | null;
}

/** What an auditor got from where a figure was taken from. */
export interface WrittenTest {
  /** The number that they got, 0 or more; null where the figure could not be tested. */
  readonly obtained: Decimal | null;
  /** Which rows and cells, or why it could not be tested. */
  readonly words: string;
}

/**
 * @throws DomainError `assurance.workpaper-objective`, `assurance.workpaper-quarters`, `assurance.sample-size`,
 *   `assurance.sample-seed`
 */
export function requireWorkpaper({
  objective,
  firstQuarter,
  lastQuarter,
  sampleSize,
  seed,
}: WrittenWorkpaper): void {
  if (!isSaid(objective))
    throw new DomainError(
      'invalid',
      'assurance.workpaper-objective',
      `Say what the work is to show, in ${LONGEST_WORKPAPER_WORDS} characters or fewer.`,
    );
  if (lastQuarter.firstDay < firstQuarter.firstDay)
    throw new DomainError(
      'invalid',
      'assurance.workpaper-quarters',
      'The last quarter lies before the first one. Select the first and the last quarter.',
    );
  if (!Number.isInteger(sampleSize) || sampleSize < 1 || sampleSize > LARGEST_SAMPLE)
    throw new DomainError(
      'invalid',
      'assurance.sample-size',
      `The number of figures must be a whole number from 1 to ${LARGEST_SAMPLE}.`,
    );
  if (seed !== null && !/^[A-Za-z0-9-]{1,40}$/.test(seed))
    throw new DomainError(
      'invalid',
      'assurance.sample-seed',
      'The seed must be letters, digits and hyphens, 40 or fewer. Leave it empty to have one made.',
    );
}

/** @throws DomainError `assurance.test-words`, `assurance.test-number` */
export function requireTest({ obtained, words }: WrittenTest): void {
  if (!isSaid(words))
    throw new DomainError(
      'invalid',
      'assurance.test-words',
      `Say which rows and cells you took it from, or why it could not be tested, in ${LONGEST_WORKPAPER_WORDS} characters or fewer.`,
    );
  if (obtained?.isNegative() || obtained?.gt(9_999_999))
    throw new DomainError('invalid', 'assurance.test-number', 'Enter a number from 0 to 9,999,999.');
}

/**
 * @param untested how many figures of the sample nothing is said of yet
 * @throws DomainError `assurance.conclusion-words`, `assurance.workpaper-untested`
 */
export function requireConclusion(words: string, untested: number): void {
  if (!isSaid(words))
    throw new DomainError(
      'invalid',
      'assurance.conclusion-words',
      `Say what the work showed, in ${LONGEST_WORKPAPER_WORDS} characters or fewer.`,
    );
  if (untested > 0)
    throw new DomainError(
      'conflict',
      'assurance.workpaper-untested',
      'Not every figure is tested yet. Re-perform each of them, or say why it could not be tested; then conclude.',
    );
}

/** What was got less what was reported; null where nothing was got. */
export function differenceOf(obtained: Decimal | null, reported: Decimal): Decimal | null {
  return obtained && obtained.minus(reported);
}

export function alreadyConcluded(): DomainError {
  return new DomainError(
    'conflict',
    'assurance.workpaper-concluded',
    'This workpaper is concluded, and nothing in it changes any more. Begin another one for further work.',
  );
}

function isSaid(words: string): boolean {
  return words.trim() !== '' && words.trim().length <= LONGEST_WORKPAPER_WORDS;
}
