import { authorise } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { type ReadFigures, readPasted } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { PasteForm } from './paste.form.js';
import { errorsOf, previewView } from './preview.view.js';
import { sheetToEdit } from './sheet-to-edit.js';

/** Figures pasted from a spreadsheet: looked at beside what is there, and saved all or not at all. */
@Controller('partnerships/:partnership/returns/:returnId/paste')
export class PasteController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
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
    return pastePage(sheet, pathsOf(slug), {});
  }

  /** Shows what the paste would change; the form of the figures page saves it. */
  @Post()
  @Access('returns.edit')
  async look(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.edit', { partnershipId, authorityId: sheet.authorityId });
    const { form, errors } = readForm(PasteForm, body);
    const typed = String(form.pasted);
    if (errors) return pastePage(sheet, pathsOf(slug), { typed, errors });
    const read = readPasted(typed, sheet.lines);
    return pastePage(sheet, pathsOf(slug), { typed, read, errors: errorsOf(read, '#pasted') });
  }
}

interface PasteState {
  readonly typed?: string;
  readonly read?: ReadFigures;
  readonly errors?: readonly PageError[];
}

function pastePage(sheet: ReturnSheet, paths: Paths, { typed = '', read, errors = [] }: PasteState): Page {
  return new Page(
    'pages/returns/paste.njk',
    {
      pageTitle: 'Paste from a spreadsheet',
      backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
      formAction: paths.paste(sheet.id),
      quarter: sheet.quarter.name,
      authority: sheet.authority,
      labels: sheet.lines.map(({ label }) => label),
      typed,
      errors,
      preview: read ? previewView(sheet, read, paths) : null,
    },
    errors.length > 0 ? 422 : 200,
  );
}
