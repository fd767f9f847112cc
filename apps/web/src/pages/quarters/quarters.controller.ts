import { may } from '@lib/access';
import {
  type Actor,
  type CalendarDate,
  Clock,
  DomainError,
  FinancialQuarter,
  notFound,
  readCalendarDate,
} from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type QuarterOfReturns, QuartersQuery } from '@lib/reporting';
import { ClosePeriod, OpenQuarter, PlanPeriod, ReopenForAuthority } from '@lib/returns';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { ReasonForm } from '../../http/reason.form.js';
import { PeriodDatesForm, ReopeningForm } from './quarters.forms.js';
import { quartersView } from './quarters.view.js';

/** The box in which a refusal of dates is put right. */
const BOX_OF: Readonly<Record<string, keyof PeriodDatesForm>> = {
  'returns.due-date': 'dueOn',
  'returns.opening-date': 'opensOn',
  'returns.last-new-date': 'lastNewOn',
  'returns.last-edit-date': 'lastEditOn',
};

/** Quarters that are shown at once: five years. */
const SHOWN = 20;

/** The quarters of a partnership: who was in time, and for the analyst their dates, opening, closing and reopening. */
@Controller('partnerships/:partnership/quarters')
export class QuartersController {
  constructor(
    private readonly quarters: QuartersQuery,
    private readonly planPeriod: PlanPeriod,
    private readonly openQuarter: OpenQuarter,
    private readonly closePeriod: ClosePeriod,
    private readonly reopenForAuthority: ReopenForAuthority,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async list(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const mayManage = may(actor, 'returns.open-quarter', { partnershipId: id });
    const quarters = await this.quarters.run(actor, id, SHOWN);
    const newest = quarters[0]?.quarter ?? FinancialQuarter.containing(this.clock.today()).previous;
    return new Page('pages/quarters/quarters.njk', {
      ...quartersView(quarters, this.clock.today(), pathsOf(slug), mayManage),
      next: mayManage ? { name: newest.next.name, href: pathsOf(slug).periodDates(newest.next.slug) } : null,
    });
  }

  @Get(':quarter/dates')
  @Access('returns.open-quarter')
  async askDates(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
  ) {
    const quarter = quarterOf(quarterSlug);
    const planned = await this.find(actor, partnership.id, quarter);
    const form = new PeriodDatesForm();
    form.opensOn = typed(planned?.opensOn ?? quarter.until);
    form.dueOn = typed(planned?.dueOn ?? null);
    form.lastNewOn = typed(planned?.lastNewOn ?? null);
    form.lastEditOn = typed(planned?.lastEditOn ?? null);
    return datesPage(quarter, partnership, form);
  }

  @Post(':quarter/dates')
  @Access('returns.open-quarter')
  async plan(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
    @Body() body: unknown,
  ) {
    const quarter = quarterOf(quarterSlug);
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

  @Get(':quarter/opening')
  @Access('returns.open-quarter')
  askOpening(@CurrentPartnership() { slug }: Partnership, @Param('quarter') quarterSlug: string) {
    const quarter = quarterOf(quarterSlug);
    return new Page('pages/quarters/opening.njk', {
      pageTitle: `Open ${quarter.name}`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      formAction: pathsOf(slug).periodOpening(quarter.slug),
    });
  }

  @Post(':quarter/opening')
  @Access('returns.open-quarter')
  async open(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('quarter') quarterSlug: string,
  ) {
    const quarter = quarterOf(quarterSlug);
    const made = await this.openQuarter.execute(actor, { partnershipId, quarter });
    const words = made.size === 1 ? '1 return' : `${made.size} returns`;
    return new SeeOther(
      pathsOf(slug).quarters(),
      made.size > 0 ? `${quarter.name} is open, with ${words}.` : `${quarter.name} was open already.`,
    );
  }

  @Get(':quarter/closing')
  @Access('returns.open-quarter')
  async askClosing(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
  ) {
    return closingPage(await this.known(actor, partnership.id, quarterSlug), partnership);
  }

  @Post(':quarter/closing')
  @Access('returns.open-quarter')
  async close(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
    @Body() body: unknown,
  ) {
    const known = await this.known(actor, partnership.id, quarterSlug);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return closingPage(known, partnership, { errors, reason: form.reason });
    const closed = known.closedAt === null;
    await this.closePeriod.execute(actor, {
      ...{ partnershipId: partnership.id, quarter: known.quarter, closed, reason: form.reason.trim() },
    });
    return new SeeOther(
      pathsOf(partnership.slug).quarters(),
      `${known.quarter.name} is ${closed ? 'closed' : 'open again'}.`,
    );
  }

  @Get(':quarter/reopening')
  @Access('returns.open-quarter')
  async askReopening(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
  ) {
    return reopeningPage(
      await this.known(actor, partnership.id, quarterSlug),
      partnership,
      new ReopeningForm(),
    );
  }

  @Post(':quarter/reopening')
  @Access('returns.open-quarter')
  async reopen(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter') quarterSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const known = await this.known(actor, partnership.id, quarterSlug);
    const { form, errors } = readForm(ReopeningForm, body);
    if (errors) return reopeningPage(known, partnership, form, errors);
    const expiresOn = readCalendarDate(form.expiresOn);
    if (!expiresOn || expiresOn < this.clock.today())
      return reopeningPage(known, partnership, form, [
        { text: 'The last day must be a real date, today or later, like 31 10 2026', href: '#expiresOn' },
      ]);
    const authority = known.returns.find(({ authorityId }) => authorityId === form.authority);
    if (!authority)
      return reopeningPage(known, partnership, form, [{ text: 'Select the authority', href: '#authority' }]);
    const command = {
      ...{ partnershipId: partnership.id, quarter: known.quarter, authorityId: form.authority },
      ...{ reason: form.reason, expiresOn },
    };
    await this.reopenForAuthority.execute(actor, command, once);
    return new SeeOther(
      pathsOf(partnership.slug).quarters(),
      `${known.quarter.name} is open for ${authority.authority} until ${formatDate(expiresOn)}.`,
    );
  }

  private async find(actor: Actor, partnershipId: string, quarter: FinancialQuarter) {
    const quarters = await this.quarters.run(actor, partnershipId, 400);
    return quarters.find((one) => one.quarter.equals(quarter));
  }

  private async known(actor: Actor, partnershipId: string, quarterSlug: string): Promise<QuarterOfReturns> {
    const quarter = await this.find(actor, partnershipId, quarterOf(quarterSlug));
    if (!quarter?.openedAt) throw notFound('quarter');
    return quarter;
  }
}

function quarterOf(slug: string): FinancialQuarter {
  const quarter = FinancialQuarter.read(slug);
  if (!quarter) throw notFound('quarter');
  return quarter;
}

/** A day as people type it: "31 10 2026". */
function typed(date: CalendarDate | null): string {
  return date === null ? '' : date.split('-').reverse().map(Number).join(' ');
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

function closingPage(
  { quarter, closedAt }: QuarterOfReturns,
  { slug }: Partnership,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: closedAt ? `Open ${quarter.name} again` : `Close ${quarter.name}`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      formAction: pathsOf(slug).periodClosing(quarter.slug),
      explanation: closedAt
        ? 'Figures can be entered and corrected again within the dates of the quarter.'
        : 'No figures can be entered or corrected any more. What waits for a decision can still be decided, and you can reopen the quarter for one authority.',
      ...answer,
    },
    answer ? 422 : 200,
  );
}

function reopeningPage(
  { quarter, returns }: QuarterOfReturns,
  { slug }: Partnership,
  form: ReopeningForm,
  errors: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/quarters/reopening.njk',
    {
      pageTitle: `Reopen ${quarter.name} for one authority`,
      backLink: { href: pathsOf(slug).quarters(), text: 'Back to the quarters' },
      formAction: pathsOf(slug).periodReopening(quarter.slug),
      form,
      errors,
      authorities: [
        { value: '', text: 'Select an authority' },
        ...returns.map(({ authorityId, authority }) => ({
          value: authorityId,
          text: authority,
          selected: authorityId === form.authority,
        })),
      ],
    },
    errors.length > 0 ? 422 : 200,
  );
}
