import { may } from '@lib/access';
import { type Actor, type Id, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { AsAt, type PlanOverview, PlanQuery, type PlanSheet } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import type { Page } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { changesView } from './changes.view.js';
import { changesBetween } from './plan-parts.js';
import { before, noPlanView, type PlanFrame, planView, publicView } from './plan.view.js';
import { priorityPageView } from './priority-page.view.js';

/** The plan in force, any version of it, what changed between two, and each priority. */
@Controller('partnerships/:partnership/plan')
export class PlanController {
  constructor(private readonly plans: PlanQuery) {}

  @Get()
  @Access('performance.view')
  async inForce(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('copy') copy?: string,
  ) {
    const { overview, frame } = await this.look(actor, { id, slug }, day);
    if (overview.sheet) return planPage(overview, overview.sheet, { frame, day, copy }, pathsOf(slug).plan());
    const nowHref = pathsOf(slug).plan();
    return datedPage('pages/plan/no-plan.njk', noPlanView(overview, frame), day, { nowHref });
  }

  @Get('versions/:versionId')
  @Access('performance.view')
  async version(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('copy') copy?: string,
  ) {
    const { overview, frame } = await this.look(actor, { id, slug }, day, versionId);
    const nowHref = pathsOf(slug).planVersion(versionId);
    return planPage(overview, overview.sheet!, { frame, day, copy }, nowHref);
  }

  @Get('versions/:versionId/changes')
  @Access('performance.view')
  async changes(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('with') wanted?: string,
  ) {
    const { overview, frame } = await this.look(actor, partnership, day, versionId);
    const { sheet, versions } = overview;
    const other = wanted || (before(overview, sheet!.version)?.id ?? versionId);
    const { overview: compared } = await this.look(actor, partnership, day, other);
    const now = pathsOf(partnership.slug);
    const view = changesView({
      ...{ version: sheet!.version, other, versions, paths: frame.paths, asAt: day.asAt },
      formAction: now.planChanges(versionId),
      changes: changesBetween(compared.sheet!, sheet!),
    });
    return datedPage('pages/plan/changes.njk', view, day, { nowHref: now.planChanges(versionId, other) });
  }

  @Get('versions/:versionId/priorities/:priorityId')
  @Access('performance.view')
  async priority(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('priorityId') priorityId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const { overview, frame } = await this.look(actor, partnership, day, versionId);
    const priority = overview.sheet!.priorities.find((one) => one.id === priorityId);
    if (!priority) throw notFound('priority');
    const view = priorityPageView(overview, overview.sheet!, priority, frame);
    const nowHref = pathsOf(partnership.slug).priority(versionId, priorityId);
    return datedPage('pages/plan/priority.njk', view, day, { nowHref });
  }

  /** What was on record on the day of the page, and what whoever looks may do about it: nothing in the past. */
  private async look(
    actor: Actor,
    { id, slug }: Pick<Partnership, 'id' | 'slug'>,
    { today, asAt }: PageDay,
    versionId?: Id,
  ) {
    const wanted = { on: today, asAt: AsAt.endOf(asAt), ...(versionId !== undefined && { versionId }) };
    const overview = await this.plans.run(actor, id, wanted);
    const mayEdit = asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const mayReadTrail = may(actor, 'audit-trail.view', { partnershipId: id });
    const frame: PlanFrame = { paths: pathsOf(slug, asAt), today, mayEdit, mayReadTrail };
    return { overview, frame };
  }
}

function planPage(
  overview: PlanOverview,
  sheet: PlanSheet,
  { frame, day, copy }: { frame: PlanFrame; day: PageDay; copy: string | undefined },
  nowHref: string,
): Page {
  return copy === 'public'
    ? datedPage('pages/plan/public-copy.njk', publicView(overview, sheet, frame), day, {
        nowHref: `${nowHref}?copy=public`,
      })
    : datedPage('pages/plan/plan.njk', planView(overview, sheet, frame), day, { nowHref });
}
