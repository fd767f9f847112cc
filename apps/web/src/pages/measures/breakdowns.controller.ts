import { type Actor, DomainError, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { BreakMeasureDown, CATEGORY_KINDS, WithdrawBreakdown } from '@lib/plans';
import { BreakdownChoicesQuery, type MeasureFigures, MeasureQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { BreakdownForm } from './breakdowns.form.js';

/** Which measures break another one down: by offence, by ward, by a protected characteristic. */
@Controller('partnerships/:partnership/measures/:measure/breakdowns')
export class BreakdownsController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly choices: BreakdownChoicesQuery,
    private readonly breakMeasureDown: BreakMeasureDown,
    private readonly withdrawBreakdown: WithdrawBreakdown,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, partnership.id, measureSlug);
    return this.page(actor, partnership, measure, new BreakdownForm());
  }

  @Post()
  @Access('plans.edit')
  async breakDown(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, partnership.id, measureSlug);
    const { form, errors } = readForm(BreakdownForm, body);
    if (errors) return this.page(actor, partnership, measure, form, errors);
    const { by, categories: categoryIds } = form;
    try {
      const command = { partnershipId: partnership.id, measureId: measure.id, by, categoryIds };
      await this.breakMeasureDown.execute(actor, command, once);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'plans.breakdown-categories') throw error;
      const text = 'Select two categories or more that are in force';
      return this.page(actor, partnership, measure, form, [{ text, href: '#categories' }]);
    }
    const notice = `${measure.name} is broken down by ${by.trim()}.`;
    return new SeeOther(pathsOf(partnership.slug).measure(measure.slug), notice);
  }

  @Get(':breakdownId/withdrawal')
  @Access('plans.edit')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Param('breakdownId') breakdownId: string,
  ) {
    return withdrawalPage(await this.measures.run(actor, id, measureSlug), breakdownId, pathsOf(slug));
  }

  @Post(':breakdownId/withdrawal')
  @Access('plans.edit')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Param('breakdownId') breakdownId: string,
    @Body() body: unknown,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const { form, errors } = readForm(ReasonForm, body);
    const paths = pathsOf(slug);
    if (errors) return withdrawalPage(measure, breakdownId, paths, { errors, reason: form.reason });
    const { by } = breakdownOf(measure, breakdownId);
    await this.withdrawBreakdown.execute(actor, {
      ...{ partnershipId: id, breakdownId, reason: form.reason.trim() },
    });
    return new SeeOther(paths.measure(measure.slug), `The breakdown by ${by} is off the page.`);
  }

  private async page(
    actor: Actor,
    partnership: Partnership,
    measure: MeasureFigures,
    form: BreakdownForm,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const paths = pathsOf(partnership.slug);
    const choices = await this.choices.run(actor, partnership.id, measure, CATEGORY_KINDS[measure.kind]);
    return new Page(
      'pages/measures/breakdowns.njk',
      {
        pageTitle: `Break down ${measure.name}`,
        backLink: { href: paths.measure(measure.slug), text: 'Back to the measure' },
        formAction: paths.breakdowns(measure.slug),
        addHref: paths.newMeasure(),
        ...{ name: measure.name, form, errors },
        choices: choices.map(({ id, name }) => ({ value: id, text: name })),
        breakdowns: measure.breakdowns.map(({ id, by, categories }) => ({
          by,
          categories: categories.map(({ name }) => name).join(', '),
          withdrawHref: paths.breakdownWithdrawal(measure.slug, id),
        })),
      },
      errors.length > 0 ? 422 : 200,
    );
  }
}

function breakdownOf({ breakdowns }: MeasureFigures, wanted: string) {
  const breakdown = breakdowns.find(({ id }) => id === wanted);
  if (!breakdown) throw notFound('breakdown');
  return breakdown;
}

function withdrawalPage(
  measure: MeasureFigures,
  breakdownId: string,
  paths: Paths,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const { by, categories } = breakdownOf(measure, breakdownId);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: `Take the breakdown by ${by} off the page`,
      backLink: { href: paths.breakdowns(measure.slug), text: 'Back to the breakdowns' },
      formAction: paths.breakdownWithdrawal(measure.slug, breakdownId),
      explanation: `${measure.name} by ${by}: ${categories.map(({ name }) => name).join(', ')}. It is kept in the records; the measures themselves stay.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
