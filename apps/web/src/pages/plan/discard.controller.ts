import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DiscardDraft } from '@lib/plans';
import { PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import type { Page } from '../../http/page.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { draftSheet } from './draft-sheet.js';
import { formPage } from './form-page.js';
import { DiscardForm } from './plan.forms.js';

const CHANGED: PageError = {
  text: 'The draft was changed after you opened this page. Look at what it says now; send this again to discard that.',
};

/** Gives up a draft of the plan, with a reason. */
@Controller('partnerships/:partnership/plan/versions/:versionId/discard')
export class DiscardController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly discardDraft: DiscardDraft,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('plans.edit')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    const { version } = await draftSheet(this.plans, actor, id, { versionId, today: this.clock.today() });
    return discardPage(slug, version, '');
  }

  @Post()
  @Access('plans.edit')
  async discard(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const { version } = await draftSheet(this.plans, actor, partnershipId, {
      ...{ versionId, today: this.clock.today() },
    });
    const { form, errors } = readForm(DiscardForm, body, { hidden: ['edits'] });
    if (errors) return discardPage(slug, version, form.reason, errors);
    if (Number(form.edits) !== version.edits) return discardPage(slug, version, form.reason, [CHANGED], 409);
    await this.discardDraft.execute(actor, {
      ...{ partnershipId, versionId, seenEdits: version.edits, reason: form.reason },
    });
    return new SeeOther(
      pathsOf(slug).planVersion(versionId),
      `${nameOfVersion(version)} is discarded. It stays on record as it is.`,
    );
  }
}

function discardPage(
  slug: string,
  version: PlanSheet['version'],
  reason: string,
  errors: readonly PageError[] = [],
  status?: number,
): Page {
  const paths = pathsOf(slug);
  return formPage(
    {
      pageTitle: 'Discard this draft',
      caption: nameOfVersion(version),
      backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
      formAction: paths.planDiscard(version.id),
      explanation: [
        'It can no longer be edited or adopted, and this cannot be undone. It stays in the list of versions with everything in it; the plan in force stays as it is.',
        'Another revision, or another plan, can be begun afterwards.',
      ],
      boxes: [
        {
          ...{ kind: 'area', name: 'reason', label: 'Why is it discarded?', value: reason },
          hint: 'For example, the board asked to begin again. It is kept with the draft and in the audit trail.',
        },
        { kind: 'hidden', name: 'edits', value: String(version.edits) },
      ],
      button: 'Discard it',
    },
    errors,
    status,
  );
}
