import { RaiseFinding } from '@lib/assurance';
import { type Actor, Clock, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type FindingPlace, FindingsQuery, type WantedOn } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { findingSubject } from '../../assurance/finding-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { NewFindingForm } from './findings.form.js';

/** Raising a finding on evidence, on a figure or on an occurrence of a duty. */
@Controller('partnerships/:partnership/findings/new')
export class NewFindingController {
  constructor(
    private readonly findings: FindingsQuery,
    private readonly raiseFinding: RaiseFinding,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('findings.raise')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query('on') on: unknown,
  ) {
    const form = new NewFindingForm();
    form.on = typeof on === 'string' ? on : '';
    const place = await this.findings.place(actor, partnership.id, readOn(form.on));
    form.found = foundInTest(place);
    const owner = ownerOf(place);
    if (place.authorities.some(({ id }) => id === owner)) form.authority = owner!;
    return this.page(actor, partnership, place, form);
  }

  @Post()
  @Access('findings.raise')
  async raise(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(NewFindingForm, body, { hidden: ['on'] });
    const on = readOn(form.on);
    const place = await this.findings.place(actor, partnership.id, on);
    if (errors) return this.page(actor, partnership, place, form, errors);
    const day = readDay(form.answerBy, 'answerBy', 'The day');
    if ('error' in day) return this.page(actor, partnership, place, form, [day.error]);
    const { title, found, expected, recommendation, rating, authority } = form;
    try {
      const id = await this.raiseFinding.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, on, title, found, expected, recommendation, rating },
          ...{ authorityId: authority || null, answerBy: day.date },
        },
        once,
      );
      return new SeeOther(pathsOf(partnership.slug).assuranceFinding(id), 'The finding is raised.');
    } catch (error) {
      const errorsOfCase = besideItsBox(error, { 'assurance.finding-day': 'answerBy' });
      return this.page(actor, partnership, place, form, errorsOfCase);
    }
  }

  private page(
    actor: Actor,
    { id, slug }: Partnership,
    { known, on, authorities }: FindingPlace,
    form: NewFindingForm,
    errors: readonly PageError[] = [],
  ): Page {
    const paths = pathsOf(slug);
    const reader = { actor, partnershipId: id };
    const subject = findingSubject(on, known, this.clock.today(), paths, reader);
    const fromWorkpaper = on.kind === 'figure' && on.workpaperId !== null ? on : null;
    return new Page(
      'pages/findings/new.njk',
      {
        pageTitle: 'Raise a finding',
        backLink: {
          text: 'Back',
          href: fromWorkpaper
            ? paths.sampledFigure(fromWorkpaper.workpaperId!, fromWorkpaper.figure.id)
            : subject.href,
        },
        formAction: paths.newAssuranceFinding(),
        subject: subject.text,
        owners: [
          { value: '', text: 'The partnership' },
          ...authorities.map((one) => ({ value: one.id, text: one.name })),
        ],
        ...{ form, errors },
      },
      errors.length > 0 ? 422 : 200,
    );
  }
}

/** Reads what an address says that a finding is on. */
function readOn(text: string): WantedOn {
  const [kind, id = '', workpaperId = null] = text.split(':');
  if (kind === 'evidence') return { kind, versionId: id };
  if (kind === 'figure') return { kind, figureId: id, workpaperId };
  if (kind === 'duty') return { kind, occurrence: id };
  throw new DomainError(
    'invalid',
    'assurance.finding-on',
    'A finding is on evidence, on a figure of a sample or on a duty. Go to its page and follow “Raise a finding” there.',
  );
}

function ownerOf({ on }: FindingPlace): string | null {
  if (on.kind === 'evidence') return on.authorityId;
  return on.kind === 'figure' ? on.figure.authorityId : null;
}

/** What the workpaper says of the figure, to start from. */
function foundInTest({ test }: FindingPlace): string {
  if (!test) return '';
  return test.obtained === null
    ? `The figure could not be tested: ${test.words}`
    : `Re-performed: ${test.obtained}. Reported: ${test.reported}. Difference: ${test.difference}. ${test.words}`;
}
