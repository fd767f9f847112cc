import type { UpperPlan } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import type { SmallForm } from './form-page.js';
import type { RegardForm, UpperPlanForm } from './plan.forms.js';
import { range } from './plan.view.js';
import type { PriorityInPlan } from './priority-in-plan.js';

export function upperPlansView(plans: readonly UpperPlan[], paths: Paths, mayEdit: boolean) {
  return {
    pageTitle: 'Plans above the partnership’s',
    backLink: { href: paths.plan(), text: 'Back to the plan' },
    newHref: mayEdit ? paths.newUpperPlan() : null,
    plans: plans.map(({ id, title, owner, inForce, source }) => ({
      ...{ title, owner, source, inForce: range(inForce.from, inForce.until) },
      follows: plans.find(({ succeedsId }) => succeedsId === id)?.title ?? 'None recorded',
    })),
  };
}

export function upperPlanForm(plans: readonly UpperPlan[], form: UpperPlanForm, paths: Paths): SmallForm {
  return {
    pageTitle: 'Record a plan above the partnership’s',
    backLink: { href: paths.upperPlans(), text: 'Back to the plans' },
    formAction: paths.newUpperPlan(),
    boxes: [
      { kind: 'text', name: 'title', label: 'Title', value: form.title },
      { kind: 'text', name: 'owner', label: 'Whose plan is it?', value: form.owner },
      {
        ...{ kind: 'text', name: 'from', label: 'First day in force', value: form.from, width: 10 },
        hint: 'For example, 1 4 2025',
      },
      {
        ...{ kind: 'text', name: 'until', label: 'First day on which it is not in force any more' },
        ...{
          value: form.until,
          width: 10,
          hint: 'For example, 1 4 2029. Leave it empty where no end is known.',
        },
      },
      {
        ...{ kind: 'select', name: 'succeeds', label: 'Whose place does it take?', value: form.succeeds },
        hint: 'That plan ends when this one starts, and the regard to it is noted anew.',
        choices: [{ value: '', text: 'None' }, ...plans.map(({ id, title }) => ({ value: id, text: title }))],
      },
      { kind: 'text', name: 'source', label: 'Where do the days come from?', value: form.source },
    ],
    button: 'Record this plan',
    makes: true,
  };
}

export function regardForm(
  { priority, upperPlan }: { priority: PriorityInPlan; upperPlan: UpperPlan },
  form: RegardForm,
  paths: Paths,
): SmallForm {
  return {
    pageTitle: `Note the regard to ${upperPlan.title}`,
    caption: priority.title,
    backLink: { href: paths.priority(priority.versionId, priority.id), text: 'Back to the priority' },
    formAction: paths.regard(priority.id, upperPlan.id),
    explanation: ['A note that stands is kept in the records, and this one takes its place.'],
    boxes: [
      {
        kind: 'text',
        name: 'regardedBy',
        label: 'Who had regard to it?',
        value: form.regardedBy,
        hint: 'For example, the board',
      },
      {
        ...{ kind: 'text', name: 'regardedOn', label: 'On which day?', value: form.regardedOn, width: 10 },
        hint: 'For example, 15 3 2027',
      },
      {
        ...{ kind: 'area', name: 'wording', label: 'How was it regarded?', value: form.wording },
        hint: 'Which of its objectives the priority serves, and where they differ and why.',
      },
    ],
    button: 'Save the note',
    makes: true,
  };
}
