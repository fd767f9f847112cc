import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type PreventionTier, WriteAction } from '@lib/plans';
import { type ContentAction, PlanChoicesQuery, PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { changedMeanwhile, draftSheet, priorityOf } from './draft-sheet.js';
import { readDay } from '../../http/form-days.js';
import { actionForm, type ActionPlace, actionFormOf } from './action-form.view.js';
import { formPage } from './form-page.js';
import { ActionForm } from './plan.forms.js';

/** Writes the actions under the priorities of a draft. */
@Controller('partnerships/:partnership/plan/versions/:versionId')
export class ActionsController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly choices: PlanChoicesQuery,
    private readonly writeAction: WriteAction,
    private readonly clock: Clock,
  ) {}

  @Get('priorities/:priorityId/new-action')
  @Access('plans.edit')
  async askNew(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
  ) {
    const sheet = await this.draft(actor, partnership.id, versionId);
    const priority = priorityOf(sheet, priorityId);
    return this.page(actor, partnership, { sheet, priority, action: null }, new ActionForm());
  }

  @Post('priorities/:priorityId/new-action')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const sheet = await this.draft(actor, partnership.id, versionId);
    const priority = priorityOf(sheet, priorityId);
    return this.write(actor, partnership, { sheet, priority, action: null }, body, once);
  }

  @Get('actions/:actionId')
  @Access('plans.edit')
  async askChange(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('actionId') actionId: string,
  ) {
    const place = actionIn(await this.draft(actor, partnership.id, versionId), actionId);
    return this.page(actor, partnership, place, actionFormOf(place.action));
  }

  @Post('actions/:actionId')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('actionId') actionId: string,
    @Body() body: unknown,
  ) {
    const place = actionIn(await this.draft(actor, partnership.id, versionId), actionId);
    return this.write(actor, partnership, place, body);
  }

  private draft(actor: Actor, partnershipId: Id, versionId: Id): Promise<PlanSheet> {
    return draftSheet(this.plans, actor, partnershipId, { versionId, today: this.clock.today() });
  }

  private async authorities(actor: Actor, partnershipId: Id, { action }: ActionPlace) {
    const named = action ? [action.owner.id] : [];
    return (await this.choices.run(actor, partnershipId, this.clock.today(), named)).authorities;
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    place: ActionPlace,
    form: ActionForm,
    errors?: readonly PageError[],
    status?: number,
  ) {
    const owners = (await this.authorities(actor, id, place)).map((one) => ({
      value: one.id,
      text: one.name,
    }));
    return formPage(actionForm(place, form, owners, pathsOf(slug)), errors, status);
  }

  private async write(
    actor: Actor,
    partnership: Partnership,
    place: ActionPlace,
    body: unknown,
    once?: Once,
  ) {
    const { sheet, priority, action } = place;
    const { form, errors } = readForm(ActionForm, body, { hidden: ['seen'] });
    const again = (errors: readonly PageError[], status?: number) =>
      this.page(actor, partnership, place, form, errors, status);
    if (errors) return again(errors);
    const due = readDay(form.dueOn, 'dueOn', 'The day by which it is done');
    if ('error' in due) return again([due.error]);
    const owners = await this.authorities(actor, partnership.id, place);
    if (!owners.some(({ id }) => id === form.owner))
      return again([{ text: 'Select the authority that does it', href: '#owner' }]);
    if (action && form.seen !== action.rowId) return again([changedMeanwhile(action.wording)], 409);
    await this.writeAction.execute(
      actor,
      {
        ...{ partnershipId: partnership.id, versionId: sheet.version.id },
        action: {
          ...{ priorityId: priority.id, wording: form.wording.trim(), ownerId: form.owner, dueOn: due.date },
          ...{ tier: form.tier as PreventionTier, publication: form.publication as 'public' | 'restricted' },
        },
        instead: action && { actionId: action.id, rowId: action.rowId, wording: action.wording },
      },
      once,
    );
    return new SeeOther(
      pathsOf(partnership.slug).planVersion(sheet.version.id),
      `The action is saved: ${form.wording.trim()}.`,
    );
  }
}

function actionIn(sheet: PlanSheet, actionId: Id): ActionPlace & { readonly action: ContentAction } {
  for (const priority of sheet.priorities)
    for (const action of priority.actions) if (action.id === actionId) return { sheet, priority, action };
  throw notFound('action');
}
