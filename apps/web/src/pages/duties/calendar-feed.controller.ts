import { FindCalendarAddress } from '@lib/identity';
import { Clock, notFound } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { DutiesQuery } from '@lib/reporting';
import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CalendarLimit } from '../../auth/calendar-limit.js';
import { Public } from '../../http/access.js';
import { dutyCalendar } from './duty-calendar.js';

/** The last days of the coming year for a calendar program that asks by itself. Its address is its key. */
@Controller('calendars')
export class CalendarFeedController {
  constructor(
    private readonly addresses: FindCalendarAddress,
    private readonly directory: PartnershipDirectory,
    private readonly duties: DutiesQuery,
    private readonly limit: CalendarLimit,
    private readonly clock: Clock,
  ) {}

  @Get(':token.ics')
  @Public()
  async read(@Param('token') token: string, @Req() request: Request) {
    const found = await this.addresses.execute(token);
    await this.limit.count(found?.actor.personId ?? null, request.ip ?? 'unknown');
    const [partnership] = found ? await this.directory.byIds([found.partnershipId]) : [];
    if (!found || !partnership) throw notFound('calendar');
    const known = await this.duties.run(found.actor, partnership.id);
    return dutyCalendar(known, partnership, this.clock.now());
  }
}
