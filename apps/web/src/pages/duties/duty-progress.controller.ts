import { RecordDutyProgress } from '@lib/assurance';
import { type Actor, type CalendarDate, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery, type DutyRecords } from '@lib/reporting';
import { type Occurrence, occurrenceOf } from '@lib/statutory';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay, typed } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { aboutWords, bearerName, PROGRESS_WORDS } from '../../assurance/duty-words.js';
import { DutyProgressForm } from './duty-progress.form.js';
import { keyIn, type OccurrenceAddress } from './occurrence-key.js';

const BOX_OF = { 'assurance.progress-day': 'doneOn', 'assurance.progress-to-come': 'doneOn' };

interface Asked {
  readonly known: DutyRecords;
  readonly occurrence: Occurrence;
}

/** How far the work on one occurrence of a duty has come. */
@Controller('partnerships/:partnership/duties/:reference/:bearer/:slug/progress')
export class DutyProgressController {
  constructor(
    private readonly duties: DutiesQuery,
    private readonly recordProgress: RecordDutyProgress,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('duties.record')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param() address: OccurrenceAddress,
  ) {
    const asked = await this.asked(actor, partnership, keyIn(address));
    const written = asked.known.progress.find((one) => one.occurrence === asked.occurrence.key);
    const form = new DutyProgressForm();
    if (written) {
      form.progress = written.progress;
      form.doneOn = typed(written.doneOn);
      form.words = written.words;
    }
    return progressPage(asked, form, partnership);
  }

  @Post()
  @Access('duties.record')
  async record(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param() address: OccurrenceAddress,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const asked = await this.asked(actor, partnership, keyIn(address));
    const { form, errors } = readForm(DutyProgressForm, body);
    if (errors) return progressPage(asked, form, partnership, errors);
    const day: { date: CalendarDate | null } | { error: PageError } =
      form.doneOn.trim() === '' ? { date: null } : readDay(form.doneOn, 'doneOn', 'The day it was done');
    if ('error' in day) return progressPage(asked, form, partnership, [day.error]);
    try {
      const { progress, words } = form;
      const written = { progress, words, doneOn: day.date, occurrence: asked.occurrence.key };
      await this.recordProgress.execute(actor, { partnershipId: partnership.id, ...written }, once);
    } catch (error) {
      return progressPage(asked, form, partnership, besideItsBox(error, BOX_OF));
    }
    return new SeeOther(
      pathsOf(partnership.slug).occurrence(asked.occurrence.key),
      'The work on the duty is recorded.',
    );
  }

  private async asked(actor: Actor, { id }: Partnership, key: string): Promise<Asked> {
    const known = await this.duties.run(actor, id);
    const occurrence = occurrenceOf(key, known.profile, known.records, this.clock.today());
    if (!occurrence) throw notFound('occurrence of a duty');
    return { known, occurrence };
  }
}

function progressPage(
  { known, occurrence }: Asked,
  form: DutyProgressForm,
  { slug }: Partnership,
  errors: readonly PageError[] = [],
): Page {
  const { obligation, dueOn, key } = occurrence;
  const { duty, bearer } = obligation;
  const paths = pathsOf(slug);
  return new Page(
    'pages/duties/duty-progress.njk',
    {
      pageTitle: `Record the work on ${duty.reference}`,
      backLink: { href: paths.occurrence(key), text: 'Back' },
      formAction: paths.dutyProgress(key),
      wording: duty.wording,
      about: `${aboutWords(occurrence)}, ${bearerName(bearer, known)}`,
      dueOn: dueOn && formatDate(dueOn),
      choices: Object.entries(PROGRESS_WORDS).map(([value, text]) => ({ value, text })),
      ...{ form, errors },
    },
    errors.length > 0 ? 422 : 200,
  );
}
