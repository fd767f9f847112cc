import { AssessDuty } from '@lib/assurance';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { OccurrenceQuery, type ShownOccurrence } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { aboutWords, bearerName } from '../../assurance/duty-words.js';
import { daysWords, RESULT_WORDS } from '../../assurance/evidence-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { AssessmentForm } from './assessment.form.js';
import { keyIn, type OccurrenceAddress } from './occurrence-key.js';

/** Beside which box a refusal is put right. */
const BOX_OF: Readonly<Record<string, string | undefined>> = {
  'assurance.met-without-evidence': '#result',
  'assurance.assessment-not-applicable': '#result',
  'assurance.assessment-changed': undefined,
};

/** Whether one occurrence of a duty applies and is met, as an auditor found it. */
@Controller('partnerships/:partnership/duties/:reference/:bearer/:slug/assessment')
export class AssessmentController {
  constructor(
    private readonly occurrences: OccurrenceQuery,
    private readonly assessDuty: AssessDuty,
  ) {}

  @Get()
  @Access('duties.assess')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param() address: OccurrenceAddress,
  ) {
    const shown = await this.occurrences.run(actor, partnership.id, keyIn(address));
    const before = assessmentOf(shown);
    const form = new AssessmentForm();
    if (before) {
      form.applies = before.applies ? 'yes' : 'no';
      form.result = before.result;
    }
    return assessmentPage(shown, form, partnership);
  }

  @Post()
  @Access('duties.assess')
  async assess(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param() address: OccurrenceAddress,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const key = keyIn(address);
    const shown = await this.occurrences.run(actor, partnership.id, key);
    const { form, errors } = readForm(AssessmentForm, body, { hidden: ['seen'] });
    if (errors) return assessmentPage(shown, form, partnership, errors);
    const { result, words } = form;
    const written = { applies: form.applies === 'yes', result, words };
    try {
      const command = { partnershipId: partnership.id, occurrence: key, seen: form.seen || null, ...written };
      await this.assessDuty.execute(actor, command, once);
    } catch (error) {
      if (!(error instanceof DomainError) || !Object.hasOwn(BOX_OF, error.code)) throw error;
      const theirs = await this.occurrences.run(actor, partnership.id, key);
      return assessmentPage(
        theirs,
        form,
        partnership,
        [{ text: error.message, href: BOX_OF[error.code] }],
        error.code === 'assurance.assessment-changed' ? 409 : 422,
      );
    }
    return new SeeOther(pathsOf(partnership.slug).occurrence(key), 'The result is recorded.');
  }
}

function assessmentOf({ known, occurrence }: ShownOccurrence) {
  return known.assessments.find((one) => one.occurrence === occurrence.key);
}

function assessmentPage(
  shown: ShownOccurrence,
  form: AssessmentForm,
  { slug }: Partnership,
  errors: readonly PageError[] = [],
  status = 422,
): Page {
  const { known, occurrence } = shown;
  const { about, key, obligation } = occurrence;
  const paths = pathsOf(slug);
  return new Page(
    'pages/duties/assessment.njk',
    {
      pageTitle: `Record the result of ${obligation.duty.reference}`,
      backLink: { href: paths.occurrence(key), text: 'Back' },
      formAction: paths.dutyAssessment(key),
      about: `${aboutWords(occurrence)}, ${bearerName(obligation.bearer, known)}`,
      wording: obligation.duty.wording,
      days: daysWords(about.from, about.until),
      seen: assessmentOf(shown)?.id ?? '',
      results: Object.entries(RESULT_WORDS).map(([value, text]) => ({ value, text })),
      ...{ form, errors },
    },
    errors.length > 0 ? status : 200,
  );
}
