import { type Actor, DomainError, FinancialQuarter, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type MeasureFigures, MeasureQuery } from '@lib/reporting';
import { MarkChartAndJudge } from '@lib/results';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { ReasonForm } from '../../http/reason.form.js';
import { MarkForm } from './marks.form.js';
import { MARK_WORDS } from '../../performance/mark-words.js';

/** Breaks in the series, notes and new limits on a measure's chart. */
@Controller('partnerships/:partnership/measures/:measure/marks')
export class MarksController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly markChart: MarkChartAndJudge,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    return marksPage(measure, pathsOf(slug), new MarkForm());
  }

  @Post()
  @Access('plans.edit')
  async mark(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const paths = pathsOf(slug);
    const { form, errors } = readForm(MarkForm, body);
    const quarter = FinancialQuarter.read(form.quarter);
    if (errors || !quarter)
      return marksPage(measure, paths, form, errors ?? [{ text: 'Select the quarter', href: '#quarter' }]);
    const needsDecision = form.kind === 'new-limits';
    if (needsDecision && form.approvedBy.trim() === '')
      return marksPage(measure, paths, form, [
        { text: 'Say who decided that the limits start anew, and when', href: '#approvedBy' },
      ]);
    try {
      const mark = {
        measureId: measure.id,
        quarter,
        kind: form.kind,
        words: form.words,
        approvedBy: needsDecision ? form.approvedBy.trim() : null,
      };
      await this.markChart.execute(actor, id, mark, once);
    } catch (error) {
      // New limits are refused for what the figures say: the words stay in the boxes.
      if (!(error instanceof DomainError) || error.code !== 'results.limits-stay') throw error;
      return marksPage(measure, paths, form, [{ text: error.message, href: '#quarter' }]);
    }
    return new SeeOther(paths.measure(measure.slug), `The chart is marked: ${form.words.trim()}.`);
  }

  @Get(':markId/withdrawal')
  @Access('plans.edit')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Param('markId') markId: string,
  ) {
    return withdrawalPage(await this.measures.run(actor, id, measureSlug), markId, pathsOf(slug));
  }

  @Post(':markId/withdrawal')
  @Access('plans.edit')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Param('markId') markId: string,
    @Body() body: unknown,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(measure, markId, pathsOf(slug), { errors, reason: form.reason });
    const { words } = ownMark(measure, markId);
    await this.markChart.withdraw(actor, { partnershipId: id, markId, reason: form.reason.trim() });
    return new SeeOther(pathsOf(slug).measure(measure.slug), `The mark is off the chart: ${words}.`);
  }
}

function ownMark({ marks }: MeasureFigures, markId: string) {
  const mark = marks.find(({ id, own }) => own && id === markId);
  if (!mark) throw notFound('mark');
  return mark;
}

function marksPage(
  measure: MeasureFigures,
  paths: Paths,
  form: MarkForm,
  errors: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/measures/marks.njk',
    {
      pageTitle: `Mark the chart of ${measure.name}`,
      backLink: { href: paths.measure(measure.slug), text: 'Back to the measure' },
      formAction: paths.marks(measure.slug),
      name: measure.name,
      form,
      errors,
      quarters: [
        { value: '', text: 'Select a quarter' },
        ...[...measure.quarters].reverse().map(({ quarter }) => ({
          value: quarter.slug,
          text: quarter.name,
          selected: quarter.slug === form.quarter,
        })),
      ],
      marks: measure.marks.map((mark) => ({
        what: MARK_WORDS[mark.kind],
        quarter: mark.quarter.name,
        words: mark.words,
        recorded: `${mark.recordedBy}${mark.approvedBy ? `, decided by ${mark.approvedBy}` : ''}`,
        withdrawHref: mark.own ? paths.markWithdrawal(measure.slug, mark.id) : null,
      })),
    },
    errors.length > 0 ? 422 : 200,
  );
}

function withdrawalPage(
  measure: MeasureFigures,
  markId: string,
  paths: Paths,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const { kind, words, quarter } = ownMark(measure, markId);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: `Take “${words}” off the chart`,
      backLink: { href: paths.marks(measure.slug), text: 'Back to the marks' },
      formAction: paths.markWithdrawal(measure.slug, markId),
      explanation: `${MARK_WORDS[kind]} on the chart of ${measure.name}, ${quarter.name}. It is kept in the records, and the years it bears on are judged again.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
