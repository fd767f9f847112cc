import { authorise } from '@lib/access';
import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { DecideOnReturn, stateInWords } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { DecisionForm } from './decision.form.js';
import { decisionView } from './decision.view.js';

/** An approver reads what was sent and decides on exactly that. */
@Controller('partnerships/:partnership/returns/:returnId/decision')
export class DecisionController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly decideOnReturn: DecideOnReturn,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.approve')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.approve', { partnershipId, authorityId: sheet.authorityId });
    if (sheet.state !== 'submitted')
      return new SeeOther(pathsOf(slug).return(returnId), stateInWords(sheet.state));
    return this.decisionPage(sheet, actor, pathsOf(slug));
  }

  @Post()
  @Access('returns.approve')
  async decide(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const paths = pathsOf(slug);
    const { form, errors } = readForm(DecisionForm, body, { hidden: ['contentSha256'] });
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    if (errors) return this.decisionPage(sheet, actor, paths, { form, errors, status: 422 });
    const action = form.decision === 'approve' ? 'approve' : 'sendBack';
    try {
      await this.decideOnReturn.execute(actor, {
        partnershipId,
        returnId,
        action,
        contentSha256: form.contentSha256,
        ...(action === 'sendBack' && { comment: form.comment }),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'returns.content-changed') throw error;
      return this.decisionPage(sheet, actor, paths, { form, errors: [{ text: error.message }], status: 409 });
    }
    return new SeeOther(
      paths.approvals(),
      action === 'approve'
        ? `You approved the return of ${sheet.authority} for ${sheet.quarter.name}. Its figures are now on the board page.`
        : `You sent the return of ${sheet.authority} for ${sheet.quarter.name} back to its officers.`,
    );
  }

  private decisionPage(
    sheet: ReturnSheet,
    actor: Actor,
    paths: Paths,
    answer: { form?: Partial<DecisionForm>; errors?: readonly PageError[]; status?: number } = {},
  ): Page {
    const { form, errors, status = 200 } = answer;
    const view = decisionView(sheet, actor, this.clock.today(), paths);
    return new Page(
      'pages/returns/decision.njk',
      { ...view, chosen: form?.decision, comment: form?.comment, errors },
      status,
    );
  }
}
