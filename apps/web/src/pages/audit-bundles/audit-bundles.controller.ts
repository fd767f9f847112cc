import { Readable } from 'node:stream';
import { fileNameOf, ReadBundles, RequestBundle } from '@lib/audit-bundle';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { BundleWorker } from '../../background/bundle-worker.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { AuditBundleForm } from './audit-bundles.form.js';
import { auditBundlesView, typedPeriod } from './audit-bundles.view.js';

const BOX_OF = { 'audit-bundles.period': 'until', 'audit-bundles.to-come': 'until' };

/** Copies of the record of a period, for an auditor to take away and check. */
@Controller('partnerships/:partnership/audit-bundles')
export class AuditBundlesController {
  constructor(
    private readonly bundles: ReadBundles,
    private readonly requestBundle: RequestBundle,
    private readonly worker: BundleWorker,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('audit-bundles.make')
  list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query() query: Record<string, unknown>,
  ) {
    return this.page(actor, partnership, typedPeriod(query, this.clock.today()));
  }

  @Post()
  @Access('audit-bundles.make')
  async make(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(AuditBundleForm, body);
    if (errors) return this.page(actor, partnership, form, errors);
    const from = readDay(form.from, 'from', 'The first day');
    const until = readDay(form.until, 'until', 'The last day');
    if ('error' in from || 'error' in until)
      return this.page(
        actor,
        partnership,
        form,
        [from, until].flatMap((day) => ('error' in day ? [day.error] : [])),
      );
    try {
      await this.requestBundle.execute(actor, partnership.id, { from: from.date, until: until.date }, once);
    } catch (error) {
      return this.page(actor, partnership, form, besideItsBox(error, BOX_OF));
    }
    void this.worker.look();
    return new SeeOther(
      pathsOf(partnership.slug).auditBundles(),
      'The bundle is being made. That takes less than a minute as a rule.',
    );
  }

  @Post(':bundleId/file')
  @HttpCode(200)
  @Access('audit-bundles.make')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('bundleId') bundleId: string,
  ) {
    const { bundle, size, parts } = await this.bundles.file(actor, id, bundleId);
    return new StreamableFile(Readable.from(parts, { objectMode: false }), {
      type: 'application/zip',
      disposition: `attachment; filename="${fileNameOf(slug, bundle.period)}"`,
      length: size,
    });
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    typed: AuditBundleForm,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const view = auditBundlesView(await this.bundles.list(actor, id), {
      ...{ typed, errors, today: this.clock.today(), paths: pathsOf(slug) },
    });
    return new Page('pages/audit-bundles/audit-bundles.njk', view, errors.length > 0 ? 422 : 200);
  }
}
