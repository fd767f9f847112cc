import { type CalendarDate, FinancialQuarter } from '@lib/kernel';
import { changedFields, type DefinitionSheet } from '@lib/plans';
import type { DefinitionSheets, ShownDefinition } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { changeHash, DefinitionChangeForm } from './definition-change.form.js';
import { changeRows, sheetOf } from '../../performance/definition-words.js';
import { COMPARABLE } from './definition.view.js';
import { sheetChoices } from './sheet-choices.js';
import { fillSheet } from './sheet.form.js';

export interface ChangePageState {
  readonly form: DefinitionChangeForm;
  readonly errors?: readonly PageError[];
  /** What it comes to; null before it can be read. */
  readonly wanted: { readonly sheet: DefinitionSheet; readonly from: FinancialQuarter } | null;
  /** It was changed after it was looked at. */
  readonly changedSince?: boolean;
}

/** The page on which a definition changes: the boxes, and once they can be read what changes and from when. */
export function definitionChangeView(
  sheets: DefinitionSheets,
  paths: Paths,
  { form, errors = [], wanted, changedSince = false }: ChangePageState,
  today: CalendarDate,
) {
  const { slug, current, counts } = sheets;
  return {
    pageTitle: `Change the definition of ${current.name}`,
    backLink: { href: paths.definition(slug), text: 'Back to how it is counted' },
    formAction: paths.definitionChange(slug),
    name: current.name,
    isWorkedOut: current.kind !== 'count',
    ...{ form, errors, changedSince },
    choices: sheetChoices(current.kind, counts, form.parts),
    quarters: [
      { value: '', text: 'Select a quarter' },
      ...quarterChoices(sheets, today).map((quarter) => ({
        value: quarter.slug,
        text: quarter.name,
        selected: quarter.slug === form.quarter,
      })),
    ],
    preview: wanted && errors.length === 0 ? preview(sheets, form, wanted) : null,
  };
}

/** What the page starts with: the newest version as it stands. */
export function firstChangeForm({ versions }: DefinitionSheets): DefinitionChangeForm {
  const form = new DefinitionChangeForm();
  fillSheet(form, versions[0]!);
  form.version = String(versions[0]!.version);
  return form;
}

/** From the first quarter in which a new version can start to a year from now, two years at the least. */
function quarterChoices({ versions, lastAsked }: DefinitionSheets, today: CalendarDate): FinancialQuarter[] {
  const stands = FinancialQuarter.containing(versions[0]!.inForceFrom);
  const after = lastAsked && lastAsked.firstDay > stands.firstDay ? lastAsked : stands;
  const aYearFromNow = FinancialQuarter.of(FinancialQuarter.containing(today).financialYear + 1, 4);
  const choices = [after.next];
  while (choices.length < 8 || choices.at(-1)!.firstDay < aYearFromNow.firstDay)
    choices.push(choices.at(-1)!.next);
  return choices;
}

function preview(
  { versions, counts }: DefinitionSheets,
  { effect }: DefinitionChangeForm,
  { sheet, from }: NonNullable<ChangePageState['wanted']>,
) {
  const before = versions[0]!;
  const parts = sheet.componentIds.flatMap((part) => counts.filter(({ id }) => id === part));
  const after: ShownDefinition = { ...before, ...sheet, parts };
  return {
    from: from.name,
    changes: changeRows(before, after, changedFields(sheetOf(before), sheet)),
    comparable: COMPARABLE[effect === 'comparable' ? 'yes' : 'no'],
    seen: changeHash(sheet, from, effect),
  };
}
