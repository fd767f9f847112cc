import { WithdrawEvidenceRequest } from '@lib/assurance';
import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';

/** Asking no more for what was asked for and has not come. */
@Controller('partnerships/:partnership/evidence/:evidenceId/request-withdrawal')
export class RequestWithdrawalController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly withdrawRequest: WithdrawEvidenceRequest,
  ) {}

  @Get()
  @Access('evidence.request')
  ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
  ) {
    return this.page(actor, partnership, evidenceId);
  }

  @Post()
  @Access('evidence.request')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return this.page(actor, partnership, evidenceId, { errors, reason: form.reason });
    const command = { partnershipId: partnership.id, evidenceId, reason: form.reason };
    await this.withdrawRequest.execute(actor, command);
    return new SeeOther(pathsOf(partnership.slug).evidenceItem(evidenceId), 'The request is withdrawn.');
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    evidenceId: string,
    answer?: { errors: readonly PageError[]; reason: string },
  ): Promise<Page> {
    const [item] = (await this.evidence.run(actor, id, evidenceId)).evidence;
    if (item?.request !== 'requested') throw notFound('request that waits for an answer');
    const paths = pathsOf(slug);
    return new Page(
      'layouts/reason-page.njk',
      {
        pageTitle: 'Withdraw the request',
        backLink: { href: paths.evidenceItem(item.id), text: 'Back' },
        formAction: paths.evidenceRequestWithdrawal(item.id),
        explanation: `“${item.title}” is not asked for any more. The request stays on record.`,
        ...answer,
      },
      answer ? 422 : 200,
    );
  }
}
