import { authorise } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { type ReadFigures, readTemplate, refuse, TEMPLATE_SHEET } from '@lib/returns';
import { FILE_REFUSALS, readSpreadsheet } from '@lib/spreadsheets';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { isRecord, unknownField } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { SentFile, type Upload } from '../../http/upload.js';
import { errorsOf, previewView } from './preview.view.js';
import { namesOf } from './return-files.js';
import { sheetToEdit } from './sheet-to-edit.js';

/** A filled-in template of a return: looked at beside what is there, and saved all or not at all. */
@Controller('partnerships/:partnership/returns/:returnId/upload')
export class UploadController {
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
    return uploadPage(sheet, pathsOf(slug));
  }

  /** Shows what the file would change and forgets the file; the form of the figures page saves what was shown. */
  @Post()
  @Access('returns.edit')
  async look(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
    @SentFile() file: Upload,
    @Body() body: unknown,
  ) {
    const { id: partnershipId, slug } = partnership;
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.edit', { partnershipId, authorityId: sheet.authorityId });
    // Where no file was chosen, some senders name its box among the texts.
    for (const name of Object.keys(isRecord(body) ? body : {})) if (name !== 'file') throw unknownField(name);

    const refused = (problem: string) => uploadPage(sheet, pathsOf(slug), refuse(problem));
    if (file.problem !== null) return refused(file.problem);
    const spreadsheet = await readSpreadsheet(file, TEMPLATE_SHEET);
    if (spreadsheet.problem !== null) return refused(spreadsheet.problem);
    const read = readTemplate(spreadsheet.sheet, namesOf(partnership, sheet), sheet.lines);
    return uploadPage(sheet, pathsOf(slug), read, sourceOf(file.name, spreadsheet.sheet.name));
  }
}

function uploadPage(sheet: ReturnSheet, paths: Paths, read?: ReadFigures, source?: string): Page {
  return new Page(
    'pages/returns/upload.njk',
    {
      pageTitle: 'Upload a file',
      backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
      formAction: paths.upload(sheet.id),
      csvHref: paths.template(sheet.id, 'csv'),
      xlsxHref: paths.template(sheet.id, 'xlsx'),
      quarter: sheet.quarter.name,
      authority: sheet.authority,
      source,
      errors: read ? errorsOf(read, '#file') : [],
      preview: read ? previewView(sheet, read, paths) : null,
    },
    statusOf(read),
  );
}

function statusOf(read: ReadFigures | undefined): number {
  if (!read || read.rejected.length === 0) return 200;
  return read.rejected[0]!.problem === FILE_REFUSALS['file.too-big'] ? 413 : 422;
}

/** Where the figures come from. The file's name is its owner's to choose: marks that turn text around are left out. */
function sourceOf(fileName: string, sheetName: string | null): string {
  const shown = fileName.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, 80);
  return sheetName === null ? shown : `the sheet “${sheetName.slice(0, 40)}” of ${shown}`;
}
