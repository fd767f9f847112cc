import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PUBLISHED_SUMS, SetPublishedSum } from '@lib/plans';
import { CODE_LISTS, isSourceKey, type SourceKey, SOURCES } from '@lib/published-data';
import { type PublishedMeasure, PublishedMeasureQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { PublishedSumForm, WHOLE } from './published-sum.form.js';

/** Where a measure is published: which figures of which source, of which area. */
@Controller('partnerships/:partnership/measures/:measure/published-sum')
export class PublishedSumController {
  constructor(
    private readonly measures: PublishedMeasureQuery,
    private readonly setPublishedSum: SetPublishedSum,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('measure') measureSlug: string,
    @Query('source') wanted: unknown,
  ) {
    const measure = await this.measures.run(actor, partnership.id, measureSlug);
    const form = proposed(measure, typeof wanted === 'string' && isSourceKey(wanted) ? wanted : null);
    return this.page(actor, partnership, measure, form);
  }

  @Post()
  @Access('plans.edit')
  async set(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('measure') measureSlug: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const measure = await this.measures.run(actor, partnership.id, measureSlug);
    const { form, errors } = readForm(PublishedSumForm, body, { hidden: ['source'] });
    if (errors) return this.page(actor, partnership, measure, form, errors);
    try {
      await this.setPublishedSum.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, measureId: measure.id, areaCode: form.area },
          source: form.source as SourceKey,
          means: form.series.includes(WHOLE) ? null : form.series,
        },
        once,
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'published-sums.series') throw error;
      const text = 'Select which of the figures are added up to the measure';
      return this.page(actor, partnership, measure, form, [{ text, href: '#series' }]);
    }
    return new SeeOther(
      pathsOf(partnership.slug).publishedMeasure(measure.slug),
      `It is noted where ${measure.name} is published.`,
    );
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    measure: PublishedMeasure,
    form: PublishedSumForm,
    errors: readonly PageError[] = [],
  ): Promise<Page> {
    const paths = pathsOf(slug);
    const source = isSourceKey(form.source) ? form.source : 'mps-borough';
    const areas = await this.measures.areas(actor, id, source);
    const { series, whole } = CODE_LISTS[source];
    return new Page(
      'pages/measures/published-sum.njk',
      {
        pageTitle: `Where ${measure.name} is published`,
        backLink: { href: paths.publishedMeasure(measure.slug), text: 'Back to the published figures' },
        formAction: paths.publishedSum(measure.slug),
        ...{ name: measure.name, form, errors },
        source: { key: source, name: SOURCES[source].name },
        sources: Object.values(SOURCES)
          .filter(({ key }) => CODE_LISTS[key].series.length > 0)
          .map(({ key, name }) => ({
            name,
            isChosen: key === source,
            href: paths.publishedSum(measure.slug, key),
          })),
        series: [
          ...(whole ? [{ value: WHOLE, text: `All that adds up: ${whole.name}` }] : []),
          ...series.map(({ key, name }) => ({ value: key, text: name })),
        ],
        areas: areas.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
        loadHref: paths.publishedFigures(),
      },
      errors.length > 0 ? 422 : 200,
    );
  }
}

/** What was said before, else what the catalogue knows of a ready measure. */
function proposed({ sum, catalogueKey }: PublishedMeasure, wanted: SourceKey | null): PublishedSumForm {
  const known = sum ?? (catalogueKey === null ? undefined : PUBLISHED_SUMS[catalogueKey]);
  const form = new PublishedSumForm();
  form.source = wanted ?? known?.source ?? 'mps-borough';
  if (known?.source === form.source) form.series = known.means ? [...known.means] : [WHOLE];
  form.area = sum?.areaCode ?? '';
  return form;
}
