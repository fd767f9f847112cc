import { type CalendarDate, FinancialQuarter } from '@lib/kernel';
import type { ReadyMeasure } from '@lib/plans';
import type { MeasureChoices, MeasureFromCatalogue } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import type { NewMeasureForm } from './new-measure.form.js';
import { sheetChoices } from './sheet-choices.js';

const NEW_KINDS = [
  ['count', 'A count that an authority returns'],
  ['composite', 'A sum of counts'],
  ['proportion', 'A percentage that one count is of another'],
  ['gap', 'A gap between the percentages of two groups'],
] as const;

export interface NewMeasureState {
  readonly form: NewMeasureForm;
  readonly choices: MeasureChoices;
  /** The ready measure that filled the boxes, with the measures that were made from it before. */
  readonly ready: ReadyMeasure | null;
  readonly inUse: readonly MeasureFromCatalogue[];
  readonly errors?: readonly PageError[];
}

export function newMeasureView(
  { form, choices, ready, inUse, errors = [] }: NewMeasureState,
  paths: Paths,
  today: CalendarDate,
) {
  const { authorities, counts, draft } = choices;
  return {
    pageTitle: 'Add a measure',
    backLink: ready
      ? { href: paths.catalogue(ready.group.key), text: 'Back to the ready measures' }
      : { href: paths.measures(), text: 'Back to the measures' },
    formAction: paths.newMeasure(),
    caption: ready ? `From the catalogue: ${ready.key}` : null,
    inUse: inUse.map(({ slug, name }) => ({ name, href: paths.measure(slug) })),
    lacking: ready ? ready.partKeys.filter((key) => !counts.some((one) => one.catalogueKey === key)) : [],
    isWorkedOut: form.kind !== 'count',
    otherKinds: ready ? [] : otherKinds(form, paths),
    catalogueHref: ready ? null : paths.catalogue(),
    ...{ form, errors },
    choices: sheetChoices(form.kind, counts, form.parts),
    authorities: [
      { value: '', text: 'Select an authority' },
      ...authorities.map(({ id, name }) => ({ value: id, text: name, selected: id === form.authority })),
    ],
    quarters: [
      { value: '', text: 'Select a quarter' },
      ...quarterChoices(today).map(({ slug, name }) => ({
        value: slug,
        text: name,
        selected: slug === form.quarter,
      })),
    ],
    draft: draft && {
      name: `${draft.planTitle}, version ${draft.number}`,
      priorities: draft.priorities.map(({ id, title }) => ({ value: id, text: title })),
    },
    planHref: paths.plan(),
  };
}

function otherKinds({ kind: chosen }: NewMeasureForm, paths: Paths) {
  return NEW_KINDS.map(([kind, text]) => ({
    text,
    href: kind === chosen ? null : kind === 'count' ? paths.newMeasure() : paths.newWorkedOut(kind),
  }));
}

/** From two years before this quarter, for what is reported late, to a year after it. */
function quarterChoices(today: CalendarDate): FinancialQuarter[] {
  const now = FinancialQuarter.containing(today);
  let first = now;
  for (let ago = 0; ago < 8; ago++) first = first.previous;
  const choices = [first];
  while (choices.length < 13) choices.push(choices.at(-1)!.next);
  return choices;
}
