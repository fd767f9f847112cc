import {
  type Actor,
  type CalendarDate,
  DomainError,
  type FinancialQuarter,
  readCalendarDate,
} from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { QuartersQuery } from '@lib/reporting';
import { PlanPeriod } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { typed } from '../../http/form-days.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { QuarterInPath } from './quarter-in-path.js';
import { PeriodDatesForm } from './quarters.forms.js';

/** The box in which a refusal of dates is put right. */
const BOX_OF: Readonly<Record<string, keyof PeriodDatesForm>> = {
  'returns.due-date': 'dueOn',
  'returns.opening-date': 'opensOn',
  'returns.last-new-date': 'lastNewOn',
  'returns.last-edit-date': 'lastEditOn',
};

/** The dates of a quarter: when it opens, falls due, and no longer takes figures or corrections. */
@Controller('partnerships/:partnership/quarters/:quarter/dates')
export class PeriodDatesController {
  constructor(
    private readonly quarters: QuartersQuery,
    private readonly planPeriod: PlanPeriod,
  ) {}

  @Get()
  @Access('returns.open-quarter')
  async askDates(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
  ) {
    const planned = await this.quarters.find(actor, partnership.id, quarter);
    const form = new PeriodDatesForm();
    form.opensOn = typed(planned?.opensOn ?? quarter.until);
    form.dueOn = typed(planned?.dueOn ?? null);
    form.lastNewOn = typed(planned?.lastNewOn ?? null);
    form.lastEditOn = typed(planned?.lastEditOn ?? null);
    return datesPage(quarter, partnership, form);
  }

  @Post()
  @Access('returns.open-quarter')
  async plan(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
    @Body() body: unknown,
  ) {
    const { form, errors: shapeErrors } = readForm(PeriodDatesForm, body);
    const errors: PageError[] = [...(shapeErrors ?? [])];
    const day = (box: keyof PeriodDatesForm, name: string, needed = false): CalendarDate | null => {
      if (String(form[box]).trim() === '' && !needed) return null;
      const date = readCalendarDate(String(form[box]));
      if (!date && errors.length === 0)
        errors.push({ text: `${name} must be a date, like 31 10 2026`, href: `#${box}` });
      return date;
    };
    const dates = {
      opensOn: day('opensOn', 'The day it opens'),
      dueOn: day('dueOn', 'The day returns fall due', true),
      lastNewOn: day('lastNewOn', 'The last day for first figures'),
      lastEditOn: day('lastEditOn', 'The last day for corrections'),
    };
    if (errors.length > 0 || !dates.dueOn) return datesPage(quarter, partnership, form, errors);
    try {
      await this.planPeriod.execute(actor, {
        partnershipId: partnership.id,
        quarter,
        dates: { ...dates, dueOn: dates.dueOn },
      });
    } catch (error) {
      // Dates that contradict one another or the law stay in their boxes.
      const box = error instanceof DomainError ? BOX_OF[error.code] : undefined;
      if (!box) throw error;
      const { message } = error as DomainError;
      return datesPage(quarter, partnership, form, [{ text: message, href: `#${box}` }]);
    }
    return new SeeOther(pathsOf(partnership.slug).quarters(), `${quarter.name} has its dates.`);
  }
}

function datesPage(
  quarter: FinancialQuarter,
  { slug }: Partnership,
  form: PeriodDatesForm,
  errors: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/quarters/dates.njk',
    {
      pageTitle: `Dates of ${quarter.name}`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      formAction: pathsOf(slug).periodDates(quarter.slug),
      statutoryDueOn: quarter.statutoryDueOn,
      form,
      errors,
    },
    errors.length > 0 ? 422 : 200,
  );
}
