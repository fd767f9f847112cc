import { may } from '@lib/access';
import { type Actor, londonDateOf } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { RecordDecision } from '@lib/plans';
import { AsAt, DecisionsQuery, type ListedDecision } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import type { Page } from '../../http/page.js';
import { SeeOther } from '../../http/page.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { formPage } from './form-page.js';
import { DecisionForm } from './plan.forms.js';

/** What the board decided, with what rests on each decision. */
@Controller('partnerships/:partnership/decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsQuery,
    private readonly recordDecision: RecordDecision,
  ) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const paths = pathsOf(slug, day.asAt);
    const mayRecord = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const decisions = await this.decisions.run(actor, id, AsAt.endOf(day.asAt));
    const view = {
      pageTitle: 'Decisions of the board',
      backLink: { href: paths.plan(), text: 'Back to the plan' },
      newHref: mayRecord ? paths.newDecision() : null,
      decisions: decisions.map((one) => decisionView(one, paths)),
    };
    return datedPage('pages/plan/decisions.njk', view, day, { nowHref: pathsOf(slug).decisions() });
  }

  @Get('new')
  @Access('plans.edit')
  ask(@CurrentPartnership() { slug }: Partnership) {
    return decisionPage(slug, new DecisionForm());
  }

  @Post('new')
  @Access('plans.edit')
  async record(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(DecisionForm, body);
    if (errors) return decisionPage(slug, form, errors);
    const day = readDay(form.decidedOn, 'decidedOn', 'The day of the decision');
    if ('error' in day) return decisionPage(slug, form, [day.error]);
    const { meeting, wording } = form;
    const command = { partnershipId, decidedOn: day.date, meeting, wording };
    try {
      await this.recordDecision.execute(actor, command, once);
    } catch (error) {
      return decisionPage(slug, form, besideItsBox(error, { 'plans.decided-on': 'decidedOn' }));
    }
    return new SeeOther(pathsOf(slug).decisions(), 'The decision is recorded.');
  }
}

function decisionView(one: ListedDecision, paths: Paths) {
  return {
    heading: `${formatDate(one.decidedOn)}, ${one.meeting}`,
    ...{ wording: one.wording, recordedBy: one.recordedBy },
    recordedOn: formatDate(londonDateOf(one.recordedAt)),
    rests: [
      ...one.versions.map((version) => ({
        name: `The adoption of ${nameOfVersion(version)}`,
        href: paths.planVersion(version.id),
      })),
      ...one.targets.map(({ measure, measureSlug, wording }) => ({
        name: `Target of ${measure}: ${wording}`,
        href: paths.measure(measureSlug),
      })),
    ],
  };
}

function decisionPage(slug: string, form: DecisionForm, errors: readonly PageError[] = []): Page {
  const paths = pathsOf(slug);
  return formPage(
    {
      pageTitle: 'Record a decision of the board',
      backLink: { href: paths.decisions(), text: 'Back to the decisions' },
      formAction: paths.newDecision(),
      explanation: ['It is not changed afterwards: plans and targets rest on it.'],
      boxes: [
        {
          ...{
            kind: 'text',
            name: 'decidedOn',
            label: 'When was it decided?',
            value: form.decidedOn,
            width: 10,
          },
          hint: 'For example, 15 3 2027',
        },
        {
          ...{ kind: 'text', name: 'meeting', label: 'At which meeting?', value: form.meeting },
          hint: 'For example, the board, March meeting, item 4',
        },
        {
          ...{ kind: 'area', name: 'wording', label: 'What was decided?', value: form.wording },
          hint: 'As the minutes have it.',
        },
      ],
      button: 'Record this decision',
      makes: true,
    },
    errors,
  );
}
