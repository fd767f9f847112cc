import { authorise } from '@lib/access';
import { type Actor, Clock, DomainError, readCalendarDate } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { StateSources } from '@lib/returns';
import { FILE_REFUSALS } from '@lib/spreadsheets';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm, unknownField } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { SentExtract, type Upload } from '../../http/upload.js';
import { sheetToEdit } from './sheet-to-edit.js';
import { SourcesForm } from './sources.form.js';
import { sourcesView } from './sources.view.js';

/** Where the figures of a return come from, with the extract they were taken from. */
@Controller('partnerships/:partnership/returns/:returnId/sources')
export class SourcesController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly stateSources: StateSources,
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
    return sourcesPage(sheet, pathsOf(slug), null);
  }

  @Post()
  @Access('returns.edit')
  async state(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @SentExtract() file: Upload,
    @Body() body: unknown,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    authorise(actor, 'returns.edit', { partnershipId, authorityId: sheet.authorityId });
    const paths = pathsOf(slug);
    const { form, errors: shapeErrors } = readForm(SourcesForm, body, { hidden: ['version'] });
    const isLine = (line: string) => sheet.lines.some(({ id }) => id === line);
    if (!form.lines.every(isLine)) throw unknownField('lines');
    const extractedOn = form.extractedOn.trim() === '' ? null : readCalendarDate(form.extractedOn);
    const errors: PageError[] = [
      ...(shapeErrors ?? []),
      ...this.dayErrors(form.extractedOn, extractedOn),
      ...fileErrors(file),
    ];
    if (errors.length === 0 && !form.lines.every((line) => hasNumber(sheet, line)))
      errors.push({ text: 'Only a measure with a number has a source: select others', href: '#lines' });
    if (errors.length > 0) return sourcesPage(sheet, paths, form, errors);
    const { source, release, finality = null, standing = null } = form;
    try {
      await this.stateSources.execute(actor, {
        ...{ partnershipId, returnId, seenVersion: Number(form.version), lineIds: form.lines },
        provenance: {
          ...{ source: source.trim(), release: release.trim() || null },
          ...{ extractedOn, finality, standing },
        },
        file: file.problem === null ? file : null,
      });
    } catch (error) {
      if (!(error instanceof DomainError) || !SHOWN_HERE.includes(error.code)) throw error;
      const href = error.code === 'returns.changed-meanwhile' ? undefined : '#file';
      const theirs = await this.sheets.run(actor, partnershipId, returnId);
      return sourcesPage(theirs, paths, form, [{ text: error.message, href }], 409);
    }
    return new SeeOther(paths.sources(returnId), 'The source is saved with the figures.');
  }

  private dayErrors(typed: string, day: string | null): PageError[] {
    if (typed.trim() === '' || (day !== null && day <= this.clock.today())) return [];
    return [{ text: 'The day must be a real date, today or earlier, like 3 7 2026', href: '#extractedOn' }];
  }
}

const SHOWN_HERE: readonly string[] = ['returns.changed-meanwhile', 'returns.extract-empty'];

function hasNumber({ lines }: ReturnSheet, line: string): boolean {
  return lines.some(({ id, figure }) => id === line && figure?.kind === 'value');
}

/** A form without a file is as good as one with it. */
function fileErrors({ problem }: Upload): PageError[] {
  return problem === null || problem === FILE_REFUSALS['file.none'] ? [] : [{ text: problem, href: '#file' }];
}

function sourcesPage(
  sheet: ReturnSheet,
  paths: Paths,
  form: SourcesForm | null,
  errors: readonly PageError[] = [],
  status = 422,
): Page {
  return new Page(
    'pages/returns/sources.njk',
    { ...sourcesView(sheet, paths, form), errors },
    errors.length > 0 ? status : 200,
  );
}
