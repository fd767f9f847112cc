import { authorise } from '@lib/access';
import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { writeWorkbook } from '@lib/spreadsheets';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { isKept } from './kept.js';
import { namesOf, returnCsv, templateCsv, templateSheets } from './return-files.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A return as a file: the template to fill in, and what it says. */
@Controller('partnerships/:partnership/returns/:returnId')
export class ReturnFilesController {
  constructor(private readonly sheets: ReturnSheetQuery) {}

  @Get('template.csv')
  @Access('returns.edit')
  async templateAsCsv(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.toEdit(actor, partnership, returnId);
    return download(
      Buffer.from(templateCsv(namesOf(partnership, sheet), sheet)),
      CSV,
      nameOf('template', sheet, 'csv'),
    );
  }

  @Get('template.xlsx')
  @Access('returns.edit')
  async templateAsWorkbook(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const sheet = await this.toEdit(actor, partnership, returnId);
    const bytes = await writeWorkbook(templateSheets(namesOf(partnership, sheet), sheet));
    return download(bytes, XLSX, nameOf('template', sheet, 'xlsx'));
  }

  @Get('figures.csv')
  @Access('returns.view')
  async figuresAsCsv(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
    @Query(AS_AT, ReadPageDay) { asAt }: PageDay,
  ) {
    const sheet = await this.sheets.run(actor, partnership.id, returnId, asAt);
    if (!isKept(sheet, asAt)) throw notFound('file of that day');
    return download(
      Buffer.from(returnCsv(namesOf(partnership, sheet), sheet)),
      CSV,
      nameOf(asAt ? `return-as-at-${asAt}` : 'return', sheet, 'csv'),
    );
  }

  private async toEdit(
    actor: Actor,
    { id: partnershipId }: Partnership,
    returnId: string,
  ): Promise<ReturnSheet> {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.edit', { partnershipId, authorityId: sheet.authorityId });
    return sheet;
  }
}

function download(bytes: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
}

function nameOf(what: string, { authority, quarter }: ReturnSheet, extension: string): string {
  const plain = authority
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${what}-${plain}-${quarter.slug}.${extension}`;
}
