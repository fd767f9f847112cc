import { addDays, type FinancialQuarter, type Id } from '@lib/kernel';
import type { AssignmentMatrix, ShownReturnForm } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { choiceOf, ReturnFormEditForm } from './return-form-edit.form.js';

/** How many quarters ahead can be selected: two years. */
const AHEAD = 8;

/** Every box as it stands: a form that there is asks what it asks, a new one nothing. */
export function firstEditForm(
  { newestOpened }: AssignmentMatrix,
  existing: ShownReturnForm | null,
): ReturnFormEditForm {
  const newest = existing?.versions.at(-1);
  const form = new ReturnFormEditForm();
  form.version = String(newest?.number ?? 0);
  form.asked = newest?.lines.map(choiceOf) ?? [];
  form.quarter = newestOpened?.next.slug ?? '';
  return form;
}

export function returnFormEditView(
  { measures, authorities, forms, newestOpened }: AssignmentMatrix,
  existing: ShownReturnForm | null,
  paths: Paths,
  current: FinancialQuarter,
  form: ReturnFormEditForm,
  errors: readonly PageError[],
) {
  const stands = existing?.versions.at(-1)?.lines ?? [];
  const nameOf = (id: Id) => authorities.find((one) => one.id === id)!.name;
  const elsewhere = forms.filter(({ id }) => id !== existing?.id);
  return {
    pageTitle: existing ? `Change what “${existing.name}” asks` : 'Add a return form',
    backLink: { href: paths.returnForms(), text: 'Back to the return forms' },
    formAction: existing ? paths.returnFormChange(existing.id) : paths.newReturnForm(),
    isNew: existing === null,
    form,
    errors,
    quarters: [
      { value: '', text: 'Select a quarter' },
      ...quartersFrom(newestOpened?.next ?? current.sameQuarterLastYear, current).map((quarter) => ({
        value: quarter.slug,
        text: quarter.name,
        selected: quarter.slug === form.quarter,
      })),
    ],
    measures: measures.map(({ id, name, authorityId, definedFrom }, index) => ({
      id: `asked-${index + 1}`,
      name,
      hint: [
        `Of ${nameOf(authorityId)}`,
        `defined from ${formatDate(definedFrom)}`,
        ...stands
          .filter((line) => line.measureId === id && !form.asked.includes(choiceOf(line)))
          .map((line) => `asked of ${nameOf(line.authorityId)} now`),
        ...elsewhere
          .filter(({ versions }) => versions.at(-1)!.lines.some(({ measureId }) => measureId === id))
          .map((other) => `asked on the form “${other.name}”`),
      ].join(', '),
      choices: [
        { value: '', text: 'Nobody' },
        ...authorities.map((one) => {
          const value = choiceOf({ measureId: id, authorityId: one.id });
          const until = one.memberUntil ? ` (until ${formatDate(addDays(one.memberUntil, -1))})` : '';
          return { value, text: `${one.name}${until}`, selected: form.asked.includes(value) };
        }),
      ],
    })),
  };
}

/** From the first that is not open yet to two years from now, and at least two years. */
function quartersFrom(first: FinancialQuarter, current: FinancialQuarter): FinancialQuarter[] {
  const quarters = [first];
  let ahead = 0;
  while (ahead < AHEAD) {
    const next = quarters.at(-1)!.next;
    quarters.push(next);
    if (next.firstDay > current.firstDay) ahead += 1;
  }
  return quarters;
}
