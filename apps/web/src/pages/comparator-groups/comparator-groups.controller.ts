import { may } from '@lib/access';
import { ChooseUsualGroup } from '@lib/comparators';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { AsAt, ComparatorGroupsQuery, LONDON } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { UsualGroupForm } from './comparator-groups.form.js';
import { comparatorGroupsView, comparatorGroupView, usualGroupView } from './comparator-groups.view.js';

/** The groups that a partnership compares itself with, and which of them it usually takes. */
@Controller('partnerships/:partnership/comparator-groups')
export class ComparatorGroupsController {
  constructor(
    private readonly groups: ComparatorGroupsQuery,
    private readonly chooseUsualGroup: ChooseUsualGroup,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const groups = await this.groups.run(actor, id, AsAt.endOf(day.asAt));
    const mayEdit = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const view = comparatorGroupsView(groups, day.today, pathsOf(slug, day.asAt), mayEdit);
    return datedPage('pages/comparator-groups/comparator-groups.njk', view, day, {
      nowHref: pathsOf(slug).comparatorGroups(),
    });
  }

  @Get('usual')
  @Access('plans.edit')
  askUsual(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    return this.usualPage(actor, partnership);
  }

  @Post('usual')
  @Access('plans.edit')
  async chooseUsual(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(UsualGroupForm, body);
    if (errors) return this.usualPage(actor, partnership, errors);
    const groupId = form.group === LONDON ? null : form.group;
    await this.chooseUsualGroup.execute(actor, { partnershipId: partnership.id, groupId }, once);
    return new SeeOther(pathsOf(partnership.slug).comparatorGroups(), 'The usual group is chosen.');
  }

  @Get(':groupId')
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('groupId') groupId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const found = await this.groups.one(actor, id, groupId, AsAt.endOf(day.asAt));
    const view = comparatorGroupView(found, pathsOf(slug, day.asAt), {
      mayEdit: day.asAt === null && may(actor, 'plans.edit', { partnershipId: id }),
      mayReadTrail: may(actor, 'audit-trail.view', { partnershipId: id }),
    });
    return datedPage('pages/comparator-groups/comparator-group.njk', view, day, {
      nowHref: pathsOf(slug).comparatorGroup(groupId),
    });
  }

  private async usualPage(
    actor: Actor,
    { id, slug }: Partnership,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const view = usualGroupView(await this.groups.run(actor, id), this.clock.today(), pathsOf(slug));
    const status = errors.length > 0 ? 422 : 200;
    return new Page('pages/comparator-groups/usual-group.njk', { ...view, errors }, status);
  }
}
