import { type Actor, Clock, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ChooseMeasures } from '@lib/plans';
import { PlanChoicesQuery, PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { changedMeanwhile, draftSheet, priorityOf } from './draft-sheet.js';
import { formPage } from './form-page.js';
import { MeasuresForm } from './plan.forms.js';
import { measuresForm, standingMeasures } from './priority-forms.view.js';

/** Chooses the measures under a priority of a draft. */
@Controller('partnerships/:partnership/plan/versions/:versionId/priorities/:priorityId/measures')
export class PriorityMeasuresController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly choices: PlanChoicesQuery,
    private readonly chooseMeasures: ChooseMeasures,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async askMeasures(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
  ) {
    const sheet = await this.draft(actor, partnership.id, versionId);
    const priority = priorityOf(sheet, priorityId);
    const { measures } = await this.choices.run(actor, partnership.id, this.clock.today(), []);
    const chosen = priority.measures.map(({ id }) => id);
    return formPage(measuresForm(sheet, priority, { chosen, measures }, pathsOf(partnership.slug)));
  }

  @Post()
  @Access('plans.edit')
  async choose(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
    @Body() body: unknown,
  ) {
    const sheet = await this.draft(actor, partnershipId, versionId);
    const priority = priorityOf(sheet, priorityId);
    const { measures } = await this.choices.run(actor, partnershipId, this.clock.today(), []);
    const { form, errors } = readForm(MeasuresForm, body, { hidden: ['seen'] });
    const again = (errors: readonly PageError[], status?: number) =>
      formPage(
        measuresForm(sheet, priority, { chosen: form.measures, measures }, pathsOf(slug)),
        errors,
        status,
      );
    if (errors) return again(errors);
    if (form.measures.some((id) => !measures.some((one) => one.id === id)))
      return again([{ text: 'Select measures from the list', href: '#measures' }]);
    if (form.seen !== standingMeasures(priority))
      return again([changedMeanwhile(priority.measures.map(({ name }) => name).join(', '))], 409);
    // Those that stood there keep their order; new ones follow.
    const chosen = [...priority.measures, ...measures].filter(({ id }) => form.measures.includes(id));
    await this.chooseMeasures.execute(actor, {
      ...{ partnershipId, versionId, priority: { id: priority.id, title: priority.title } },
      measures: [...new Map(chosen.map(({ id, name }) => [id, { id, name }])).values()],
      seenIds: priority.measures.map(({ id }) => id),
    });
    return new SeeOther(
      pathsOf(slug).planVersion(versionId),
      `The measures under “${priority.title}” are saved.`,
    );
  }

  private draft(actor: Actor, partnershipId: Id, versionId: Id): Promise<PlanSheet> {
    return draftSheet(this.plans, actor, partnershipId, { versionId, today: this.clock.today() });
  }
}
