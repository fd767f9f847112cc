import { authorise } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { BeginRestatement } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { RestatementForm } from './restatement.form.js';

/** An officer begins to correct an accepted return: never silently, and what it said stays visible. */
@Controller('partnerships/:partnership/returns/:returnId/restatement')
export class RestatementController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly beginRestatement: BeginRestatement,
  ) {}

  @Get()
  @Access('returns.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.edit', { partnershipId, authorityId: sheet.authorityId });
    return restatementPage(sheet, pathsOf(slug), new RestatementForm());
  }

  @Post()
  @Access('returns.edit')
  async begin(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const { form, errors } = readForm(RestatementForm, body);
    if (errors) return restatementPage(sheet, pathsOf(slug), form, errors);
    const { kind, reason } = form;
    const command = { partnershipId, returnId, kind, reason };
    const revisionId = await this.beginRestatement.execute(actor, command, once);
    return new SeeOther(
      pathsOf(slug).figures(revisionId),
      'Change what is wrong and send it. What was accepted counts until the correction is approved.',
    );
  }
}

function restatementPage(
  sheet: ReturnSheet,
  paths: Paths,
  form: RestatementForm,
  errors: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/returns/restatement.njk',
    {
      pageTitle: `Correct the return for ${sheet.quarter.name}`,
      backLink: { href: paths.return(sheet.id), text: 'Back to the return' },
      formAction: paths.restatement(sheet.id),
      authority: sheet.authority,
      form,
      errors,
    },
    errors.length > 0 ? 422 : 200,
  );
}
