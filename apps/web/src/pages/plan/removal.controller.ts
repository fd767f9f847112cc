import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { RemovePart } from '@lib/plans';
import { PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { draftSheet } from './draft-sheet.js';

interface Part {
  readonly kind: 'priority' | 'action' | 'finding';
  readonly id: Id;
  readonly words: string;
}

/** Takes a priority, an action or a finding out of a draft, with a reason. */
@Controller('partnerships/:partnership/plan/versions/:versionId/:kind/:partId/removal')
export class RemovalController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly removePart: RemovePart,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Param('kind') kind: string,
    @Param('partId') partId: string,
  ) {
    return removalPage(slug, versionId, await this.part(actor, id, versionId, { kind, partId }));
  }

  @Post()
  @Access('plans.edit')
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Param('kind') kind: string,
    @Param('partId') partId: string,
    @Body() body: unknown,
  ) {
    const part = await this.part(actor, partnershipId, versionId, { kind, partId });
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return removalPage(slug, versionId, part, { errors, reason: form.reason });
    await this.removePart.execute(actor, { partnershipId, versionId, ...part, reason: form.reason.trim() });
    return new SeeOther(pathsOf(slug).planVersion(versionId), `Out of the draft: ${part.words}.`);
  }

  private async part(
    actor: Actor,
    partnershipId: Id,
    versionId: Id,
    { kind, partId }: { kind: string; partId: string },
  ): Promise<Part> {
    const today = this.clock.today();
    const part = partsOf(await draftSheet(this.plans, actor, partnershipId, { versionId, today })).find(
      (one) => one.kind === kind && one.id === partId,
    );
    if (!part) throw notFound('part of the draft');
    return part;
  }
}

function partsOf({ priorities, findings }: PlanSheet): Part[] {
  const actions = priorities.flatMap((priority) => priority.actions);
  return [
    ...priorities.map(({ id, title }) => ({ kind: 'priority' as const, id, words: title })),
    ...actions.map(({ id, wording }) => ({ kind: 'action' as const, id, words: wording })),
    ...findings.map(({ id, wording }) => ({ kind: 'finding' as const, id, words: wording })),
  ];
}

function removalPage(
  slug: string,
  versionId: Id,
  { kind, id, words }: Part,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  const paths = pathsOf(slug);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: `Take the ${kind} out of the draft`,
      backLink: { href: paths.planVersion(versionId), text: 'Back to the draft' },
      formAction: paths.planRemoval(versionId, kind, id),
      explanation:
        kind === 'priority'
          ? `“${words}”, with the actions and measures under it. Versions that are adopted keep it.`
          : `“${words}”. Versions that are adopted keep it.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
