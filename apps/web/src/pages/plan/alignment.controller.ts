import { may } from '@lib/access';
import { type Actor, Clock, type Id, notFound, readCalendarDate } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { NoteRegard, RecordUpperPlan } from '@lib/plans';
import { AsAt, PlanQuery, type UpperPlan } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { regardForm, upperPlanForm, upperPlansView } from './alignment.view.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { formPage } from './form-page.js';
import { RegardForm, UpperPlanForm } from './plan.forms.js';
import { priorityInPlan } from './priority-in-plan.js';

const UPPER_BOX_OF = {
  'plans.upper-plan-ends': 'until',
  'plans.upper-plan-starts': 'from',
  'plans.upper-plan-succeeded': 'succeeds',
};

/** Plans above the partnership's, and the regard that was had to them. */
@Controller('partnerships/:partnership/plan')
export class AlignmentController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly recordUpperPlan: RecordUpperPlan,
    private readonly noteRegard: NoteRegard,
    private readonly clock: Clock,
  ) {}

  @Get('upper-plans')
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const mayEdit = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const known = { on: day.today, asAt: AsAt.endOf(day.asAt) };
    const { upperPlans } = await this.plans.run(actor, id, known);
    const view = upperPlansView(upperPlans, pathsOf(slug, day.asAt), mayEdit);
    return datedPage('pages/plan/upper-plans.njk', view, day, { nowHref: pathsOf(slug).upperPlans() });
  }

  @Get('new-upper-plan')
  @Access('plans.edit')
  async askUpperPlan(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const plans = await this.upperPlans(actor, id);
    return formPage(upperPlanForm(plans, new UpperPlanForm(), pathsOf(slug)));
  }

  @Post('new-upper-plan')
  @Access('plans.edit')
  async upperPlan(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const plans = await this.upperPlans(actor, partnershipId);
    const { form, errors } = readForm(UpperPlanForm, body);
    const again = (errors: readonly PageError[]) =>
      formPage(upperPlanForm(plans, form, pathsOf(slug)), errors);
    if (errors) return again(errors);
    const from = readDay(form.from, 'from', 'The first day');
    if ('error' in from) return again([from.error]);
    const until = readCalendarDate(form.until);
    if (form.until.trim() !== '' && !until)
      return again([{ text: 'The day after the last must be a real date, like 31 3 2027', href: '#until' }]);
    if (form.succeeds !== '' && !plans.some(({ id }) => id === form.succeeds))
      return again([{ text: 'Select the plan whose place it takes, or none', href: '#succeeds' }]);
    const [title, owner, source] = [form.title.trim(), form.owner.trim(), form.source.trim()];
    const inForce = { from: from.date, until };
    const command = { partnershipId, title, owner, source, inForce, succeedsId: form.succeeds || null };
    try {
      await this.recordUpperPlan.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, UPPER_BOX_OF));
    }
    return new SeeOther(pathsOf(slug).upperPlans(), `${title} is recorded.`);
  }

  @Get('priorities/:priorityId/regard/:upperPlanId')
  @Access('plans.edit')
  async askRegard(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('priorityId') priorityId: string,
    @Param('upperPlanId') upperPlanId: string,
  ) {
    const place = await this.place(actor, id, { priorityId, upperPlanId });
    return formPage(regardForm(place, new RegardForm(), pathsOf(slug)));
  }

  @Post('priorities/:priorityId/regard/:upperPlanId')
  @Access('plans.edit')
  async regard(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('priorityId') priorityId: string,
    @Param('upperPlanId') upperPlanId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const place = await this.place(actor, partnershipId, { priorityId, upperPlanId });
    const { form, errors } = readForm(RegardForm, body);
    const again = (errors: readonly PageError[]) => formPage(regardForm(place, form, pathsOf(slug)), errors);
    if (errors) return again(errors);
    const on = readDay(form.regardedOn, 'regardedOn', 'The day on which regard was had');
    if ('error' in on) return again([on.error]);
    const { id, title, versionId } = place.priority;
    const command = {
      ...{ partnershipId, priority: { id, title }, upperPlanId, regardedOn: on.date },
      ...{ regardedBy: form.regardedBy, wording: form.wording },
    };
    try {
      await this.noteRegard.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, { 'plans.regarded-on': 'regardedOn' }));
    }
    return new SeeOther(
      pathsOf(slug).priority(versionId, id),
      `The regard to ${place.upperPlan.title} is noted.`,
    );
  }

  private async upperPlans(actor: Actor, partnershipId: Id): Promise<readonly UpperPlan[]> {
    return (await this.plans.run(actor, partnershipId, { on: this.clock.today() })).upperPlans;
  }

  private async place(
    actor: Actor,
    partnershipId: Id,
    { priorityId, upperPlanId }: { priorityId: Id; upperPlanId: Id },
  ) {
    const today = this.clock.today();
    const priority = await priorityInPlan(this.plans, actor, partnershipId, { priorityId, today });
    const upperPlan = (await this.upperPlans(actor, partnershipId)).find(({ id }) => id === upperPlanId);
    if (!upperPlan) throw notFound('plan');
    return { priority, upperPlan };
  }
}
