import type { SuppliedVersion } from '@lib/assurance';
import { addDays, type CalendarDate } from '@lib/kernel';
import type { PageError } from '@lib/ui';
import { readDay } from '../../http/form-days.js';
import type { SentEvidence } from '../../http/evidence-gate.js';
import type { EvidenceVersionForm } from './evidence.form.js';

/** Reads the boxes of a version and the file that was sent with them, or says what is wrong. */
export function readVersion(
  form: EvidenceVersionForm,
  sent: SentEvidence,
): { readonly version: SuppliedVersion } | { readonly errors: PageError[] } {
  const errors: PageError[] = [];
  const dayIn = (box: 'coversFrom' | 'coversTo' | 'expiresOn', name: string): CalendarDate | null => {
    const day = readDay(form[box], box, name);
    if ('date' in day) return day.date;
    errors.push(day.error);
    return null;
  };
  const link = form.link.trim();
  const isNone = sent.file === null && sent.code === 'file.none';
  if (sent.file && link !== '')
    errors.push({ text: 'Select a file or enter a link, not both', href: '#link' });
  else if (isNone && link === '') errors.push({ text: 'Select a file or enter a link', href: '#file' });
  else if (!isNone && sent.problem !== null) errors.push({ text: sent.problem, href: '#file' });
  const from = dayIn('coversFrom', 'The first day');
  const to = dayIn('coversTo', 'The last day');
  const expiresOn =
    form.expiresOn.trim() === '' ? null : dayIn('expiresOn', 'The day until which it can be relied on');
  if (errors.length > 0 || from === null || to === null) return { errors };
  return {
    version: {
      content: sent.file ? { kind: 'file', ...sent.file } : { kind: 'link', link },
      ...{ coversFrom: from, coversUntil: addDays(to, 1), expiresOn, words: form.words },
    },
  };
}

/** The boxes beside which refusals of a version are put right. */
export const VERSION_BOXES = {
  'assurance.evidence-days': 'coversTo',
  'assurance.evidence-expired': 'expiresOn',
  'assurance.evidence-link': 'link',
  'assurance.evidence-infected': 'file',
};
