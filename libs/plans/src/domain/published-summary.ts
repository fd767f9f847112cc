import { type CalendarDate, DomainError, isWebLink } from '@lib/kernel';

export const LONGEST_FORMS = 200;

/** That a summary of an adopted version was published (SI 2007/1830, regulation 14). */
export interface PublishedSummary {
  readonly publishedOn: CalendarDate;
  /** The address of the page. */
  readonly publicAt: string;
  /** In which forms, in words: "web page, easy read". */
  readonly forms: string;
}

/**
 * Refuses a publication that cannot have been.
 *
 * @param adoptedOn of the version that is summed up; null for one that is not adopted
 * @throws DomainError `plans.summary-of-draft`, `plans.summary-to-come`, `plans.summary-before-adoption`,
 *   `plans.summary-public-at`, `plans.summary-forms`
 */
export function requirePublishedSummary(
  { publishedOn, publicAt, forms }: PublishedSummary,
  { adoptedOn, today }: { readonly adoptedOn: CalendarDate | null; readonly today: CalendarDate },
): void {
  if (adoptedOn === null)
    throw refusal(
      'summary-of-draft',
      'That version is not adopted. A summary is published of a version that the board adopted.',
    );
  if (publishedOn > today)
    throw refusal('summary-to-come', 'That day has not come yet. Record it once the summary is published.');
  if (publishedOn < adoptedOn)
    throw refusal(
      'summary-before-adoption',
      'That day lies before the adoption of the version. Enter the day of adoption or a later one.',
    );
  if (!isWebLink(publicAt))
    throw refusal(
      'summary-public-at',
      'The address of the summary must be a web address, like https://www.kingston.example/plan',
    );
  if (forms === '' || forms.length > LONGEST_FORMS)
    throw refusal(
      'summary-forms',
      `Say in which forms it was published, in ${LONGEST_FORMS} characters or fewer.`,
    );
}

function refusal(reason: string, sentence: string): DomainError {
  return new DomainError('invalid', `plans.${reason}`, sentence);
}
