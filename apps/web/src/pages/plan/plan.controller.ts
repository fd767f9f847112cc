import { may } from '@lib/access';
import { type Actor, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type PlanOverview, PlanQuery, type PlanSheet } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { changesView } from './changes.view.js';
import { nameOfVersion } from './draft-sheet.js';
import { changesBetween } from './plan-parts.js';
import { before, type PlanFrame, planView, publicView } from './plan.view.js';
import { priorityPageView } from './priority-page.view.js';

/** The plan in force, any version of it, what changed between two, and each priority. */
@Controller('partnerships/:partnership/plan')
export class PlanController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async inForce(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('copy') copy?: string,
  ) {
    const overview = await this.plans.run(actor, id, { on: this.clock.today() });
    if (overview.sheet) return planPage(overview, overview.sheet, this.frame(actor, id, slug), copy);
    const paths = pathsOf(slug);
    return new Page('pages/plan/no-plan.njk', {
      pageTitle: 'Plan',
      drafts: overview.versions.map((one) => ({ name: nameOfVersion(one), href: paths.planVersion(one.id) })),
      newPlanHref: this.frame(actor, id, slug).mayEdit ? paths.newPlan() : null,
    });
  }

  @Get('versions/:versionId')
  @Access('performance.view')
  async version(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Query('copy') copy?: string,
  ) {
    const overview = await this.plans.run(actor, id, { on: this.clock.today(), versionId });
    return planPage(overview, overview.sheet!, this.frame(actor, id, slug), copy);
  }

  @Get('versions/:versionId/changes')
  @Access('performance.view')
  async changes(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Query('with') wanted?: string,
  ) {
    const on = this.clock.today();
    const { sheet, versions } = await this.plans.run(actor, id, { on, versionId });
    const other = wanted || (before({ versions }, sheet!.version)?.id ?? versionId);
    const { sheet: compared } = await this.plans.run(actor, id, { on, versionId: other });
    return new Page(
      'pages/plan/changes.njk',
      changesView({
        ...{ version: sheet!.version, other, versions, paths: pathsOf(slug) },
        changes: changesBetween(compared!, sheet!),
      }),
    );
  }

  @Get('versions/:versionId/priorities/:priorityId')
  @Access('performance.view')
  async priority(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
  ) {
    const overview = await this.plans.run(actor, id, { on: this.clock.today(), versionId });
    const priority = overview.sheet!.priorities.find((one) => one.id === priorityId);
    if (!priority) throw notFound('priority');
    return new Page(
      'pages/plan/priority.njk',
      priorityPageView(overview, overview.sheet!, priority, this.frame(actor, id, slug)),
    );
  }

  private frame(actor: Actor, partnershipId: string, slug: string): PlanFrame {
    const mayEdit = may(actor, 'plans.edit', { partnershipId });
    return { paths: pathsOf(slug), today: this.clock.today(), mayEdit };
  }
}

function planPage(overview: PlanOverview, sheet: PlanSheet, frame: PlanFrame, copy?: string): Page {
  return copy === 'public'
    ? new Page('pages/plan/public-copy.njk', publicView(overview, sheet, frame))
    : new Page('pages/plan/plan.njk', planView(overview, sheet, frame));
}
