import { type Actor, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { CrossChecksQuery, type ShownCrossCheck } from '@lib/reporting';
import { EndCrossCheck, SetCrossCheck } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { CrossCheckForm } from './checks.form.js';
import { checksView } from './checks.view.js';

/** The rules between measures by which every return is checked before it is sent. */
@Controller('partnerships/:partnership/checks')
export class ChecksController {
  constructor(
    private readonly crossChecks: CrossChecksQuery,
    private readonly setCrossCheck: SetCrossCheck,
    private readonly endCrossCheck: EndCrossCheck,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  list(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    return this.page(actor, partnership, new CrossCheckForm());
  }

  @Post()
  @Access('plans.edit')
  async set(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(CrossCheckForm, body);
    if (errors) return this.page(actor, partnership, form, errors);
    if (form.part === form.whole)
      return this.page(actor, partnership, form, [{ text: 'Select two different measures', href: '#whole' }]);
    const { part: partMeasureId, whole: wholeMeasureId, severity, whenMissing, reason } = form;
    const rule = { partMeasureId, wholeMeasureId, severity, whenMissing, reason };
    await this.setCrossCheck.execute(actor, { partnershipId: partnership.id, ...rule }, once);
    return new SeeOther(
      pathsOf(partnership.slug).crossChecks(),
      'The check is set. It asks of every return that is sent from now on.',
    );
  }

  @Get(':checkId/end')
  @Access('plans.edit')
  async askEnd(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('checkId') checkId: string,
  ) {
    return endPage(await this.known(actor, partnership, checkId), partnership.slug);
  }

  @Post(':checkId/end')
  @Access('plans.edit')
  async end(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('checkId') checkId: string,
    @Body() body: unknown,
  ) {
    const check = await this.known(actor, partnership, checkId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return endPage(check, partnership.slug, { errors, reason: form.reason });
    const command = { partnershipId: partnership.id, checkId, reason: form.reason };
    await this.endCrossCheck.execute(actor, command);
    return new SeeOther(pathsOf(partnership.slug).crossChecks(), 'The check has ended.');
  }

  private async known(actor: Actor, { id }: Partnership, checkId: string): Promise<ShownCrossCheck> {
    const { checks } = await this.crossChecks.run(actor, id, this.clock.today());
    const check = checks.find((one) => one.id === checkId);
    if (!check) throw notFound('check');
    return check;
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: CrossCheckForm,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const { checks, measures } = await this.crossChecks.run(actor, id, this.clock.today());
    return new Page(
      'pages/checks/checks.njk',
      { ...checksView(checks, measures, pathsOf(slug), form), errors },
      errors.length > 0 ? 422 : 200,
    );
  }
}

function endPage(
  { id, part, whole }: ShownCrossCheck,
  slug: string,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'End this check',
      backLink: { href: pathsOf(slug).crossChecks(), text: 'Back to the checks' },
      formAction: pathsOf(slug).crossCheckEnd(id),
      explanation: `That ${part} is never more than ${whole} is not asked any more. What it found before stays with the figures.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
