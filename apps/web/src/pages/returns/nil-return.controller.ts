import { type Actor, Clock, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { type FigureEntry, SaveFigures } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { sheetToEdit } from './sheet-to-edit.js';
import { saidText } from './return-words.js';

class NilReturnForm {
  @Matches(/^\d{1,9}$/, { message: 'Load the page again and send it once more' })
  version: string;
}

/** A nil return: there was nothing to report on any measure. It is saved like figures, and sent like them. */
@Controller('partnerships/:partnership/returns/:returnId/nil')
export class NilReturnController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly saveFigures: SaveFigures,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const wanted = { returnId, permission: 'returns.edit', today: this.clock.today() } as const;
    const sheet = await sheetToEdit(this.sheets, actor, partnership, wanted);
    if (sheet instanceof SeeOther) return sheet;
    const { slug } = partnership;
    return nilReturnPage(sheet, pathsOf(slug));
  }

  @Post()
  @Access('returns.edit')
  async save(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(NilReturnForm, body, { hidden: ['version'] });
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const paths = pathsOf(slug);
    if (errors) return nilReturnPage(sheet, paths, errors);
    const entries = new Map<Id, FigureEntry>(sheet.lines.map(({ id }) => [id, { kind: 'nil' }]));
    await this.saveFigures.execute(actor, {
      ...{ partnershipId, returnId, seenVersion: Number(form.version), entries },
    });
    return new SeeOther(paths.figures(returnId), 'Every measure says nil. Go on to check your return.');
  }
}

function nilReturnPage(sheet: ReturnSheet, paths: Paths, errors: readonly PageError[] = []): Page {
  return new Page(
    'pages/returns/nil-return.njk',
    {
      pageTitle: 'Nothing to report',
      backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
      formAction: paths.nilReturn(sheet.id),
      authority: sheet.authority,
      quarter: sheet.quarter.name,
      version: sheet.version,
      replaced: sheet.lines
        .filter(({ figure }) => figure !== null && figure.kind !== 'nil')
        .map(({ label, figure }) => `${label}: ${saidText(figure)}`),
      lines: sheet.lines.map(({ label }) => label),
      errors,
    },
    errors.length > 0 ? 422 : 200,
  );
}
