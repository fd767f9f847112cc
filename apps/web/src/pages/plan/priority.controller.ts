import { type Actor, Clock, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { WritePriority } from '@lib/plans';
import { type ContentPriority, PlanChoicesQuery, PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { changedMeanwhile, draftSheet, priorityOf } from './draft-sheet.js';
import { formPage } from './form-page.js';
import { PriorityForm } from './plan.forms.js';
import { priorityForm, priorityFormOf } from './priority-forms.view.js';

/** Writes the priorities of a draft. */
@Controller('partnerships/:partnership/plan/versions/:versionId')
export class PriorityController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly choices: PlanChoicesQuery,
    private readonly writePriority: WritePriority,
    private readonly clock: Clock,
  ) {}

  @Get('new-priority')
  @Access('plans.edit')
  async askNew(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
  ) {
    const sheet = await this.draft(actor, partnership, versionId);
    return this.page(actor, partnership, { sheet, priority: null, form: new PriorityForm() });
  }

  @Post('new-priority')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const sheet = await this.draft(actor, partnership, versionId);
    return this.write(actor, partnership, { sheet, priority: null, body, ...(once && { once }) });
  }

  @Get('priorities/:priorityId/wording')
  @Access('plans.edit')
  async askWording(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
  ) {
    const sheet = await this.draft(actor, partnership, versionId);
    const priority = priorityOf(sheet, priorityId);
    return this.page(actor, partnership, { sheet, priority, form: priorityFormOf(priority) });
  }

  @Post('priorities/:priorityId/wording')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
    @Body() body: unknown,
  ) {
    const sheet = await this.draft(actor, partnership, versionId);
    return this.write(actor, partnership, { sheet, priority: priorityOf(sheet, priorityId), body });
  }

  private draft(actor: Actor, { id }: Pick<Partnership, 'id'>, versionId: Id): Promise<PlanSheet> {
    return draftSheet(this.plans, actor, id, { versionId, today: this.clock.today() });
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    given: { sheet: PlanSheet; priority: ContentPriority | null; form: PriorityForm },
    errors?: readonly PageError[],
    status?: number,
  ) {
    const { lead, contributors } = given.priority ?? { lead: null, contributors: [] };
    const named = [...(lead ? [lead] : []), ...contributors].map((one) => one.id);
    const { authorities } = await this.choices.run(actor, id, this.clock.today(), named);
    return formPage(priorityForm({ ...given, authorities }, pathsOf(slug)), errors, status);
  }

  private async write(
    actor: Actor,
    partnership: Partnership,
    given: { sheet: PlanSheet; priority: ContentPriority | null; body: unknown; once?: Once },
  ) {
    const { sheet, priority, body, once } = given;
    const { form, errors } = readForm(PriorityForm, body, { hidden: ['seen'] });
    if (errors) return this.page(actor, partnership, { sheet, priority, form }, errors);
    if (priority && form.seen !== priority.rowId)
      return this.page(
        actor,
        partnership,
        { sheet, priority, form },
        [changedMeanwhile(priority.title)],
        409,
      );
    const { authorities } = await this.choices.run(actor, partnership.id, this.clock.today(), [
      ...(priority?.lead ? [priority.lead.id] : []),
      ...(priority?.contributors.map(({ id }) => id) ?? []),
    ]);
    if (![form.lead, ...form.contributors].every((id) => authorities.some((one) => one.id === id)))
      return this.page(actor, partnership, { sheet, priority, form }, [
        { text: 'Select authorities from the list', href: '#lead' },
      ]);
    await this.writePriority.execute(
      actor,
      {
        ...{ partnershipId: partnership.id, versionId: sheet.version.id },
        wording: {
          ...{
            title: form.title.trim(),
            narrative: form.narrative.trim() || null,
            leadAuthorityId: form.lead,
          },
          contributorIds: form.contributors.filter((id) => id !== form.lead),
          publication: form.publication as 'public' | 'restricted',
        },
        instead: priority && { priorityId: priority.id, rowId: priority.rowId, title: priority.title },
      },
      once,
    );
    return new SeeOther(
      pathsOf(partnership.slug).planVersion(sheet.version.id),
      `The priority is saved: ${form.title.trim()}.`,
    );
  }
}
