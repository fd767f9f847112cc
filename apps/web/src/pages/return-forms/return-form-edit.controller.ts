import { type Actor, Clock, DomainError, FinancialQuarter, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type AssignmentMatrix, ReturnFormsQuery, type ShownReturnForm } from '@lib/reporting';
import { SetReturnForm } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { linesOf, ReturnFormEditForm } from './return-form-edit.form.js';
import { firstEditForm, returnFormEditView } from './return-form-edit.view.js';

/** Where a refusal is put right; what is not here is not the page's to mend. */
const BOX_OF: Readonly<Record<string, string>> = {
  'returns.form-name': '#name',
  'returns.form-name-taken': '#name',
  'returns.form-of-open-quarter': '#quarter',
  'returns.form-unchanged': '#asked-1',
  'returns.form-changed': '#asked-1',
  'returns.form-measure-not-defined': '#quarter',
  'returns.form-authority-not-member': '#quarter',
  'returns.form-asked-elsewhere': '#asked-1',
};

/** Adds a form, or gives one its next version: of whom each measure is asked, from a quarter on. */
@Controller('partnerships/:partnership/return-forms')
export class ReturnFormEditController {
  constructor(
    private readonly returnForms: ReturnFormsQuery,
    private readonly setReturnForm: SetReturnForm,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Access('plans.edit')
  async askNew(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    const matrix = await this.returnForms.run(actor, partnership.id);
    return this.page(matrix, null, partnership, firstEditForm(matrix, null));
  }

  @Post('new')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    return this.set(actor, partnership, null, body, once);
  }

  @Get(':formId/change')
  @Access('plans.edit')
  async askChange(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('formId') formId: string,
  ) {
    const matrix = await this.returnForms.run(actor, partnership.id);
    const existing = formIn(matrix, formId);
    return this.page(matrix, existing, partnership, firstEditForm(matrix, existing));
  }

  @Post(':formId/change')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('formId') formId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    return this.set(actor, partnership, formId, body, once);
  }

  private async set(
    actor: Actor,
    partnership: Partnership,
    formId: string | null,
    body: unknown,
    once: Once | undefined,
  ) {
    const matrix = await this.returnForms.run(actor, partnership.id);
    const existing = formId === null ? null : formIn(matrix, formId);
    const { form, errors } = readForm(ReturnFormEditForm, body, { hidden: ['version'] });
    const from = FinancialQuarter.read(form.quarter);
    if (errors || !from)
      return this.page(
        matrix,
        existing,
        partnership,
        form,
        (errors ?? [{ text: 'Select the quarter from which this is asked', href: '#quarter' }]).map(
          (error) => (error.href === '#asked' ? { ...error, href: '#asked-1' } : error),
        ),
      );
    try {
      const { number } = await this.setReturnForm.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, from, lines: linesOf(form), reason: form.reason },
          form: existing ? { id: existing.id, seenVersion: Number(form.version) } : { name: form.name },
        },
        once,
      );
      return new SeeOther(
        pathsOf(partnership.slug).returnForms(),
        `Version ${number} of “${existing?.name ?? form.name.trim()}” is set. It asks from ${from.name} on.`,
      );
    } catch (error) {
      // A choice that cannot be carried out stays in its boxes.
      const href = error instanceof DomainError ? BOX_OF[error.code] : undefined;
      if (!href || !(error instanceof DomainError)) throw error;
      // Who comes second sees what the first has set beside what they chose, and can set it all the same.
      if (error.code === 'returns.form-changed') form.version = String(existing!.versions.at(-1)!.number);
      return this.page(matrix, existing, partnership, form, [{ text: error.message, href }]);
    }
  }

  private page(
    matrix: AssignmentMatrix,
    existing: ShownReturnForm | null,
    { slug }: Partnership,
    form: ReturnFormEditForm,
    errors: readonly PageError[] = [],
  ): Page {
    const current = FinancialQuarter.containing(this.clock.today());
    return new Page(
      'pages/return-forms/return-form-edit.njk',
      returnFormEditView(matrix, existing, pathsOf(slug), current, form, errors),
      errors.length > 0 ? 422 : 200,
    );
  }
}

function formIn({ forms }: AssignmentMatrix, formId: string): ShownReturnForm {
  const form = forms.find(({ id }) => id === formId);
  if (!form) throw notFound('return form');
  return form;
}
