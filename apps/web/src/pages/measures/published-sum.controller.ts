import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PUBLISHED_SUMS, SetPublishedSum } from '@lib/plans';
import {
  type AnySource,
  CODE_LISTS,
  codeListOf,
  isSource,
  ownTableOf,
  sourceNamed,
  SOURCES,
} from '@lib/published-data';
import { OwnTablesQuery, type PublishedMeasure, PublishedMeasureQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { PublishedSumForm, WHOLE } from './published-sum.form.js';

/** What the figures of a table of one's own are, where they can be added up. */
const ADDS_UP = ['count', 'amount'];
const NOT_ADDED_UP =
  'Percentages and rates are not added up: select one, of which the table has figures of whole quarters.';

/** What is said beside the figures that were chosen. */
const AT_THE_SERIES: Readonly<Record<string, string>> = {
  'published-sums.series': 'Select which of the figures are added up to the measure',
  'published-sums.adds-up': 'Select one of the figures: percentages and rates cannot be added up',
};

/** Where a measure is published: which figures of which source, of which area. */
@Controller('partnerships/:partnership/measures/:measure/published-sum')
export class PublishedSumController {
  constructor(
    private readonly measures: PublishedMeasureQuery,
    private readonly ownTables: OwnTablesQuery,
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
    const form = proposed(measure, typeof wanted === 'string' && isSource(wanted) ? wanted : null);
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
          source: form.source as AnySource,
          means: form.series.includes(WHOLE) ? null : form.series,
        },
        once,
      );
    } catch (error) {
      const text = error instanceof DomainError ? AT_THE_SERIES[error.code] : undefined;
      if (text === undefined) throw error;
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
    const tables = await this.ownTables.run(actor, id);
    const own = tables.find((table) => table.source === form.source);
    const isKnown = own !== undefined || (isSource(form.source) && ownTableOf(form.source) === null);
    const source = isKnown ? (form.source as AnySource) : 'mps-borough';
    const areas = await this.measures.areas(actor, id, source);
    const { whole } = codeListOf(source);
    const series = own
      ? Object.entries(own.labels ?? {}).map(([key, name]) => ({ key, name }))
      : codeListOf(source).series;
    return new Page(
      'pages/measures/published-sum.njk',
      {
        pageTitle: `Where ${measure.name} is published`,
        backLink: { href: paths.publishedMeasure(measure.slug), text: 'Back to the published figures' },
        formAction: paths.publishedSum(measure.slug),
        ...{ name: measure.name, form, errors },
        source: { key: source, name: sourceNamed(source, own?.name ?? null).name },
        sources: [
          ...Object.values(SOURCES)
            .filter(({ key }) => CODE_LISTS[key].series.length > 0)
            .map(({ key, name }): { key: string; name: string } => ({ key, name })),
          ...tables.map((table) => ({ key: table.source, name: `${table.name} (a table of one’s own)` })),
        ].map(({ key, name }) => ({
          ...{ name, isChosen: key === source },
          href: paths.publishedSum(measure.slug, key),
        })),
        series: [
          ...(whole ? [{ value: WHOLE, text: `All that adds up: ${whole.name}` }] : []),
          ...series.map(({ key, name }) => ({ value: key, text: name })),
        ],
        seriesHint: own && !ADDS_UP.includes(own.figures) ? NOT_ADDED_UP : null,
        areas: areas.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
        loadHref: paths.publishedFigures(),
      },
      errors.length > 0 ? 422 : 200,
    );
  }
}

/** What was said before, else what the catalogue knows of a ready measure. */
function proposed({ sum, catalogueKey }: PublishedMeasure, wanted: AnySource | null): PublishedSumForm {
  const known = sum ?? (catalogueKey === null ? undefined : PUBLISHED_SUMS[catalogueKey]);
  const form = new PublishedSumForm();
  form.source = wanted ?? known?.source ?? 'mps-borough';
  if (known?.source === form.source) form.series = known.means ? [...known.means] : [WHOLE];
  form.area = sum?.areaCode ?? '';
  return form;
}
