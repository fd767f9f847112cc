import type { ContentPriority, Named, PlanSheet } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import type { SmallForm } from './form-page.js';
import { PriorityForm } from './plan.forms.js';
import { PUBLICATION_CHOICES } from './plan-words.js';

/** The form as it stands for a priority that there is. */
export function priorityFormOf(priority: ContentPriority): PriorityForm {
  const form = new PriorityForm();
  form.title = priority.title;
  form.narrative = priority.narrative ?? '';
  form.lead = priority.lead?.id ?? '';
  form.contributors = priority.contributors.map(({ id }) => id);
  form.publication = priority.publication;
  return form;
}

/** @param given.priority null to add one */
export function priorityForm(
  given: {
    sheet: PlanSheet;
    priority: ContentPriority | null;
    form: PriorityForm;
    authorities: readonly Named[];
  },
  paths: Paths,
): SmallForm {
  const { sheet, priority, form, authorities } = given;
  const { version } = sheet;
  const choices = authorities.map(({ id, name }) => ({ value: id, text: name }));
  return {
    pageTitle: priority ? 'Change a priority' : 'Add a priority',
    caption: nameOfVersion(version),
    backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
    formAction: priority ? paths.priorityWording(version.id, priority.id) : paths.newPriority(version.id),
    boxes: [
      { kind: 'text', name: 'title', label: 'The priority, as the plan says it', value: form.title },
      {
        ...{ kind: 'area', name: 'narrative', label: 'What is meant to happen', value: form.narrative },
        hint: 'In a few sentences. Leave it empty where the title and the measures say it all.',
      },
      { kind: 'radios', name: 'lead', label: 'Which authority leads?', value: form.lead, choices },
      {
        ...{
          kind: 'checkboxes',
          name: 'contributors',
          label: 'Which contribute?',
          values: form.contributors,
        },
        choices,
      },
      {
        ...{ kind: 'radios', name: 'publication', label: 'May it be published?', value: form.publication },
        choices: PUBLICATION_CHOICES,
      },
      { kind: 'hidden', name: 'seen', value: priority?.rowId ?? '' },
    ],
    button: 'Save the priority',
    makes: priority === null,
  };
}

export function measuresForm(
  { version }: PlanSheet,
  priority: ContentPriority,
  { chosen, measures }: { chosen: readonly string[]; measures: ContentPriority['measures'] },
  paths: Paths,
): SmallForm {
  return {
    pageTitle: 'Choose its measures',
    caption: priority.title,
    backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
    formAction: paths.priorityMeasures(version.id, priority.id),
    explanation: [
      'Each authority that leads, contributes or has actions under the priority measures its success by at least one. A priority without any is told in words.',
    ],
    boxes: [
      {
        ...{
          kind: 'checkboxes',
          name: 'measures',
          label: 'Which measures show its success?',
          values: chosen,
        },
        choices: measures.map(({ id, name, authority }) => ({ value: id, text: name, hint: authority.name })),
      },
      { kind: 'hidden', name: 'seen', value: standingMeasures(priority) },
    ],
    button: 'Save the measures',
  };
}

/** Which measures stand under a priority, as the form says that it was made from them. */
export function standingMeasures({ measures }: ContentPriority): string {
  return measures.map(({ id }) => id).join(' ') || 'none';
}
