import { type Actor, type CalendarDate, Clock, readCalendarDate } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { typed } from '../../http/form-days.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { dutiesMetView } from './duties-met.view.js';

/** Whether the duties were met on a day: as it is known now, and as it was on record then. */
@Controller('partnerships/:partnership/duties-met')
export class DutiesMetController {
  constructor(
    private readonly duties: DutiesQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('duties.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('on') on: unknown,
  ) {
    const paths = pathsOf(slug);
    const asked = this.read(on);
    const day = 'day' in asked ? asked.day : this.clock.today();
    const { now, atItsEnd } = await this.duties.ofDay(actor, id, day);
    const errors: readonly PageError[] = 'day' in asked ? [] : [asked.error];
    return new Page(
      'pages/duties/duties-met.njk',
      {
        ...dutiesMetView(now, atItsEnd, day, paths),
        backLink: { href: paths.duties(), text: 'Back to the duties' },
        formAction: paths.dutiesMet(),
        typed: 'day' in asked ? typed(day) : String(on),
        errors,
      },
      errors.length > 0 ? 422 : 200,
    );
  }

  private read(on: unknown): { readonly day: CalendarDate } | { readonly error: PageError } {
    const today = this.clock.today();
    if (on === undefined || on === '') return { day: today };
    const day = typeof on === 'string' ? readCalendarDate(on) : null;
    if (!day) return { error: { text: 'The day must be a real date, like 31 3 2027', href: '#on' } };
    return day <= today
      ? { day }
      : { error: { text: 'That day has not come yet: enter today or an earlier day', href: '#on' } };
  }
}
