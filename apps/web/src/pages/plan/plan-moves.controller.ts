import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { BeginPlan, BeginRevision, isOpenVersion, SendToConsultation } from '@lib/plans';
import { PlanQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { draftSheet } from './draft-sheet.js';
import { formPage } from './form-page.js';
import { NewPlanForm, SeenEditForm } from './plan.forms.js';

/** Begins plans and revisions, and sends drafts to consultation. */
@Controller('partnerships/:partnership/plan')
export class PlanMovesController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly beginPlan: BeginPlan,
    private readonly beginRevision: BeginRevision,
    private readonly sendToConsultation: SendToConsultation,
    private readonly clock: Clock,
  ) {}

  @Get('new-plan')
  @Access('plans.edit')
  askPlan(@CurrentPartnership() { slug }: Partnership) {
    return newPlanPage(slug, new NewPlanForm());
  }

  @Post('new-plan')
  @Access('plans.edit')
  async plan(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(NewPlanForm, body);
    if (errors) return newPlanPage(slug, form, errors);
    const command = { partnershipId, title: form.title, source: 'The partnership’s plan' };
    const versionId = await this.beginPlan.execute(actor, command, once);
    return new SeeOther(pathsOf(slug).planVersion(versionId), 'The plan is begun. Add its priorities.');
  }

  @Get('revision')
  @Access('plans.edit')
  async askRevision(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const { versions } = await this.plans.run(actor, id, { on: this.clock.today() });
    const adopted = versions.find(({ state }) => state === 'adopted');
    const open = versions.find((one) => isOpenVersion(one) && one.planId === adopted?.planId);
    const paths = pathsOf(slug);
    return new Page('pages/plan/revision.njk', {
      pageTitle: 'Begin a revision',
      backLink: { href: paths.plan(), text: 'Back to the plan' },
      formAction: paths.planRevision(),
      adopted: adopted && nameOfVersion(adopted),
      open: open && { name: nameOfVersion(open), href: paths.planVersion(open.id) },
      newPlanHref: paths.newPlan(),
    });
  }

  @Post('revision')
  @Access('plans.edit')
  async revise(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @CarriedOutOnce() once?: Once,
  ) {
    const versionId = await this.beginRevision.execute(actor, id, once);
    return new SeeOther(
      pathsOf(slug).planVersion(versionId),
      'The revision is begun. Change what has to change, or record its adoption as it is.',
    );
  }

  @Get('versions/:versionId/consultation')
  @Access('plans.edit')
  async askConsultation(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    const { version } = await draftSheet(this.plans, actor, id, { versionId, today: this.clock.today() });
    return consultationPage(slug, version);
  }

  @Post('versions/:versionId/consultation')
  @Access('plans.edit')
  async consult(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const { version } = await draftSheet(this.plans, actor, partnershipId, {
      ...{ versionId, today: this.clock.today() },
    });
    const { form, errors } = readForm(SeenEditForm, body, { hidden: ['edits'] });
    if (errors) return consultationPage(slug, version, errors);
    await this.sendToConsultation.execute(actor, {
      ...{ partnershipId, versionId, seenEdits: Number(form.edits) },
    });
    return new SeeOther(
      pathsOf(slug).planVersion(versionId),
      `${nameOfVersion(version)} is out for consultation. You can still edit it.`,
    );
  }
}

function newPlanPage(slug: string, { title }: NewPlanForm, errors: readonly PageError[] = []): Page {
  return formPage(
    {
      pageTitle: 'Begin a new plan',
      backLink: { href: pathsOf(slug).plan(), text: 'Back to the plan' },
      formAction: pathsOf(slug).newPlan(),
      explanation: [
        'It starts as an empty draft. When its adoption is recorded, the plan that is in force gives way to it. To keep the plan and change it, begin a revision instead.',
      ],
      boxes: [{ kind: 'text', name: 'title', label: 'Title of the plan', value: title }],
      button: 'Begin this plan',
      makes: true,
    },
    errors,
  );
}

function consultationPage(
  slug: string,
  version: { id: string; planTitle: string; number: number; edits: number },
  errors: readonly PageError[] = [],
): Page {
  const paths = pathsOf(slug);
  return formPage(
    {
      pageTitle: 'Send it to consultation',
      caption: nameOfVersion(version),
      backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
      formAction: paths.planConsultation(version.id),
      explanation: [
        'This records that people and bodies are asked for their views on the draft. Nothing is sent to anybody from here: send them the copy that may be published.',
        'You can still edit the draft, and add what they said as findings.',
      ],
      boxes: [{ kind: 'hidden', name: 'edits', value: String(version.edits) }],
      button: 'It is out for consultation',
    },
    errors,
  );
}
