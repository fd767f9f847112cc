import { type Actor, Clock, DomainError, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DecisionsQuery, type ListedDecision, type MeasureFigures, MeasureQuery } from '@lib/reporting';
import { SetTargetAndJudge } from '@lib/results';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { readTarget, TargetForm, targetHash } from './target.form.js';
import { firstForm, type TargetPageState, targetView } from './target.view.js';

/** What a change of a target needs, with the box in which it is said. */
const WHERE_A_TARGET_STANDS: Readonly<Record<string, PageError>> = {
  'plans.target-stands': {
    text: 'Say why this target takes the place of the one that stands',
    href: '#reason',
  },
  'plans.target-decision': {
    text: 'Select the decision of the board that changes the target',
    href: '#decision',
  },
};

/** A target is looked at with its pass mark and what chance alone would do, and then set: never unseen. */
@Controller('partnerships/:partnership/measures/:measure/target')
export class TargetController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly decisions: DecisionsQuery,
    private readonly setTarget: SetTargetAndJudge,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    return this.page(actor, id, measure, pathsOf(slug), {
      form: firstForm(measure, this.clock.today()),
      wanted: null,
    });
  }

  @Post()
  @Access('plans.edit')
  async set(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug);
    const paths = pathsOf(slug);
    const { form, errors: shapeErrors } = readForm(TargetForm, body, { hidden: ['action', 'seen'] });
    if (shapeErrors) return this.page(actor, id, measure, paths, { form, wanted: null, errors: shapeErrors });
    const { wanted, errors } = readTarget(form, measure);
    if (errors) return this.page(actor, id, measure, paths, { form, wanted: null, errors });
    if (form.action === 'look') return this.page(actor, id, measure, paths, { form, wanted });
    if (form.seen !== targetHash(wanted))
      return this.page(actor, id, measure, paths, { form, wanted, changedSince: true });
    const command = {
      partnershipId: id,
      measureId: measure.id,
      target: wanted,
      reason: form.reason.trim() || null,
      decisionId: form.decision || null,
    };
    try {
      await this.setTarget.execute(actor, command, once);
    } catch (error) {
      const refusal = error instanceof DomainError ? WHERE_A_TARGET_STANDS[error.code] : undefined;
      if (!refusal) throw error;
      return this.page(actor, id, measure, paths, { form, wanted, errors: [refusal] });
    }
    return new SeeOther(paths.measure(measure.slug), `The target is set: ${wanted.wording}.`);
  }

  private async page(
    actor: Actor,
    partnershipId: Id,
    measure: MeasureFigures,
    paths: Paths,
    state: TargetPageState,
  ): Promise<Page> {
    const refused = (state.errors?.length ?? 0) > 0;
    const decisions = await this.decisions.run(actor, partnershipId);
    return new Page(
      'pages/measures/target.njk',
      { ...targetView(measure, paths, state, this.clock.today()), decisions: choices(decisions, state.form) },
      refused ? 422 : 200,
    );
  }
}

/** The decisions of the board that a target can rest on, newest first. */
function choices(decisions: readonly ListedDecision[], { decision }: TargetForm) {
  return [
    { value: '', text: 'None' },
    ...decisions.map(({ id, decidedOn, meeting, wording }) => ({
      value: id,
      text: `${formatDate(decidedOn)}, ${meeting}: ${wording.length > 60 ? `${wording.slice(0, 59)}…` : wording}`,
      selected: id === decision,
    })),
  ];
}
