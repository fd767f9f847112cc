import { type Actor, Clock, DomainError, FinancialQuarter, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DefineMeasure, type DefineMeasureCommand, measureSlug, READY_MEASURES } from '@lib/plans';
import { type MeasureChoices, MeasureChoicesQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { fillFromCatalogue, isMeasureKind, NewMeasureForm } from './new-measure.form.js';
import { newMeasureView } from './new-measure.view.js';
import { readSheet } from './sheet.form.js';

/** Where a refusal is put right; what is not here is not the form's to mend. */
const BOX_OF: Readonly<Record<string, string>> = { 'plans.slug-taken': '#name', 'plans.parts': '#parts' };

/** Adds a measure, from the catalogue or of one's own, with the first version of its definition. */
@Controller('partnerships/:partnership/measures/new')
export class NewMeasureController {
  constructor(
    private readonly choices: MeasureChoicesQuery,
    private readonly defineMeasure: DefineMeasure,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query('from') from: unknown,
    @Query('kind') kind: unknown,
  ) {
    const choices = await this.choices.run(actor, partnership.id);
    const form = new NewMeasureForm();
    form.quarter = FinancialQuarter.containing(this.clock.today()).slug;
    if (isMeasureKind(kind)) form.kind = kind;
    const ready = READY_MEASURES.find(({ key }) => key === from);
    if (from !== undefined && !ready) throw notFound('ready measure');
    if (ready) fillFromCatalogue(form, ready, choices);
    return this.page(actor, partnership, form, choices);
  }

  @Post()
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const choices = await this.choices.run(actor, partnership.id);
    const { form, errors } = readForm(NewMeasureForm, body, { hidden: ['kind', 'from'] });
    // The page that says so needs boxes of some kind.
    if (!isMeasureKind(form.kind)) form.kind = 'count';
    const again = (errors: readonly PageError[]) => this.page(actor, partnership, form, choices, errors);
    if (errors) return again(errors);
    const wanted = read(form, choices);
    if ('errors' in wanted) return again(wanted.errors);
    const command = { partnershipId: partnership.id, ...wanted.command };
    try {
      await this.defineMeasure.execute(actor, command, once);
    } catch (error) {
      const href = error instanceof DomainError ? BOX_OF[error.code] : undefined;
      if (!href || !(error instanceof DomainError)) throw error;
      return again([{ text: error.message, href }]);
    }
    return new SeeOther(pathsOf(partnership.slug).measure(command.slug), wanted.notice);
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: NewMeasureForm,
    choices: MeasureChoices,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const ready = READY_MEASURES.find(({ key }) => key === form.from) ?? null;
    const made = ready ? await this.choices.fromCatalogue(actor, id) : [];
    const inUse = made.filter(({ catalogueKey }) => catalogueKey === ready?.key);
    return new Page(
      'pages/measures/new-measure.njk',
      newMeasureView({ form, choices, ready, inUse, errors }, pathsOf(slug), this.clock.today()),
      errors.length > 0 ? 422 : 200,
    );
  }
}

type Wanted = { readonly command: Omit<DefineMeasureCommand, 'partnershipId'>; readonly notice: string };

/** Reads the boxes as what is wanted, and says what comes next. */
function read(
  form: NewMeasureForm,
  { authorities, draft }: MeasureChoices,
): Wanted | { readonly errors: readonly PageError[] } {
  const { sheet, errors } = readSheet(form, form.kind);
  const quarter = FinancialQuarter.read(form.quarter);
  const authority = authorities.find(({ id }) => id === form.authority);
  const priorities = draft?.priorities.filter(({ id }) => form.priorities.includes(id)) ?? [];
  const problems = [...errors];
  if (!authority) problems.push({ text: 'Select who returns it', href: '#authority' });
  if (priorities.length < new Set(form.priorities).size)
    problems.push({ text: 'Select priorities from the list', href: '#priorities' });
  if (form.from !== '' && !READY_MEASURES.some(({ key }) => key === form.from))
    problems.push({
      text: 'The catalogue has no such measure any more. Start again from the ready measures',
    });
  if (!quarter) problems.push({ text: 'Select the quarter from which it is in force', href: '#quarter' });
  if (problems.length > 0 || !quarter || !authority) return { errors: problems };
  return {
    command: {
      ...{ slug: measureSlug(sheet.name), authorityId: authority.id, inForceFrom: quarter.firstDay, sheet },
      catalogueKey: form.from || null,
      ...(draft && priorities.length > 0 && { places: { versionId: draft.id, priorities } }),
    },
    notice: [
      `${sheet.name} is added.`,
      sheet.kind === 'count'
        ? `No return asks ${authority.name} for it yet: put it on a return form next, from the page of the quarters.`
        : '',
      priorities.length > 0
        ? 'It counts under its priority once the draft of the plan is adopted.'
        : 'It counts under a priority once a plan that names it is adopted.',
    ]
      .filter(Boolean)
      .join(' '),
  };
}
