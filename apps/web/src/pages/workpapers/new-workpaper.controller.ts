import { BeginWorkpaper } from '@lib/assurance';
import { type Actor, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { WorkpapersQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { NewWorkpaperForm } from './workpapers.form.js';

const BOX_OF = {
  'assurance.workpaper-quarters': 'lastQuarter',
  'assurance.population-empty': 'firstQuarter',
  'assurance.sample-size': 'sampleSize',
};

/** Beginning a workpaper: its objective, and the sample that is drawn for it. */
@Controller('partnerships/:partnership/workpapers/new')
export class NewWorkpaperController {
  constructor(
    private readonly workpapers: WorkpapersQuery,
    private readonly beginWorkpaper: BeginWorkpaper,
  ) {}

  @Get()
  @Access('workpapers.keep')
  ask(@CurrentActor() actor: Actor, @CurrentPartnership() partnership: Partnership) {
    return this.page(actor, partnership, new NewWorkpaperForm());
  }

  @Post()
  @Access('workpapers.keep')
  async begin(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(NewWorkpaperForm, body);
    if (errors) return this.page(actor, partnership, form, errors);
    const read = readQuarters(form);
    if ('errors' in read) return this.page(actor, partnership, form, read.errors);
    try {
      const id = await this.beginWorkpaper.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, objective: form.objective, ...read.quarters },
          ...{ sampleSize: Number(form.sampleSize), seed: form.seed.trim() || null },
        },
        once,
      );
      return new SeeOther(pathsOf(partnership.slug).workpaper(id), 'The sample is drawn.');
    } catch (error) {
      return this.page(actor, partnership, form, besideItsBox(error, BOX_OF));
    }
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: NewWorkpaperForm,
    errors: readonly PageError[] = [],
  ) {
    const quarters = (await this.workpapers.quarters(actor, id)).map((firstDay) => {
      const { slug: value, name: text } = FinancialQuarter.containing(firstDay);
      return { value, text };
    });
    const paths = pathsOf(slug);
    return new Page(
      'pages/workpapers/new.njk',
      {
        pageTitle: 'Begin a workpaper',
        backLink: { href: paths.workpapers(), text: 'Back' },
        formAction: paths.newWorkpaper(),
        quarters: [{ value: '', text: 'Select a quarter' }, ...quarters],
        ...{ form, errors },
      },
      errors.length > 0 ? 422 : 200,
    );
  }
}

function readQuarters(form: NewWorkpaperForm) {
  const [firstQuarter, lastQuarter] = [form.firstQuarter, form.lastQuarter].map(FinancialQuarter.read);
  if (!firstQuarter) return { errors: [{ text: 'Select the first quarter', href: '#firstQuarter' }] };
  if (!lastQuarter) return { errors: [{ text: 'Select the last quarter', href: '#lastQuarter' }] };
  return { quarters: { firstQuarter, lastQuarter } };
}
