import { MoveFinding } from '@lib/assurance';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { FindingsQuery, type ShownFinding } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { findingInHand, saidMeanwhile } from './finding-in-hand.js';
import { ReopeningForm } from './findings.form.js';

const BOX_OF = { 'assurance.finding-day': 'answerBy' };

/** Opening a closed finding again: it wants a new answer, by a day. */
@Controller('partnerships/:partnership/findings/:findingId/reopening')
export class FindingReopeningController {
  constructor(
    private readonly findings: FindingsQuery,
    private readonly moveFinding: MoveFinding,
  ) {}

  @Get()
  @Access('findings.raise')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
  ) {
    return reopeningPage(await this.find(actor, partnership, findingId), new ReopeningForm(), partnership);
  }

  @Post()
  @Access('findings.raise')
  async reopen(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    const finding = await this.find(actor, partnership, findingId);
    const { form, errors } = readForm(ReopeningForm, body, { hidden: ['seen'] });
    if (errors) return reopeningPage(finding, form, partnership, errors);
    const day = readDay(form.answerBy, 'answerBy', 'The day');
    if ('error' in day) return reopeningPage(finding, form, partnership, [day.error]);
    try {
      await this.moveFinding.execute(actor, {
        ...{ partnershipId: partnership.id, findingId, seen: Number(form.seen), action: 'reopen' },
        ...{ words: form.reason, answerBy: day.date },
      });
    } catch (error) {
      if (error instanceof DomainError && Object.hasOwn(BOX_OF, error.code))
        return reopeningPage(finding, form, partnership, besideItsBox(error, BOX_OF));
      const newest = await this.find(actor, partnership, findingId);
      return reopeningPage(newest, form, partnership, saidMeanwhile(error), 409);
    }
    return new SeeOther(pathsOf(partnership.slug).assuranceFinding(findingId), 'The finding is open again.');
  }

  private find(actor: Actor, { id }: Partnership, findingId: string) {
    return findingInHand(this.findings, actor, id, { findingId, action: 'reopen' });
  }
}

function reopeningPage(
  finding: ShownFinding,
  form: ReopeningForm,
  { slug }: Partnership,
  errors: readonly PageError[] = [],
  status = 422,
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'pages/findings/reopening.njk',
    {
      pageTitle: `Open finding ${finding.number} again`,
      backLink: { href: paths.assuranceFinding(finding.id), text: 'Back' },
      formAction: paths.findingMove(finding.id, 'reopening'),
      title: finding.title,
      seen: finding.entries.length,
      ...{ form, errors },
    },
    errors.length > 0 ? status : 200,
  );
}
