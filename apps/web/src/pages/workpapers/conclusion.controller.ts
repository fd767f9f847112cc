import { ConcludeWorkpaper } from '@lib/assurance';
import { type Actor, DomainError, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ShownWorkpaper, WorkpapersQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { progressWords } from './workpaper-words.js';
import { ConclusionForm } from './workpapers.form.js';

/** Concluding a workpaper with what it showed. */
@Controller('partnerships/:partnership/workpapers/:workpaperId/conclusion')
export class WorkpaperConclusionController {
  constructor(
    private readonly workpapers: WorkpapersQuery,
    private readonly concludeWorkpaper: ConcludeWorkpaper,
  ) {}

  @Get()
  @Access('workpapers.keep')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('workpaperId') workpaperId: string,
  ) {
    return conclusionPage(await this.find(actor, partnership, workpaperId), partnership);
  }

  @Post()
  @Access('workpapers.keep')
  async conclude(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('workpaperId') workpaperId: string,
    @Body() body: unknown,
  ) {
    const workpaper = await this.find(actor, partnership, workpaperId);
    const { form, errors } = readForm(ConclusionForm, body);
    const { reason } = form;
    if (errors) return conclusionPage(workpaper, partnership, { errors, reason, status: 422 });
    try {
      const command = { partnershipId: partnership.id, workpaperId, words: reason };
      await this.concludeWorkpaper.execute(actor, command);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'assurance.workpaper-untested') throw error;
      const untested = [{ text: error.message, href: undefined }];
      return conclusionPage(workpaper, partnership, { errors: untested, reason, status: 409 });
    }
    return new SeeOther(pathsOf(partnership.slug).workpaper(workpaperId), 'The workpaper is concluded.');
  }

  private async find(actor: Actor, { id }: Partnership, workpaperId: string): Promise<ShownWorkpaper> {
    const [workpaper] = await this.workpapers.run(actor, id, workpaperId);
    if (!workpaper) throw notFound('workpaper');
    return workpaper;
  }
}

function conclusionPage(
  workpaper: ShownWorkpaper,
  { slug }: Partnership,
  answer?: { readonly errors: readonly PageError[]; readonly reason: string; readonly status: number },
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Conclude the workpaper',
      backLink: { href: paths.workpaper(workpaper.id), text: 'Back' },
      formAction: paths.workpaperConclusion(workpaper.id),
      explanation: `${progressWords(workpaper)}. Once it is concluded, nothing in it changes any more.`,
      question: 'What did the work show?',
      ...answer,
    },
    answer?.status ?? 200,
  );
}
