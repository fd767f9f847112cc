import { type Actor, Clock, DomainError, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { requireChange } from '@lib/plans';
import { DefinitionSheetQuery, type DefinitionSheets } from '@lib/reporting';
import { ChangeDefinitionAndJudge } from '@lib/results';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { changeHash, DefinitionChangeForm } from './definition-change.form.js';
import { type ChangePageState, definitionChangeView, firstChangeForm } from './definition-change.view.js';
import { sheetOf } from '../../performance/definition-words.js';
import { readSheet } from './sheet.form.js';

/** Where a refusal is put right; what is not here is not the form's to mend. */
const BOX_OF: Readonly<Record<string, string>> = {
  'plans.definition-order': '#quarter',
  'plans.definition-asked': '#quarter',
  'plans.definition-same': '#wording',
  'plans.definition-not-comparable': '#effect',
  'plans.parts': '#parts',
};

/** A change is looked at with all that it changes, and then put in force: never unseen. */
@Controller('partnerships/:partnership/measures/:measure/definition/change')
export class DefinitionChangeController {
  constructor(
    private readonly definitions: DefinitionSheetQuery,
    private readonly changeDefinition: ChangeDefinitionAndJudge,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const sheets = await this.definitions.run(actor, id, measureSlug);
    return this.page(sheets, pathsOf(slug), { form: firstChangeForm(sheets), wanted: null });
  }

  @Post()
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const sheets = await this.definitions.run(actor, id, measureSlug);
    const paths = pathsOf(slug);
    const { form, errors: shapeErrors } = readForm(DefinitionChangeForm, body, {
      hidden: ['action', 'seen', 'version'],
    });
    const from = FinancialQuarter.read(form.quarter);
    if (shapeErrors || !from) {
      const errors = shapeErrors ?? [
        { text: 'Select the quarter from which it is in force', href: '#quarter' },
      ];
      return this.page(sheets, paths, { form, wanted: null, errors });
    }
    const newest = sheets.versions[0]!;
    const { sheet, errors } = readSheet(form, newest.kind);
    if (errors.length > 0) return this.page(sheets, paths, { form, wanted: null, errors });
    const wanted = { sheet, from };
    const comparable = form.effect === 'comparable';
    const { reason, approvedBy } = form;
    try {
      const before = { ...sheetOf(newest), inForceFrom: newest.inForceFrom };
      requireChange(before, { sheet, from, comparable, reason, approvedBy }, sheets.lastAsked);
      if (form.action === 'look') return this.page(sheets, paths, { form, wanted });
      if (form.seen !== changeHash(sheet, from, form.effect))
        return this.page(sheets, paths, { form, wanted, changedSince: true });
      const seenVersion = Number(form.version);
      await this.changeDefinition.execute(
        actor,
        {
          ...{ partnershipId: id, measureId: sheets.id, seenVersion, from, sheet },
          comparable,
          reason,
          approvedBy,
        },
        once,
      );
    } catch (error) {
      const href = error instanceof DomainError ? BOX_OF[error.code] : undefined;
      if (!href || !(error instanceof DomainError)) throw error;
      return this.page(sheets, paths, { form, wanted: null, errors: [{ text: error.message, href }] });
    }
    return new SeeOther(paths.definition(sheets.slug), `The definition is changed from ${from.name}.`);
  }

  private page(sheets: DefinitionSheets, paths: Paths, state: ChangePageState): Page {
    return new Page(
      'pages/measures/definition-change.njk',
      definitionChangeView(sheets, paths, state, this.clock.today()),
      (state.errors?.length ?? 0) > 0 ? 422 : 200,
    );
  }
}
