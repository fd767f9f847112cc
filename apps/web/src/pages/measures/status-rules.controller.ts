import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import {
  AGAINST_COMPARATORS,
  NO_COLOUR,
  POLICE_AUTHORITY_2010,
  type StatusRuleSet,
  toleranceBand,
} from '@lib/performance';
import { type MeasureFigures, MeasureQuery } from '@lib/reporting';
import { ChooseStatusRulesAndJudge } from '@lib/results';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { StatusRulesForm } from './status.form.js';

/** Which rules colour a measure's status: ordered, the first that matches wins, and shown with every colour. */
@Controller('partnerships/:partnership/measures/:measure/status-rules')
export class StatusRulesController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly chooseRules: ChooseStatusRulesAndJudge,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    return rulesPage(measure, pathsOf(slug), new StatusRulesForm());
  }

  @Post()
  @Access('plans.edit')
  async choose(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const { form, errors } = readForm(StatusRulesForm, body);
    const ruleSet = errors ? null : ruleSetOf(form);
    if (!ruleSet)
      return rulesPage(
        measure,
        pathsOf(slug),
        form,
        errors ?? [{ text: 'The tolerance must be above 0% and at most 100%', href: '#tolerance' }],
      );
    const command = { partnershipId: id, measureId: measure.id, ruleSet, reason: form.reason.trim() };
    await this.chooseRules.execute(actor, command, once);
    return new SeeOther(pathsOf(slug).measure(measure.slug), 'The rules for the colour are chosen.');
  }
}

/** The rules as data; null where the tolerance is no percentage. */
function ruleSetOf({ rules, tolerance }: StatusRulesForm): StatusRuleSet | null {
  if (rules === 'police-authority-2010') return POLICE_AUTHORITY_2010;
  if (rules === 'against-comparators') return AGAINST_COMPARATORS;
  if (rules === 'none') return NO_COLOUR;
  const percent = Number(tolerance.trim().replace(/%$/, ''));
  return percent > 0 && percent <= 100 ? toleranceBand(percent) : null;
}

function rulesPage(
  measure: MeasureFigures,
  paths: Paths,
  form: StatusRulesForm,
  errors: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/measures/status-rules.njk',
    {
      pageTitle: `Rules for the colour of ${measure.name}`,
      backLink: { href: paths.measure(measure.slug), text: 'Back to the measure' },
      formAction: paths.statusRules(measure.slug),
      name: measure.name,
      form,
      errors,
    },
    errors.length > 0 ? 422 : 200,
  );
}
