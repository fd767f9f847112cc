import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import { notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { RecordSummaryPublished, WithdrawPublishedSummary } from '@lib/plans';
import { AsAt, type PublishedSummaries, PublishedSummariesQuery, type ShownSummary } from '@lib/reporting';
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
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { PublishedSummaryForm } from './plan.forms.js';

const TEMPLATE = 'pages/plan/published-summaries.njk';

const BOX_OF = {
  'plans.summary-of-draft': 'version',
  'plans.summary-to-come': 'publishedOn',
  'plans.summary-before-adoption': 'publishedOn',
  'plans.summary-public-at': 'publicAt',
};

/** Where summaries of the plan were published, for each version that was adopted. */
@Controller('partnerships/:partnership/published-summaries')
export class PublishedSummariesController {
  constructor(
    private readonly published: PublishedSummariesQuery,
    private readonly recordSummaryPublished: RecordSummaryPublished,
    private readonly withdrawPublishedSummary: WithdrawPublishedSummary,
  ) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const known = await this.published.run(actor, id, AsAt.endOf(day.asAt));
    const mayRecord = day.asAt === null && may(actor, 'duties.record', { partnershipId: id });
    const form = new PublishedSummaryForm();
    form.version = known.adopted[0]?.id ?? '';
    const view = { ...summariesView(known, pathsOf(slug, day.asAt), mayRecord), form, errors: [] };
    return datedPage(TEMPLATE, view, day, { nowHref: pathsOf(slug).publishedSummaries() });
  }

  @Post()
  @Access('duties.record')
  async record(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(PublishedSummaryForm, body);
    const again = async (problems: readonly PageError[]) => {
      const known = await this.published.run(actor, partnershipId);
      return new Page(
        TEMPLATE,
        { ...summariesView(known, pathsOf(slug), true), form, errors: problems },
        422,
      );
    };
    if (errors) return again(errors);
    const day = readDay(form.publishedOn, 'publishedOn', 'The day it was published');
    if ('error' in day) return again([day.error]);
    const { version: versionId, publicAt, forms } = form;
    const command = { partnershipId, versionId, publishedOn: day.date, publicAt, forms };
    try {
      await this.recordSummaryPublished.execute(actor, command, once);
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
    return new SeeOther(pathsOf(slug).publishedSummaries(), 'The published summary is recorded.');
  }

  @Get(':summaryId/withdrawal')
  @Access('duties.record')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('summaryId') summaryId: string,
  ) {
    return withdrawalPage(slug, summaryOf(await this.published.run(actor, id), summaryId));
  }

  @Post(':summaryId/withdrawal')
  @Access('duties.record')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('summaryId') summaryId: string,
    @Body() body: unknown,
  ) {
    const summary = summaryOf(await this.published.run(actor, partnershipId), summaryId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(slug, summary, { errors, reason: form.reason });
    const command = { partnershipId, summaryId, reason: form.reason.trim() };
    await this.withdrawPublishedSummary.execute(actor, command);
    return new SeeOther(
      pathsOf(slug).publishedSummaries(),
      'The record is taken back. It proves nothing any more.',
    );
  }
}

function summariesView({ summaries, adopted }: PublishedSummaries, paths: Paths, mayRecord: boolean) {
  return {
    pageTitle: 'Published summaries of the plan',
    backLink: { href: paths.plan(), text: 'Back to the plan' },
    formAction: paths.publishedSummaries(),
    mayRecord: mayRecord && adopted.length > 0,
    versions: [
      { value: '', text: 'Select a version' },
      ...adopted.map((version) => ({ value: version.id, text: nameOfVersion(version) })),
    ],
    without: adopted
      .filter(({ id, state }) => state === 'adopted' && !summaries.some(({ versionId }) => versionId === id))
      .map(nameOfVersion),
    summaries: summaries.map((summary) => ({
      version: nameOfVersion(summary),
      versionHref: paths.planVersion(summary.versionId),
      publishedOn: formatDate(summary.publishedOn),
      ...{ publicAt: summary.publicAt, forms: summary.forms, by: summary.by },
      withdrawHref: mayRecord ? paths.publishedSummaryWithdrawal(summary.id) : null,
    })),
  };
}

function summaryOf({ summaries }: PublishedSummaries, wanted: string): ShownSummary {
  const summary = summaries.find(({ id }) => id === wanted);
  if (!summary) throw notFound('published summary');
  return summary;
}

function withdrawalPage(
  slug: string,
  summary: ShownSummary,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Take back a published summary',
      backLink: { href: paths.publishedSummaries(), text: 'Back to the published summaries' },
      formAction: paths.publishedSummaryWithdrawal(summary.id),
      explanation: `The summary of ${nameOfVersion(summary)}, published on ${formatDate(summary.publishedOn)}. Take its record back where it is wrong; when the page moved, record its new address as well. It is kept in the records.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
