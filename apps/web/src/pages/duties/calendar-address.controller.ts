import { Env } from '@lib/config';
import { FindCalendarAddress, MakeCalendarAddress, WithdrawCalendarAddress } from '@lib/identity';
import { type Actor, londonDateOf } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { formatDate } from '@lib/ui';
import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';

/** A person's private address, under which a calendar program asks for the last days of duties. */
@Controller('partnerships/:partnership/calendar-address')
export class CalendarAddressController {
  constructor(
    private readonly addresses: FindCalendarAddress,
    private readonly make: MakeCalendarAddress,
    private readonly withdraw: WithdrawCalendarAddress,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Get()
  @Access('duties.view')
  async show(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    return addressPage(slug, { madeAt: await this.addresses.madeAt(actor, id), address: null });
  }

  /** Answers with the page itself: the address is kept nowhere that another page could read it from. */
  @Post()
  @HttpCode(200)
  @Access('duties.view')
  async makeOne(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const token = await this.make.execute(actor, id);
    const address = `${this.env.BASE_URL}/calendars/${token}.ics`;
    return addressPage(slug, { madeAt: await this.addresses.madeAt(actor, id), address });
  }

  @Post('withdrawal')
  @Access('duties.view')
  async withdrawIt(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    await this.withdraw.execute(actor, id);
    return new SeeOther(pathsOf(slug).calendarAddress(), 'Your address leads nowhere any more.');
  }
}

function addressPage(
  slug: string,
  { madeAt, address }: { readonly madeAt: Date | null; readonly address: string | null },
): Page {
  const paths = pathsOf(slug);
  return new Page('pages/duties/calendar-address.njk', {
    pageTitle: 'Let a calendar program ask for the last days',
    backLink: { href: paths.duties(), text: 'Back to the duties' },
    formAction: paths.calendarAddress(),
    withdrawalAction: paths.calendarAddressWithdrawal(),
    madeOn: madeAt ? formatDate(londonDateOf(madeAt)) : null,
    address,
  });
}
