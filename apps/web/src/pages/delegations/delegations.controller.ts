import { isRole, ROLES } from '@lib/access';
import { DelegateRole, EndDelegation } from '@lib/identity';
import { type Actor, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DelegationsQuery, type RoleToLend, type ShownDelegation } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { DelegationForm } from './delegations.form.js';

/** Where a refusal is put right. */
const BOX_OF = {
  'identity.delegation-from': 'from',
  'identity.delegation-until': 'until',
  'identity.delegate-to': 'colleague',
};

/** An approver lets a colleague approve for the days they are away. */
@Controller('partnerships/:partnership/delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsQuery,
    private readonly delegateRole: DelegateRole,
    private readonly endDelegation: EndDelegation,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.delegate')
  list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    return this.page(actor, partnership, new DelegationForm(), [], day);
  }

  @Post()
  @Access('returns.delegate')
  async delegate(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(DelegationForm, body);
    if (errors) return this.page(actor, partnership, form, errors);
    const from = readDay(form.from, 'from', 'The first day');
    const until = readDay(form.until, 'until', 'The last day');
    if ('error' in from) return this.page(actor, partnership, form, [from.error]);
    if ('error' in until) return this.page(actor, partnership, form, [until.error]);
    const command = {
      ...{ partnershipId: partnership.id, assignmentId: form.lent, toPersonId: form.colleague },
      ...{ from: from.date, until: until.date, reason: form.reason },
    };
    try {
      await this.delegateRole.execute(actor, command, once);
    } catch (error) {
      return this.page(actor, partnership, form, besideItsBox(error, BOX_OF));
    }
    return new SeeOther(
      pathsOf(partnership.slug).delegations(),
      `Your role is lent until the end of ${formatDate(until.date)}.`,
    );
  }

  @Get(':delegationId/end')
  @Access('returns.delegate')
  async askEnd(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('delegationId') delegationId: string,
  ) {
    return endPage(await this.own(actor, partnership, delegationId), pathsOf(partnership.slug));
  }

  @Post(':delegationId/end')
  @Access('returns.delegate')
  async end(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('delegationId') delegationId: string,
    @Body() body: unknown,
  ) {
    const delegation = await this.own(actor, partnership, delegationId);
    const paths = pathsOf(partnership.slug);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return endPage(delegation, paths, { errors, reason: form.reason });
    const command = { partnershipId: partnership.id, delegationId, reason: form.reason };
    await this.endDelegation.execute(actor, command);
    return new SeeOther(paths.delegations(), `${delegation.to} no longer holds your role.`);
  }

  private async own(actor: Actor, { id }: Partnership, delegationId: string): Promise<ShownDelegation> {
    const { delegations } = await this.delegations.run(actor, id, this.clock.now());
    const delegation = delegations.find((one) => one.isOwn && one.id === delegationId);
    if (!delegation) throw notFound('delegation of yours');
    return delegation;
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: DelegationForm,
    errors: readonly PageError[] = [],
    day: PageDay = { today: this.clock.today(), asAt: null },
  ): Promise<Page> {
    const { delegations, roles } = await this.delegations.run(actor, id, this.clock.now(), day.asAt);
    const paths = pathsOf(slug);
    const view = {
      pageTitle: 'While you are away',
      formAction: paths.delegations(),
      form,
      errors,
      delegations: delegations.map((one) => delegationView(one, paths)),
      // Nothing is lent in the past.
      lending: day.asAt === null ? choices(roles, form) : null,
    };
    return datedPage('pages/delegations/delegations.njk', view, day, {
      ...{ nowHref: paths.delegations(), status: errors.length > 0 ? 422 : 200 },
    });
  }
}

function delegationView(one: ShownDelegation, paths: Paths) {
  return {
    role: nameOf(one),
    from: one.from,
    to: one.to,
    days: `${formatDate(one.firstDay)} to ${formatDate(one.lastDay)}`,
    reason: one.reason,
    endHref: one.isOwn ? paths.delegationEnd(one.id) : null,
  };
}

/** The roles that can be lent, and everybody that one of them can be lent to. */
function choices(roles: readonly RoleToLend[], { lent, colleague }: DelegationForm) {
  const colleagues = new Map(roles.flatMap((one) => one.colleagues.map(({ id, name }) => [id, name])));
  return {
    roles: roles.map((one, index) => ({
      value: one.id,
      text: nameOf(one),
      checked: lent === '' ? index === 0 : one.id === lent,
    })),
    colleagues: [
      { value: '', text: 'Select a colleague' },
      ...[...colleagues]
        .sort(([, one], [, other]) => one.localeCompare(other))
        .map(([id, name]) => ({ value: id, text: name, selected: id === colleague })),
    ],
  };
}

function nameOf({ role, authority }: { role: string; authority: string | null }): string {
  const name = isRole(role) ? ROLES[role].name : role;
  return authority ? `${name}, ${authority}` : name;
}

function endPage(
  delegation: ShownDelegation,
  paths: Paths,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: `Take your role back from ${delegation.to}`,
      backLink: { href: paths.delegations(), text: 'Back to while you are away' },
      formAction: paths.delegationEnd(delegation.id),
      explanation: `${nameOf(delegation)} ends for ${delegation.to} at their next request. What was done under it stays as it was.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
