import { type Actor, Clock, DomainError, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { type OpenReview, ReviewReturn, type ReturnReview, WriteCommentary } from '@lib/returns';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { readCommentary } from './commentary.form.js';
import { type CommentaryPageState, commentaryView } from './commentary.view.js';
import { sheetToEdit } from './sheet-to-edit.js';

/** The words beside the figures: what happened, why, and what is done next. */
@Controller('partnerships/:partnership/returns/:returnId/commentary')
export class CommentaryController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly reviewReturn: ReviewReturn,
    private readonly writeCommentary: WriteCommentary,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.edit')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const wanted = { returnId, permission: 'returns.edit', today: this.clock.today() } as const;
    const sheet = await sheetToEdit(this.sheets, actor, partnership, wanted);
    if (sheet instanceof SeeOther) return sheet;
    const { id: partnershipId, slug } = partnership;
    const { review } = await this.reviewReturn.execute(actor, { partnershipId, returnId });
    return this.page(sheet, review, slug);
  }

  @Post()
  @Access('returns.edit')
  async write(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const { version, texts, errors } = readCommentary(body, sheet);
    const again = async (status: number, state: CommentaryPageState) => {
      const { review } = await this.reviewReturn.execute(actor, { partnershipId, returnId });
      return this.page(sheet, review, slug, { texts, ...state }, status);
    };
    if (errors.length > 0) return again(422, { errors });
    try {
      await this.writeCommentary.execute(actor, { partnershipId, returnId, seenVersion: version, texts });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'returns.changed-meanwhile') throw error;
      return again(409, {
        errors: [{ text: `${error.message} What you typed is still here: send it again.` }],
      });
    }
    const { review, open } = await this.reviewReturn.execute(actor, { partnershipId, returnId });
    const missing = missingErrors(open, sheet);
    if (missing.length === 0) return new SeeOther(pathsOf(slug).check(returnId));
    const saved = await this.sheets.run(actor, partnershipId, returnId);
    return this.page(saved, review, slug, { texts, errors: missing }, 422);
  }

  private page(
    sheet: ReturnSheet,
    review: ReturnReview,
    slug: string,
    state: CommentaryPageState = {},
    status = 200,
  ): Page {
    return new Page(
      'pages/returns/commentary.njk',
      commentaryView(sheet, review, pathsOf(slug), state),
      status,
    );
  }
}

function missingErrors({ uncommented, uncommentedWhole }: OpenReview, { lines }: ReturnSheet) {
  const labelOf = (lineId: Id) => lines.find(({ id }) => id === lineId)?.label;
  return [
    ...(uncommentedWhole ? [{ text: 'Say why the return is late', href: '#commentary-whole' }] : []),
    ...uncommented.map(({ lineId }) => ({
      text: `Say what happened with ${labelOf(lineId)}`,
      href: `#commentary-${lineId}`,
    })),
  ];
}
