import {
  type Actor,
  Clock,
  financialYearName,
  financialYearSlug,
  readCalendarDate,
  readFinancialYear,
} from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type MeasureFigures, MeasureQuery } from '@lib/reporting';
import { DeclareStatus } from '@lib/results';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { statusWords } from '../../performance/fact-words.js';
import { DeclaredStatusForm } from './status.form.js';

/** A status that somebody declares beside the worked-out one, with a reason and an end. */
@Controller('partnerships/:partnership/measures/:measure/declared-status')
export class DeclaredStatusController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly declareStatus: DeclareStatus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.declare')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    return declarationPage(measure, pathsOf(slug), new DeclaredStatusForm());
  }

  @Post()
  @Access('performance.declare')
  async declare(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const paths = pathsOf(slug);
    const { form, errors } = readForm(DeclaredStatusForm, body);
    if (errors) return declarationPage(measure, paths, form, errors);
    const year = measure.years.find(({ financialYear }) => financialYear === readFinancialYear(form.year));
    const expiresOn = readCalendarDate(form.expiresOn);
    if (!year)
      return declarationPage(measure, paths, form, [{ text: 'Select the year it is for', href: '#year' }]);
    if (!expiresOn || expiresOn < this.clock.today())
      return declarationPage(measure, paths, form, [
        {
          text: 'The last day on which it holds must be a real date, today or later, like 31 3 2027',
          href: '#expiresOn',
        },
      ]);
    const command = {
      partnershipId: id,
      measureId: measure.id,
      measure: measure.name,
      financialYear: year.financialYear,
      rag: form.rag,
      reason: form.reason,
      expiresOn,
    };
    await this.declareStatus.execute(actor, command, once);
    return new SeeOther(
      paths.measure(measure.slug),
      'The status is declared. The worked-out one stays beside it.',
    );
  }
}

function declarationPage(
  measure: MeasureFigures,
  paths: Paths,
  form: DeclaredStatusForm,
  errors: readonly PageError[] = [],
): Page {
  const chosen =
    form.year ?? financialYearSlug(measure.years.find(({ target }) => target)?.financialYear ?? 0);
  return new Page(
    'pages/measures/declared-status.njk',
    {
      pageTitle: `Declare a status of ${measure.name}`,
      backLink: { href: paths.measure(measure.slug), text: 'Back to the measure' },
      formAction: paths.declaredStatus(measure.slug),
      name: measure.name,
      form,
      errors,
      years: measure.years.map(({ financialYear, facts }) => ({
        value: financialYearSlug(financialYear),
        text: `${financialYearName(financialYear)}: ${statusWords(facts)}`,
        selected: financialYearSlug(financialYear) === chosen,
      })),
    },
    errors.length > 0 ? 422 : 200,
  );
}
