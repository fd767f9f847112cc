import { authorise } from '@lib/access';
import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { SubmitReturn } from '@lib/returns';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { returnView } from './return.view.js';
import { lockOfSheet } from './sheet-lock.js';

class SubmitForm {
  @Matches(/^\d{1,9}$/, { message: 'Load the page again and check your return once more' })
  version: string;
}

/** "Check your return": everything on one page before it is sent. */
@Controller('partnerships/:partnership/returns/:returnId/check')
export class CheckReturnController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly submitReturn: SubmitReturn,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.submit')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.submit', { partnershipId, authorityId: sheet.authorityId });
    const lock = lockOfSheet(sheet, this.clock.today());
    if (lock) return new SeeOther(pathsOf(slug).return(returnId), lock.words);
    return this.checkPage(sheet, pathsOf(slug));
  }

  @Post()
  @Access('returns.submit')
  async submit(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const paths = pathsOf(slug);
    const { form, errors } = readForm(SubmitForm, body, { hidden: ['version'] });
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    if (errors) return this.checkPage(sheet, paths, { errors, status: 422 });
    try {
      await this.submitReturn.execute(actor, { partnershipId, returnId, seenVersion: Number(form.version) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'returns.incomplete')
        return this.checkPage(sheet, paths, { errors: blankErrors(sheet), status: 422 });
      if (error.code === 'returns.changed-meanwhile')
        return this.checkPage(sheet, paths, { errors: [{ text: error.message }], status: 409 });
      throw error;
    }
    return new SeeOther(
      paths.return(returnId),
      `The return for ${sheet.quarter.name} is sent. An approver of ${sheet.authority} decides on it next.`,
    );
  }

  private checkPage(
    sheet: ReturnSheet,
    paths: Paths,
    {
      errors,
      status = 200,
    }: { errors?: readonly { text: string; href?: string | undefined }[]; status?: number } = {},
  ): Page {
    return new Page(
      'pages/returns/check.njk',
      {
        ...returnView(sheet, this.clock.today(), paths),
        pageTitle: 'Check your return',
        backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
        formAction: paths.check(sheet.id),
        figuresHref: paths.figures(sheet.id),
        version: sheet.version,
        blank: sheet.lines.filter(({ figure }) => figure === null).length,
        errors,
      },
      status,
    );
  }
}

function blankErrors(sheet: ReturnSheet) {
  return sheet.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.figure === null)
    .map(({ line, index }) => ({
      text: `Enter a figure for ${line.label}, or say why there is none`,
      href: `#change-${index + 1}`,
    }));
}
