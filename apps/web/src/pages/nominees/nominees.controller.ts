import { may } from '@lib/access';
import { type Actor, Clock, notFound } from '@lib/kernel';
import { NameNominee, type Partnership, WithdrawNominee } from '@lib/partnerships';
import { AsAt, NomineesQuery, type SeatOnDay, type ShownNominee } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { NominationForm } from './nominees.form.js';
import { nomineesView } from './nominees.view.js';

/** Whom each authority nominated to help information to be shared, in succession. */
@Controller('partnerships/:partnership/nominees')
export class NomineesController {
  constructor(
    private readonly nominees: NomineesQuery,
    private readonly nameNominee: NameNominee,
    private readonly withdrawNominee: WithdrawNominee,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const known = await this.nominees.run(actor, id, day.today, AsAt.endOf(day.asAt));
    const mayRecord = day.asAt === null && may(actor, 'duties.record', { partnershipId: id });
    const view = nomineesView(known, day.today, pathsOf(slug, day.asAt), mayRecord);
    return datedPage('pages/nominees/nominees.njk', view, day, { nowHref: pathsOf(slug).nominees() });
  }

  @Get(':authorityId/new')
  @Access('duties.record')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('authorityId') authorityId: string,
  ) {
    const seat = await this.seat(actor, id, authorityId);
    return nominationPage(slug, seat, Object.assign(new NominationForm(), { seen: seat.newest ?? '' }));
  }

  @Post(':authorityId/new')
  @Access('duties.record')
  async nominate(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('authorityId') authorityId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const seat = await this.seat(actor, partnershipId, authorityId);
    const { form, errors } = readForm(NominationForm, body, { hidden: ['seen'] });
    const again = (problems: readonly PageError[]) => nominationPage(slug, seat, form, problems);
    if (errors) return again(errors);
    const day = readDay(form.fromOn, 'fromOn', 'The first day');
    const problems = [...whomErrors(form), ...('error' in day ? [day.error] : [])];
    if (problems.length > 0 || 'error' in day) return again(problems);
    const { name, post, nobody, seen } = form;
    const nominee = nobody ? null : { name, post };
    const command = { partnershipId, authorityId, nominee, fromOn: day.date, seen: seen || null };
    try {
      await this.nameNominee.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, { 'partnerships.nominee-day': 'fromOn' }));
    }
    const who = nobody ? 'Nobody is nominated' : `${name.trim()} is nominated`;
    return new SeeOther(pathsOf(slug).nominees(), `${who} by ${seat.name} from ${formatDate(day.date)}.`);
  }

  @Get(':nomineeId/withdrawal')
  @Access('duties.record')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('nomineeId') nomineeId: string,
  ) {
    return withdrawalPage(slug, await this.nominee(actor, id, nomineeId));
  }

  @Post(':nomineeId/withdrawal')
  @Access('duties.record')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('nomineeId') nomineeId: string,
    @Body() body: unknown,
  ) {
    const nominee = await this.nominee(actor, partnershipId, nomineeId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(slug, nominee, { errors, reason: form.reason });
    await this.withdrawNominee.execute(actor, { partnershipId, nomineeId, reason: form.reason.trim() });
    return new SeeOther(
      pathsOf(slug).nominees(),
      'The nomination is taken back. Who was nominated before goes on.',
    );
  }

  private async seat(actor: Actor, partnershipId: string, authorityId: string): Promise<SeatOnDay> {
    const { onDay } = await this.nominees.run(actor, partnershipId, this.clock.today());
    const seat = onDay.find(({ id }) => id === authorityId);
    if (!seat) throw notFound('authority');
    return seat;
  }

  private async nominee(actor: Actor, partnershipId: string, nomineeId: string): Promise<ShownNominee> {
    const { all } = await this.nominees.run(actor, partnershipId, this.clock.today());
    const nominee = all.find(({ id }) => id === nomineeId);
    if (!nominee) throw notFound('nomination');
    return nominee;
  }
}

/** Somebody by name and post, or nobody: never a bit of both. */
function whomErrors({ name, post, nobody }: NominationForm): PageError[] {
  const isSomebody = name.trim() !== '' || post.trim() !== '';
  if (nobody)
    return isSomebody
      ? [{ text: 'Enter a person, or tick that nobody is nominated, not both', href: '#nobody' }]
      : [];
  return [
    ...(name.trim() === '' ? [{ text: 'Enter the name of the person', href: '#name' }] : []),
    ...(post.trim() === '' ? [{ text: 'Enter the post that the person holds', href: '#post' }] : []),
  ];
}

function nominationPage(
  slug: string,
  { id, name, nominee }: SeatOnDay,
  form: NominationForm,
  errors: readonly PageError[] = [],
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'pages/nominees/nomination.njk',
    {
      pageTitle: 'Record a nomination',
      backLink: { href: paths.nominees(), text: 'Back to the people nominated' },
      formAction: paths.nomination(id),
      authority: name,
      nominee: nominee && `${nominee.name}, ${nominee.post}, since ${formatDate(nominee.from)}`,
      ...{ form, errors },
    },
    errors.length > 0 ? 422 : 200,
  );
}

function withdrawalPage(
  slug: string,
  { id, authority, name, post, from }: ShownNominee,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const paths = pathsOf(slug);
  const who = name === null ? 'nobody' : `${name}, ${post},`;
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Take back a nomination',
      backLink: { href: paths.nominees(), text: 'Back to the people nominated' },
      formAction: paths.nomineeWithdrawal(id),
      explanation: `${authority} nominates ${who} from ${formatDate(from)}. Take it back where it was recorded by mistake; when somebody leaves, record who follows instead. It is kept in the records.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
