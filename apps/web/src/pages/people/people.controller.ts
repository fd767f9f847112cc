import { isRole, may, ROLES } from '@lib/access';
import { EndRole, SuspendPerson } from '@lib/identity';
import { type Actor, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ListedPerson, PeopleQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { SuspensionForm } from './people.forms.js';

/** Who holds which role; the administrator ends roles and suspends people, from their next request on. */
@Controller('partnerships/:partnership')
export class PeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly suspendPerson: SuspendPerson,
    private readonly endRole: EndRole,
    private readonly clock: Clock,
  ) {}

  @Get('people')
  @Access('people.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const people = await this.people.run(actor, id, this.clock.now(), day.asAt);
    const view = {
      pageTitle: 'People',
      people: people.map((person) => personView(person, pathsOf(slug))),
      // Nothing is changed in the past.
      canManage: day.asAt === null && may(actor, 'people.manage', { partnershipId: id }),
      showsState: day.asAt === null,
    };
    return datedPage('pages/people/people.njk', view, day, {
      nowHref: pathsOf(slug).people(),
      notKept: 'Who was suspended is in the audit trail.',
    });
  }

  @Get('people/:personId/suspension')
  @Access('people.manage')
  async askSuspension(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('personId') personId: string,
  ) {
    return suspensionPage(await this.person(actor, id, personId), pathsOf(slug));
  }

  @Post('people/:personId/suspension')
  @Access('people.manage')
  async suspend(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('personId') personId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(SuspensionForm, body, { hidden: ['action'] });
    const person = await this.person(actor, id, personId);
    if (errors) return suspensionPage(person, pathsOf(slug), { errors, reason: form.reason });
    const suspended = form.action === 'suspend';
    await this.suspendPerson.execute(actor, { partnershipId: id, personId, suspended, reason: form.reason });
    return new SeeOther(
      pathsOf(slug).people(),
      `${person.name} is ${suspended ? 'suspended' : 'reinstated'}.`,
    );
  }

  @Get('roles/:assignmentId/end')
  @Access('people.manage')
  async askEnd(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('assignmentId') assignmentId: string,
  ) {
    return endRolePage(await this.role(actor, id, assignmentId), pathsOf(slug));
  }

  @Post('roles/:assignmentId/end')
  @Access('people.manage')
  async end(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('assignmentId') assignmentId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(ReasonForm, body);
    const role = await this.role(actor, id, assignmentId);
    if (errors) return endRolePage(role, pathsOf(slug), { errors, reason: form.reason });
    await this.endRole.execute(actor, { partnershipId: id, assignmentId, reason: form.reason });
    return new SeeOther(pathsOf(slug).people(), `${role.person} no longer holds the role ${role.name}.`);
  }

  private async person(actor: Actor, partnershipId: string, personId: string): Promise<ListedPerson> {
    const people = await this.people.run(actor, partnershipId, this.clock.now());
    const person = people.find(({ id }) => id === personId);
    if (!person) throw notFound('person');
    return person;
  }

  private async role(actor: Actor, partnershipId: string, assignmentId: string) {
    for (const person of await this.people.run(actor, partnershipId, this.clock.now()))
      for (const role of person.roles)
        if (role.assignmentId === assignmentId)
          return { assignmentId, person: person.name, name: roleName(role) };
    throw notFound('role');
  }
}

interface Answer {
  readonly errors: readonly PageError[];
  readonly reason: string;
}

function personView(person: ListedPerson, paths: Paths) {
  return {
    name: person.name,
    email: person.email,
    suspended: person.suspended,
    suspensionHref: paths.suspension(person.id),
    roles: person.roles.map((role) => ({ name: roleName(role), endHref: paths.roleEnd(role.assignmentId) })),
  };
}

function suspensionPage({ id, name, suspended }: ListedPerson, paths: Paths, answer?: Answer): Page {
  return reasonPage(paths, answer, {
    pageTitle: suspended ? `Reinstate ${name}` : `Suspend ${name}`,
    explanation: suspended
      ? `${name} will be able to sign in again, with the roles they hold.`
      : `${name} will be signed out at their next request and cannot sign in until reinstated.`,
    formAction: paths.suspension(id),
    action: suspended ? 'reinstate' : 'suspend',
  });
}

function endRolePage(
  role: { assignmentId: string; person: string; name: string },
  paths: Paths,
  answer?: Answer,
) {
  return reasonPage(paths, answer, {
    pageTitle: `End the role ${role.name} of ${role.person}`,
    explanation: 'The rights of this role end at their next request. What was done under it stays as it was.',
    formAction: paths.roleEnd(role.assignmentId),
  });
}

function reasonPage(
  paths: Paths,
  answer: Answer | undefined,
  values: { pageTitle: string; explanation: string; formAction: string; action?: string },
): Page {
  const backLink = { href: paths.people(), text: 'Back to people' };
  return new Page('layouts/reason-page.njk', { ...values, backLink, ...answer }, answer ? 422 : 200);
}

function roleName({ role, authority, heldFor }: ListedPerson['roles'][number]): string {
  const name = isRole(role) ? ROLES[role].name : role;
  return `${name}${authority ? `, ${authority}` : ''}${heldFor ? ` (held for ${heldFor})` : ''}`;
}
