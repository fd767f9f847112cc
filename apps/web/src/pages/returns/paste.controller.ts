import { authorise } from '@lib/access';
import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { counted, type PastedFigure, readPasted, SaveFigures } from '@lib/returns';
import { formatCount, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { PasteForm } from './paste.form.js';
import { figureText } from './return-words.js';
import { lockOfSheet } from './sheet-lock.js';

/** Figures pasted from a spreadsheet: looked at beside what is there, and saved all or not at all. */
@Controller('partnerships/:partnership/returns/:returnId/paste')
export class PasteController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly saveFigures: SaveFigures,
    private readonly clock: Clock,
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
    const lock = lockOfSheet(sheet, this.clock.today());
    if (lock) return new SeeOther(pathsOf(slug).return(returnId), lock.words);
    return pastePage(sheet, pathsOf(slug), {});
  }

  @Post()
  @Access('returns.edit')
  async paste(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const paths = pathsOf(slug);
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const { form, errors } = readForm(PasteForm, body, { hidden: ['action', 'version'] });
    const typed = String(form.pasted);
    if (errors) return pastePage(sheet, paths, { typed, errors });
    const { figures, problems } = readPasted(typed, sheet.lines);
    if (problems)
      return pastePage(sheet, paths, { typed, errors: problems.map((text) => ({ text, href: '#pasted' })) });
    if (form.action === 'look') return pastePage(sheet, paths, { typed, figures });
    try {
      await this.saveFigures.execute(actor, {
        partnershipId,
        returnId,
        seenVersion: Number(form.version),
        entries: new Map(figures.map(({ line, count }) => [line.id, counted(count)])),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'returns.changed-meanwhile') throw error;
      // What somebody else saved meanwhile is in the preview now; nothing of the paste is lost.
      return pastePage(sheet, paths, { typed, figures, status: 409, errors: [{ text: error.message }] });
    }
    return new SeeOther(paths.check(returnId), `${figures.length} figures are saved.`);
  }
}

interface PasteState {
  readonly typed?: string;
  readonly figures?: readonly PastedFigure[];
  readonly errors?: readonly PageError[];
  readonly status?: number;
}

function pastePage(sheet: ReturnSheet, paths: Paths, state: PasteState): Page {
  const { typed = '', figures, errors = [], status = errors.length > 0 ? 422 : 200 } = state;
  return new Page(
    'pages/returns/paste.njk',
    {
      pageTitle: 'Paste from a spreadsheet',
      backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
      formAction: paths.paste(sheet.id),
      quarter: sheet.quarter.name,
      authority: sheet.authority,
      labels: sheet.lines.map(({ label }) => label),
      version: sheet.version,
      typed,
      errors,
      preview: figures ? previewOf(sheet, figures) : null,
    },
    status,
  );
}

/** What the paste would make of the return, before anything is saved. */
function previewOf(sheet: ReturnSheet, figures: readonly PastedFigure[]) {
  const rows = sheet.lines.map((line) => {
    const pasted = figures.find((one) => one.line.id === line.id);
    const now = line.figure === null ? 'Nothing' : figureText(line.figure);
    const next = pasted ? formatCount(pasted.count.toFixed()) : null;
    const change =
      next === null ? 'Left as it is' : next === now ? 'The same' : line.figure ? 'Changed' : 'New';
    return { label: line.label, now, next: next ?? '', change };
  });
  const count = (change: string) => rows.filter((row) => row.change === change).length;
  return {
    rows,
    summary: `${count('New')} new, ${count('Changed')} changed, ${count('The same')} the same, ${count('Left as it is')} left as they are.`,
  };
}
