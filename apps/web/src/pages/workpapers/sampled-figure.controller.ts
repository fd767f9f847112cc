import { may } from '@lib/access';
import { TestFigure } from '@lib/assurance';
import { type Actor, type Decimal, londonDateOf, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ShownSampledFigure, type ShownWorkpaper, WorkpapersQuery } from '@lib/reporting';
import { readCount } from '@lib/returns';
import { formatCount, formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { figureName } from '../../assurance/finding-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { differs, testWords } from './workpaper-words.js';
import { TestForm } from './workpapers.form.js';

interface Sampled {
  readonly workpaper: ShownWorkpaper;
  readonly sampled: ShownSampledFigure;
}

/** One figure of a sample: where it came from, and what an auditor gets from there. */
@Controller('partnerships/:partnership/workpapers/:workpaperId/figures/:figureId')
export class SampledFigureController {
  constructor(
    private readonly workpapers: WorkpapersQuery,
    private readonly testFigure: TestFigure,
  ) {}

  @Get()
  @Access('workpapers.keep')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('workpaperId') workpaperId: string,
    @Param('figureId') figureId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const found = await this.find(actor, partnership, { workpaperId, figureId }, day);
    const { slug } = partnership;
    const context = figureContext(found, { actor, partnership, day }, new TestForm());
    return datedPage('pages/workpapers/sampled-figure.njk', context, day, {
      nowHref: pathsOf(slug).sampledFigure(found.workpaper.id, found.sampled.figure.id),
    });
  }

  @Post()
  @Access('workpapers.keep')
  async test(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('workpaperId') workpaperId: string,
    @Param('figureId') figureId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Body() body: unknown,
  ) {
    const found = await this.find(actor, partnership, { workpaperId, figureId }, day);
    const { form, errors } = readForm(TestForm, body);
    const read = errors ? { errors } : readObtained(form);
    if ('errors' in read) {
      const context = figureContext(found, { actor, partnership, day }, form, read.errors);
      return new Page('pages/workpapers/sampled-figure.njk', context, 422);
    }
    const { words } = form;
    const command = { partnershipId: partnership.id, workpaperId, figureId, obtained: read.obtained, words };
    await this.testFigure.execute(actor, command);
    return new SeeOther(pathsOf(partnership.slug).sampledFigure(workpaperId, figureId), 'It is recorded.');
  }

  private async find(
    actor: Actor,
    { id }: Partnership,
    { workpaperId, figureId }: { readonly workpaperId: string; readonly figureId: string },
    { asAt }: PageDay,
  ): Promise<Sampled> {
    const [workpaper] = await this.workpapers.run(actor, id, workpaperId, asAt);
    const sampled = workpaper?.figures.find(({ figure }) => figure.id === figureId);
    if (!workpaper || !sampled) throw notFound('figure in this sample');
    return { workpaper, sampled };
  }
}

/** The number that an auditor got; null of what could not be tested. */
function readObtained({
  outcome,
  obtained,
}: TestForm): { readonly obtained: Decimal | null } | { readonly errors: readonly PageError[] } {
  const wrong = (text: string) => ({ errors: [{ text, href: '#obtained' }] });
  if (outcome === 'not-tested')
    return obtained.trim() === ''
      ? { obtained: null }
      : wrong('What could not be tested has no number. Leave it empty, or select that you re-performed it');
  if (obtained.trim() === '') return wrong('Enter what you got');
  const read = readCount(obtained, 'What you got');
  return 'problem' in read ? wrong(read.problem) : { obtained: read.count };
}

function figureContext(
  { workpaper, sampled }: Sampled,
  {
    actor,
    partnership: { id: partnershipId, slug },
    day: { asAt },
  }: { readonly actor: Actor; readonly partnership: Partnership; readonly day: PageDay },
  form: TestForm,
  errors: readonly PageError[] = [],
) {
  const paths = pathsOf(slug, asAt);
  const { figure, tests } = sampled;
  const mayRaise = asAt === null && may(actor, 'findings.raise', { partnershipId });
  return {
    pageTitle: `Re-perform ${figureName(figure)}`,
    backLink: { href: paths.workpaper(workpaper.id), text: 'Back to the workpaper' },
    formAction: asAt === null && !workpaper.conclusion ? paths.sampledFigure(workpaper.id, figure.id) : null,
    name: figureName(figure),
    facts: [
      { key: 'Reported', value: `${formatCount(Number(figure.value))} ${figure.unit}` },
      ...(figure.isCorrected ? [{ key: 'Since then', value: 'It was corrected; this is what stood' }] : []),
      { key: 'Source', value: figure.source ?? 'None was stated' },
      ...(figure.release ? [{ key: 'Release', value: figure.release }] : []),
      ...(figure.extractedOn ? [{ key: 'Taken on', value: formatDate(figure.extractedOn) }] : []),
      { key: 'Id of the figure', value: figure.id },
      ...(figure.extract ? [{ key: 'SHA-256 of the extract', value: figure.extract.sha256 }] : []),
    ],
    extract: figure.extract && { name: figure.extract.name, href: paths.extract(figure.extract.id) },
    returnHref: paths.return(figure.returnId),
    isTested: tests.length > 0,
    differs: differs(sampled),
    findingHref:
      mayRaise && tests.length > 0 ? paths.newAssuranceFinding(`figure:${figure.id}:${workpaper.id}`) : null,
    tests: tests.map((test) => ({
      ...{ title: testWords(test), by: test.by, at: test.at.toISOString(), text: test.words },
    })),
    concludedOn: workpaper.conclusion && formatDate(londonDateOf(workpaper.conclusion.at)),
    ...{ form, errors },
  };
}
