import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type MeasureFigures, MeasureQuery } from '@lib/reporting';
import { SetTargetAndJudge } from '@lib/results';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { readTarget, TargetForm, targetHash } from './target.form.js';
import { firstForm, type TargetPageState, targetView } from './target.view.js';

/** A target is looked at with its pass mark and what chance alone would do, and then set: never unseen. */
@Controller('partnerships/:partnership/measures/:measure/target')
export class TargetController {
  constructor(
    private readonly measures: MeasureQuery,
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
    return this.page(measure, pathsOf(slug), { form: firstForm(measure, this.clock.today()), wanted: null });
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
    if (shapeErrors) return this.page(measure, paths, { form, wanted: null, errors: shapeErrors });
    const { wanted, errors } = readTarget(form, measure.direction === 'higher' ? 'higher' : 'lower');
    if (errors) return this.page(measure, paths, { form, wanted: null, errors });
    if (form.action === 'look') return this.page(measure, paths, { form, wanted });
    if (form.seen !== targetHash(wanted))
      return this.page(measure, paths, { form, wanted, changedSince: true });
    const command = {
      partnershipId: id,
      measureId: measure.id,
      target: wanted,
      reason: form.reason.trim() || null,
    };
    try {
      await this.setTarget.execute(actor, command, once);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'plans.target-stands') throw error;
      return this.page(measure, paths, {
        form,
        wanted,
        errors: [{ text: 'Say why this target takes the place of the one that stands', href: '#reason' }],
      });
    }
    return new SeeOther(paths.measure(measure.slug), `The target is set: ${wanted.wording}.`);
  }

  private page(measure: MeasureFigures, paths: Paths, state: TargetPageState): Page {
    const refused = (state.errors?.length ?? 0) > 0;
    return new Page(
      'pages/measures/target.njk',
      targetView(measure, paths, state, this.clock.today()),
      refused ? 422 : 200,
    );
  }
}
