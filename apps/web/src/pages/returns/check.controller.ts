import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { ReviewReturn, SubmitReturn } from '@lib/returns';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { blankErrors, type CheckPageState, checkView } from './check.view.js';
import { sheetToEdit } from './sheet-to-edit.js';

class SubmitForm {
  @Matches(/^\d{1,9}$/, { message: 'Load the page again and check your return once more' })
  version: string;
}

/** Refusals that the page itself puts right, by its links. */
const LEFT_TO_DO: readonly string[] = [
  'returns.figures-contradict',
  'returns.unusual-figures',
  'returns.commentary-needed',
];

/** "Check your return": everything on one page before it is sent. */
@Controller('partnerships/:partnership/returns/:returnId/check')
export class CheckReturnController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly reviewReturn: ReviewReturn,
    private readonly submitReturn: SubmitReturn,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.submit')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const wanted = { returnId, permission: 'returns.submit', today: this.clock.today() } as const;
    const sheet = await sheetToEdit(this.sheets, actor, partnership, wanted);
    if (sheet instanceof SeeOther) return sheet;
    return this.page(actor, partnership, sheet);
  }

  @Post()
  @Access('returns.submit')
  async submit(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('returnId') returnId: string,
    @Body() body: unknown,
  ) {
    const { id: partnershipId, slug } = partnership;
    const { form, errors } = readForm(SubmitForm, body, { hidden: ['version'] });
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    if (errors) return this.page(actor, partnership, sheet, { errors, status: 422 });
    try {
      await this.submitReturn.execute(actor, { partnershipId, returnId, seenVersion: Number(form.version) });
    } catch (error) {
      const state = error instanceof DomainError ? stateAfter(error, sheet) : null;
      if (!state) throw error;
      return this.page(actor, partnership, sheet, state);
    }
    return new SeeOther(
      pathsOf(slug).return(returnId),
      `The return for ${sheet.quarter.name} is sent. An approver of ${sheet.authority} decides on it next.`,
    );
  }

  private async page(
    actor: Actor,
    { id: partnershipId, slug }: Partnership,
    sheet: ReturnSheet,
    state: CheckPageState = {},
  ): Promise<Page> {
    const { open } = await this.reviewReturn.execute(actor, { partnershipId, returnId: sheet.id });
    const view = checkView(sheet, open, this.clock.today(), pathsOf(slug));
    return new Page('pages/returns/check.njk', { ...view, errors: state.errors }, state.status ?? 200);
  }
}

/** The page as it says what holds the return back; null for a refusal that it cannot put right. */
function stateAfter({ code, message }: DomainError, sheet: ReturnSheet): CheckPageState | null {
  if (code === 'returns.incomplete') return { errors: blankErrors(sheet), status: 422 };
  if (code === 'returns.changed-meanwhile') return { errors: [{ text: message }], status: 409 };
  return LEFT_TO_DO.includes(code) ? { errors: [{ text: message, href: '#left-to-do' }], status: 422 } : null;
}
