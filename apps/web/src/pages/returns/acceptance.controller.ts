import { authorise } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnSheetQuery } from '@lib/reporting';
import { DecideOnReturn, stateInWords } from '@lib/returns';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { AcceptanceForm } from './decision.form.js';
import { decisionView } from './decision.view.js';

/** The partnership's analyst accepts a return that its authority has approved. */
@Controller('partnerships/:partnership/returns/:returnId/acceptance')
export class AcceptanceController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly decideOnReturn: DecideOnReturn,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.accept')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.accept', { partnershipId, authorityId: sheet.authorityId });
    if (sheet.state !== 'approved')
      return new SeeOther(pathsOf(slug).return(returnId), stateInWords(sheet.state));
    return this.page(sheet, actor, slug);
  }

  @Post()
  @Access('returns.accept')
  async accept(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(AcceptanceForm, body, { hidden: ['contentSha256'] });
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    if (errors)
      return this.page(sheet, actor, slug, {
        errors,
        status: 422,
        chosen: form.decision,
        comment: form.comment,
      });
    const { contentSha256, comment } = form;
    const accepted = form.decision === 'accept';
    await this.decideOnReturn.execute(actor, {
      partnershipId,
      returnId,
      action: accepted ? 'accept' : 'handBack',
      contentSha256,
      ...(!accepted && { comment }),
    });
    return new SeeOther(
      pathsOf(slug).allReturns(),
      accepted
        ? `You accepted the return of ${sheet.authority} for ${sheet.quarter.name}.`
        : `You handed the return for ${sheet.quarter.name} back to ${sheet.authority}.`,
    );
  }

  private page(
    sheet: Parameters<typeof decisionView>[0],
    actor: Actor,
    slug: string,
    {
      errors,
      status = 200,
      chosen,
      comment,
    }: { errors?: readonly object[]; status?: number; chosen?: string; comment?: string } = {},
  ): Page {
    const paths = pathsOf(slug);
    return new Page(
      'pages/returns/acceptance.njk',
      {
        ...decisionView(sheet, actor, this.clock.today(), paths),
        pageTitle: `Accept the return for ${sheet.quarter.name}`,
        backLink: { href: paths.allReturns(), text: 'Back to all returns' },
        errors,
        chosen,
        comment,
      },
      status,
    );
  }
}
