import { authoritiesFor, type Permission } from '@lib/access';
import type { CalendarDate } from '@lib/kernel';
import type { KnownEvidence } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Page } from '../../http/page.js';
import { dutyChoices } from './duty-choices.js';
import type { Reader } from './reader.js';

export interface EvidenceFormPage {
  readonly template: 'supply' | 'request' | 'versions' | 'duties';
  readonly title: string;
  readonly formAction: string;
  readonly backHref: string;
  readonly form: object;
  readonly errors?: readonly PageError[];
}

/** A page with a form about evidence. */
export function evidenceFormPage(
  { template, title, formAction, backHref, form, errors = [] }: EvidenceFormPage,
  choices: object = {},
): Page {
  return new Page(
    `pages/evidence/${template}.njk`,
    {
      pageTitle: title,
      backLink: { href: backHref, text: 'Back' },
      ...{ formAction, form, errors },
      ...choices,
    },
    errors.length > 0 ? 422 : 200,
  );
}

/** What can be chosen about evidence: whose it is, by what the reader may do, and the duties. */
export function itemChoices(
  { known, authorities }: KnownEvidence,
  permission: Permission,
  { actor, partnershipId }: Reader,
  today: CalendarDate,
  chosen: readonly string[],
) {
  const reached = authoritiesFor(actor, permission, partnershipId);
  const own = authorities.filter(({ id }) => reached === 'all' || reached.includes(id));
  return {
    owners: [
      ...(reached === 'all' ? [{ value: '', text: 'The partnership' }] : []),
      ...own.map(({ id, name }) => ({ value: id, text: name })),
    ],
    acts: dutyChoices(known, today, chosen),
  };
}
