import { type Actor, Clock, DomainError, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PublishedForReturnQuery, ReturnSheetQuery } from '@lib/reporting';
import { ReviewReturn, SaveFigures, TakePublishedFigures } from '@lib/returns';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { readFigures } from './figures.form.js';
import { figuresView } from './figures.view.js';
import { nextStep } from './next-step.js';
import { unusualByLine, whatToLookAt } from './review-words.js';
import { sheetToEdit } from './sheet-to-edit.js';

const MEANWHILE = {
  text:
    'Somebody else saved this return after you opened it. Nothing you typed is lost: it is still in the boxes, with ' +
    'what they saved beside it. Save again to keep yours, or change a box to what they saved.',
};

@Controller('partnerships/:partnership/returns/:returnId/figures')
export class FiguresController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly saveFigures: SaveFigures,
    private readonly reviewReturn: ReviewReturn,
    private readonly takePublished: TakePublishedFigures,
    private readonly publishedForReturn: PublishedForReturnQuery,
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
    const published = await this.publishedForReturn.run(actor, partnershipId, returnId);
    return new Page(
      'pages/returns/figures.njk',
      figuresView(sheet, this.clock.today(), pathsOf(slug), { unusual: unusualByLine(review), published }),
    );
  }

  @Post()
  @Access('returns.edit')
  async save(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const paths = pathsOf(slug);
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const { version, goOn, takePublished, typed, entries, answers, lineErrors, errors } = readFigures(
      body,
      sheet,
    );
    const published = await this.publishedForReturn.run(actor, partnershipId, returnId);
    const again = (status: number, state: Parameters<typeof figuresView>[3]) =>
      new Page(
        'pages/returns/figures.njk',
        figuresView(sheet, this.clock.today(), paths, { typed, published, ...state }),
        status,
      );

    if (errors.length > 0) {
      // With the boxes that ask why unusual figures are right: something may be typed in them.
      const { review } = await this.reviewReturn.execute(actor, { partnershipId, returnId });
      const page = again(422, { lineErrors, errors, unusual: unusualByLine(review) });
      // A typing error does not make a stale page fresh: the version it was made from is kept.
      return new Page(page.template, { ...page.context, version }, page.status);
    }
    let seenVersion: number;
    try {
      seenVersion = await this.saveFigures.execute(actor, {
        ...{ partnershipId, returnId, seenVersion: version, entries, answers },
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'returns.changed-meanwhile') throw error;
      const theirs = await this.sheets.run(actor, partnershipId, returnId);
      const state = { typed, published, savedMeanwhile: true, errors: [MEANWHILE] };
      return new Page(
        'pages/returns/figures.njk',
        figuresView(theirs, this.clock.today(), paths, state),
        409,
      );
    }
    if (takePublished) {
      const filled = await this.takePublished.execute(actor, { partnershipId, returnId, seenVersion });
      return new SeeOther(
        paths.figures(returnId),
        `${filled === 1 ? 'One box holds' : `${filled} boxes hold`} what is published. Look at ${filled === 1 ? 'it' : 'them'}, and change what is not right.`,
      );
    }
    return goOn
      ? this.goOn(actor, { partnershipId, returnId }, paths)
      : new SeeOther(
          paths.returnsOwed(),
          `The figures for ${sheet.quarter.name} are saved. The return is not sent yet.`,
        );
  }

  /** On to the check, by way of what the checks found: unusual figures on this page, a commentary on the next. */
  private async goOn(actor: Actor, at: { partnershipId: Id; returnId: Id }, paths: Paths) {
    const { review, open } = await this.reviewReturn.execute(actor, at);
    if (open.wrong.length + open.unanswered.length === 0) return nextStep(open, at.returnId, paths);
    const saved = await this.sheets.run(actor, at.partnershipId, at.returnId);
    const published = await this.publishedForReturn.run(actor, at.partnershipId, at.returnId);
    const found = whatToLookAt(open, saved.lines);
    const state = { isSaved: true, published, unusual: unusualByLine(review), ...found };
    return new Page('pages/returns/figures.njk', figuresView(saved, this.clock.today(), paths, state), 422);
  }
}
