import { may } from '@lib/access';
import { isTrigger, RecordHappening, WithdrawHappening } from '@lib/assurance';
import { type Actor, type CalendarDate, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery, type DutyRecords } from '@lib/reporting';
import { TRIGGERS } from '@lib/statutory';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { bearerName } from '../../assurance/duty-words.js';
import { HappeningForm } from './happenings.form.js';

const BOX_OF = { 'assurance.happening-to-come': 'on', 'assurance.happening-due': 'dueOn' };

/** What happened that makes duties fall due: a plan adopted, a report required, a death. */
@Controller('partnerships/:partnership/happenings')
export class HappeningsController {
  constructor(
    private readonly duties: DutiesQuery,
    private readonly recordHappening: RecordHappening,
    private readonly withdrawHappening: WithdrawHappening,
  ) {}

  @Get()
  @Access('duties.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const known = await this.duties.run(actor, id, day.asAt);
    const mayRecord = day.asAt === null && may(actor, 'duties.record', { partnershipId: id });
    const context = listContext(known, pathsOf(slug, day.asAt), mayRecord);
    return datedPage(
      'pages/duties/happenings.njk',
      { ...context, form: new HappeningForm(), errors: [] },
      day,
      { nowHref: pathsOf(slug).happenings() },
    );
  }

  @Post()
  @Access('duties.record')
  async record(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(HappeningForm, body);
    const again = async (problems: readonly PageError[]) =>
      new Page(
        'pages/duties/happenings.njk',
        { ...listContext(await this.duties.run(actor, id), pathsOf(slug), true), form, errors: problems },
        422,
      );
    if (errors) return again(errors);
    const read = readHappening(form);
    if ('errors' in read) return again(read.errors);
    try {
      await this.recordHappening.execute(actor, { partnershipId: id, ...read.written }, once);
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
    return new SeeOther(
      pathsOf(slug).happenings(),
      'It is recorded. What falls due because of it is on the duties page.',
    );
  }

  @Get(':happeningId/withdrawal')
  @Access('duties.record')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('happeningId') happeningId: string,
  ) {
    return withdrawalPage(await this.duties.run(actor, id), happeningId, pathsOf(slug));
  }

  @Post(':happeningId/withdrawal')
  @Access('duties.record')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('happeningId') happeningId: string,
    @Body() body: unknown,
  ) {
    const known = await this.duties.run(actor, id);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(known, happeningId, pathsOf(slug), { errors, reason: form.reason });
    happeningOf(known, happeningId);
    const command = { partnershipId: id, happeningId, reason: form.reason.trim() };
    await this.withdrawHappening.execute(actor, command);
    return new SeeOther(
      pathsOf(slug).happenings(),
      'It is taken back. Nothing falls due because of it any more.',
    );
  }
}

/** Reads the boxes as something that happened. */
function readHappening(form: HappeningForm) {
  const errors: PageError[] = [];
  const dayIn = (box: 'on' | 'dueOn', name: string): CalendarDate | null => {
    const day = readDay(form[box], box, name);
    if ('date' in day) return day.date;
    errors.push(day.error);
    return null;
  };
  const { trigger, bearer, words } = form;
  if (!isTrigger(trigger)) errors.unshift({ text: 'Select what happened', href: '#trigger' });
  const on = dayIn('on', 'The day it happened');
  const dueOn = form.dueOn.trim() === '' ? null : dayIn('dueOn', 'The day that was set');
  if (errors.length > 0 || !isTrigger(trigger) || on === null) return { errors };
  return { written: { trigger, on, bearer: bearer || null, dueOn, words } };
}

function listContext(known: DutyRecords, paths: Paths, mayRecord: boolean) {
  return {
    pageTitle: 'What happened that makes duties fall due',
    backLink: { href: paths.duties(), text: 'Back to the duties' },
    formAction: paths.happenings(),
    mayRecord,
    triggers: [
      { value: '', text: 'Select what happened' },
      ...Object.entries(TRIGGERS).map(([value, text]) => ({ value, text })),
    ],
    bearers: [
      { value: '', text: 'Everybody on whom such a duty falls' },
      ...known.members.map(({ seat, name }) => ({ value: seat, text: name })),
    ],
    happenings: known.happenings.map(({ id, trigger, on, bearer, dueOn, words, by }) => ({
      what: TRIGGERS[trigger],
      on: formatDate(on),
      whom: bearer ? bearerName(bearer, known) : 'Everybody',
      dueOn: dueOn ? formatDate(dueOn) : 'As the law says',
      ...{ words, by },
      withdrawHref: mayRecord ? paths.happeningWithdrawal(id) : null,
    })),
  };
}

function happeningOf({ happenings }: DutyRecords, wanted: string) {
  const happening = happenings.find(({ id }) => id === wanted);
  if (!happening) throw notFound('happening');
  return happening;
}

function withdrawalPage(
  known: DutyRecords,
  happeningId: string,
  paths: Paths,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const happening = happeningOf(known, happeningId);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Take back what was recorded',
      backLink: { href: paths.happenings(), text: 'Back to what happened' },
      formAction: paths.happeningWithdrawal(happeningId),
      explanation: `${TRIGGERS[happening.trigger]}, ${formatDate(happening.on)}: ${happening.words}. Nothing falls due because of it any more; it is kept in the records.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
