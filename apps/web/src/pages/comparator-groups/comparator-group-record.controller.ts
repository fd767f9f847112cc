import { ChangeGroup, EndGroup, MakeGroup } from '@lib/comparators';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ComparatorGroups, ComparatorGroupsQuery, type ShownComparatorGroup } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay, typed } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { GroupEndForm, GroupMembersForm, NewGroupForm } from './comparator-groups.form.js';
import { areaChoices } from './comparator-groups.view.js';

const BOX_OF = {
  'comparators.same-name': 'name',
  'comparators.not-in-force': 'fromOn',
  'comparators.unchanged': 'members',
  'comparators.members': 'members',
};

/** Makes a comparator group, gives it other members from a day on, and ends it. */
@Controller('partnerships/:partnership/comparator-groups')
export class ComparatorGroupRecordController {
  constructor(
    private readonly groups: ComparatorGroupsQuery,
    private readonly makeGroup: MakeGroup,
    private readonly changeGroup: ChangeGroup,
    private readonly endGroup: EndGroup,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Access('plans.edit')
  async ask(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const { areaNames } = await this.groups.run(actor, id);
    const form = Object.assign(new NewGroupForm(), { fromOn: typed(this.clock.today()) });
    return membersPage(pathsOf(slug), form, areaNames);
  }

  @Post('new')
  @Access('plans.edit')
  async make(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { areaNames } = await this.groups.run(actor, partnershipId);
    const { form, errors } = readForm(NewGroupForm, body);
    const again = (problems: readonly PageError[]) =>
      membersPage(pathsOf(slug), form, areaNames, { problems });
    const day = readDay(form.fromOn, 'fromOn', 'The first day');
    if (errors || 'error' in day) return again(withDay(errors, day));
    const { name, purpose, members, reason } = form;
    try {
      const command = { partnershipId, name, purpose, members, reason, inForceFrom: day.date };
      const id = await this.makeGroup.execute(actor, command, once);
      return new SeeOther(pathsOf(slug).comparatorGroup(id), 'The group is made.');
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
  }

  @Get(':groupId/members')
  @Access('plans.edit')
  async askMembers(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('groupId') groupId: string,
  ) {
    const { group, areaNames } = await this.groups.one(actor, id, groupId);
    const today = this.clock.today();
    const version = group.versions.findLast(({ inForceFrom }) => inForceFrom <= today) ?? group.versions[0]!;
    const form = Object.assign(new GroupMembersForm(), {
      ...{ fromOn: typed(today), members: [...version.members] },
    });
    return membersPage(pathsOf(slug), form, areaNames, { group });
  }

  @Post(':groupId/members')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('groupId') groupId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { group, areaNames } = await this.groups.one(actor, partnershipId, groupId);
    const { form, errors } = readForm(GroupMembersForm, body);
    const again = (problems: readonly PageError[]) =>
      membersPage(pathsOf(slug), form, areaNames, { group, problems });
    const day = readDay(form.fromOn, 'fromOn', 'The first day');
    if (errors || 'error' in day) return again(withDay(errors, day));
    const { members, reason } = form;
    try {
      const command = { partnershipId, groupId, members, reason, inForceFrom: day.date };
      await this.changeGroup.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
    const notice = `The members are changed from ${formatDate(day.date)}. Before that, the group keeps those it had.`;
    return new SeeOther(pathsOf(slug).comparatorGroup(groupId), notice);
  }

  @Get(':groupId/end')
  @Access('plans.edit')
  async askEnd(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('groupId') groupId: string,
  ) {
    const { group } = await this.groups.one(actor, id, groupId);
    const form = Object.assign(new GroupEndForm(), { fromOn: typed(this.clock.today()) });
    return endPage(pathsOf(slug), group, form);
  }

  @Post(':groupId/end')
  @Access('plans.edit')
  async end(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('groupId') groupId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { group } = await this.groups.one(actor, partnershipId, groupId);
    const { form, errors } = readForm(GroupEndForm, body);
    const again = (problems: readonly PageError[]) => endPage(pathsOf(slug), group, form, problems);
    const day = readDay(form.fromOn, 'fromOn', 'The first day without it');
    if (errors || 'error' in day) return again(withDay(errors, day));
    try {
      const command = { partnershipId, groupId, from: day.date, reason: form.reason };
      await this.endGroup.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
    return new SeeOther(pathsOf(slug).comparatorGroup(groupId), `The group ends on ${formatDate(day.date)}.`);
  }
}

/** What is wrong with the day as well, once. */
function withDay(
  errors: readonly PageError[] | null,
  day: { readonly error: PageError } | object,
): readonly PageError[] {
  const others = (errors ?? []).filter(({ href }) => !('error' in day) || href !== '#fromOn');
  return 'error' in day ? [...others, day.error] : others;
}

function membersPage(
  paths: Paths,
  form: GroupMembersForm,
  areaNames: ComparatorGroups['areaNames'],
  {
    group,
    problems = [],
  }: { readonly group?: ShownComparatorGroup; readonly problems?: readonly PageError[] } = {},
): Page {
  return new Page(
    'pages/comparator-groups/group-members.njk',
    {
      pageTitle: group ? `Change the members of ${group.name}` : 'Make a comparator group',
      backLink: group
        ? { href: paths.comparatorGroup(group.id), text: 'Back to the group' }
        : { href: paths.comparatorGroups(), text: 'Back to the comparator groups' },
      formAction: group ? paths.comparatorGroupMembers(group.id) : paths.newComparatorGroup(),
      ...{ isNew: !group, form, errors: problems, ...choicesOf(areaNames, form) },
    },
    problems.length > 0 ? 422 : 200,
  );
}

/** Those outside London are many: they are shown at once only where one of them is a member. */
function choicesOf(areaNames: ComparatorGroups['areaNames'], { members }: GroupMembersForm) {
  const { london, others } = areaChoices(areaNames);
  return { london, others, hasOthers: others.some(({ value }) => members.includes(value)) };
}

function endPage(
  paths: Paths,
  { id, name }: ShownComparatorGroup,
  form: GroupEndForm,
  problems: readonly PageError[] = [],
): Page {
  return new Page(
    'pages/comparator-groups/group-end.njk',
    {
      ...{ pageTitle: `End ${name}`, form, errors: problems },
      backLink: { href: paths.comparatorGroup(id), text: 'Back to the group' },
      formAction: paths.comparatorGroupEnd(id),
    },
    problems.length > 0 ? 422 : 200,
  );
}
