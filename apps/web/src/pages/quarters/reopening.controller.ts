import { type Actor, Clock, type FinancialQuarter, readCalendarDate } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type QuarterOfReturns, QuartersQuery } from '@lib/reporting';
import { ReopenForAuthority } from '@lib/returns';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { openedQuarter } from './opened-quarter.js';
import { QuarterInPath } from './quarter-in-path.js';
import { ReopeningForm } from './quarters.forms.js';

/** Reopens a quarter for one authority until a day, with a reason that the board sees. */
@Controller('partnerships/:partnership/quarters/:quarter/reopening')
export class ReopeningController {
  constructor(
    private readonly quarters: QuartersQuery,
    private readonly reopenForAuthority: ReopenForAuthority,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.open-quarter')
  async askReopening(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
  ) {
    return reopeningPage(
      await openedQuarter(this.quarters, actor, partnership.id, quarter),
      partnership,
      new ReopeningForm(),
    );
  }

  @Post()
  @Access('returns.open-quarter')
  async reopen(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('quarter', QuarterInPath) quarter: FinancialQuarter,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const known = await openedQuarter(this.quarters, actor, partnership.id, quarter);
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
        ...[...new Map(returns.map(({ authorityId, authority }) => [authorityId, authority]))].map(
          ([value, text]) => ({ value, text, selected: value === form.authority }),
        ),
      ],
    },
    errors.length > 0 ? 422 : 200,
  );
}
