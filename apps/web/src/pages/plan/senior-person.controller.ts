import { type Actor, Clock, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { NameSeniorPerson } from '@lib/plans';
import { PlanQuery } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { readDay } from '../../http/form-days.js';
import { formPage } from './form-page.js';
import { SeniorPersonForm } from './plan.forms.js';
import { type PriorityInPlan, priorityInPlan } from './priority-in-plan.js';

/** Names who answers for a priority, in succession. */
@Controller('partnerships/:partnership/plan/priorities/:priorityId/senior-person')
export class SeniorPersonController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly nameSeniorPerson: NameSeniorPerson,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('priorityId') priorityId: string,
  ) {
    const found = await this.priority(actor, id, priorityId);
    return personPage(slug, found, new SeniorPersonForm());
  }

  @Post()
  @Access('plans.edit')
  async name(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('priorityId') priorityId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const found = await this.priority(actor, partnershipId, priorityId);
    const { form, errors } = readForm(SeniorPersonForm, body);
    if (errors) return personPage(slug, found, form, errors);
    const from = readDay(form.fromOn, 'fromOn', 'The first day');
    if ('error' in from) return personPage(slug, found, form, [from.error]);
    const { name, post } = form;
    const priority = { id: priorityId, title: found.title };
    const command = { partnershipId, priority, name, post, fromOn: from.date };
    await this.nameSeniorPerson.execute(actor, command, once);
    return new SeeOther(
      pathsOf(slug).priority(found.versionId, priorityId),
      `${name.trim()} answers for it from ${formatDate(from.date)}.`,
    );
  }

  private async priority(actor: Actor, partnershipId: Id, priorityId: Id) {
    return priorityInPlan(this.plans, actor, partnershipId, { priorityId, today: this.clock.today() });
  }
}

function personPage(
  slug: string,
  { id, title, versionId }: PriorityInPlan,
  form: SeniorPersonForm,
  errors: readonly PageError[] = [],
) {
  const paths = pathsOf(slug);
  return formPage(
    {
      pageTitle: 'Name a senior person',
      caption: title,
      backLink: { href: paths.priority(versionId, id), text: 'Back to the priority' },
      formAction: paths.seniorPerson(id),
      explanation: [
        'Who answered for it before does so until that day. This needs no new version of the plan. The copy that may be published shows the post and not the name.',
      ],
      boxes: [
        { kind: 'text', name: 'name', label: 'Name', value: form.name },
        { kind: 'text', name: 'post', label: 'Post', value: form.post },
        {
          ...{ kind: 'text', name: 'fromOn', label: 'From which day?', value: form.fromOn, width: 10 },
          hint: 'For example, 1 4 2027. Somebody already named for the same day is replaced.',
        },
      ],
      button: 'Name this person',
      makes: true,
    },
    errors,
  );
}
