import type { ContentAction, ContentPriority, PlanSheet } from '@lib/reporting';
import { typed } from '../../http/form-days.js';
import type { Paths } from '../../http/paths.js';
import type { SmallForm } from './form-page.js';
import { ActionForm } from './plan.forms.js';
import { PUBLICATION_CHOICES, TIER_WORDS } from './plan-words.js';

/** Where an action stands: under which priority, and the action that is changed; null to add one. */
export interface ActionPlace {
  readonly sheet: PlanSheet;
  readonly priority: ContentPriority;
  readonly action: ContentAction | null;
}

/** The form as it stands for an action that there is. */
export function actionFormOf({ wording, owner, dueOn, tier, publication }: ContentAction): ActionForm {
  return Object.assign(new ActionForm(), {
    wording,
    owner: owner.id,
    dueOn: typed(dueOn),
    tier,
    publication,
  });
}

export function actionForm(
  { sheet: { version }, priority, action }: ActionPlace,
  form: ActionForm,
  owners: { value: string; text: string }[],
  paths: Paths,
): SmallForm {
  return {
    pageTitle: action ? 'Change an action' : 'Add an action',
    caption: priority.title,
    backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
    formAction: action ? paths.planAction(version.id, action.id) : paths.newAction(version.id, priority.id),
    boxes: [
      { kind: 'area', name: 'wording', label: 'What is to be done?', value: form.wording },
      {
        kind: 'radios',
        name: 'owner',
        label: 'Which authority does it?',
        value: form.owner,
        choices: owners,
      },
      {
        ...{ kind: 'text', name: 'dueOn', label: 'By which day?', value: form.dueOn, width: 10 },
        hint: 'For example, 31 3 2027',
      },
      {
        ...{ kind: 'radios', name: 'tier', label: 'What kind of prevention is it?', value: form.tier },
        choices: Object.entries(TIER_WORDS).map(([value, text]) => ({ value, text })),
      },
      {
        ...{ kind: 'radios', name: 'publication', label: 'May it be published?', value: form.publication },
        choices: PUBLICATION_CHOICES,
      },
      { kind: 'hidden', name: 'seen', value: action?.rowId ?? '' },
    ],
    button: 'Save the action',
    makes: action === null,
  };
}
