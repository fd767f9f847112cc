import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { AdoptVersion } from '@lib/plans';
import { DecisionsQuery, type ListedDecision, PlanQuery, type PlanSheet } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import type { Page } from '../../http/page.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { draftSheet } from './draft-sheet.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { formPage } from './form-page.js';
import { AdoptionForm } from './plan.forms.js';

const BOX_OF = { 'plans.adopted-on': 'adoptedOn', 'plans.in-force-from': 'inForceFrom' };

const CHANGED: PageError = {
  text: 'The draft was changed after you opened this page. Look at what it says now; send this again to record the adoption of that.',
};

/** Records that the board adopted a draft, on a decision that is on record. */
@Controller('partnerships/:partnership/plan/versions/:versionId/adoption')
export class AdoptionController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly decisions: DecisionsQuery,
    private readonly adoptVersion: AdoptVersion,
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
    const decisions = await this.decisions.run(actor, id);
    return adoptionPage(slug, version, decisions, new AdoptionForm());
  }

  @Post()
  @Access('plans.edit')
  async adopt(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const { version } = await draftSheet(this.plans, actor, partnershipId, {
      ...{ versionId, today: this.clock.today() },
    });
    const decisions = await this.decisions.run(actor, partnershipId);
    const again = (errors: readonly PageError[], status?: number) =>
      adoptionPage(slug, version, decisions, form, errors, status);
    const { form, errors } = readForm(AdoptionForm, body, { hidden: ['edits'] });
    if (errors) return again(errors);
    if (!decisions.some(({ id }) => id === form.decision))
      return again([{ text: 'Select the board’s decision', href: '#decision' }]);
    const adoptedOn = readDay(form.adoptedOn, 'adoptedOn', 'The day of adoption');
    if ('error' in adoptedOn) return again([adoptedOn.error]);
    const inForceFrom = readDay(form.inForceFrom, 'inForceFrom', 'The day it comes into force');
    if ('error' in inForceFrom) return again([inForceFrom.error]);
    if (Number(form.edits) !== version.edits) return again([CHANGED], 409);
    try {
      const { nothingChanged } = await this.adoptVersion.execute(actor, {
        ...{ partnershipId, versionId, seenEdits: version.edits, decisionId: form.decision },
        ...{ adoptedOn: adoptedOn.date, inForceFrom: inForceFrom.date },
      });
      const outcome = nothingChanged ? ' Reviewed, nothing changed.' : '';
      return new SeeOther(
        pathsOf(slug).planVersion(versionId),
        `${nameOfVersion(version)} is adopted, in force from ${formatDate(inForceFrom.date)}.${outcome}`,
      );
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
  }
}

function adoptionPage(
  slug: string,
  version: PlanSheet['version'],
  decisions: readonly ListedDecision[],
  form: AdoptionForm,
  errors: readonly PageError[] = [],
  status?: number,
): Page {
  const paths = pathsOf(slug);
  return formPage(
    {
      pageTitle: 'Record its adoption',
      caption: nameOfVersion(version),
      backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
      formAction: paths.planAdoption(version.id),
      explanation: [
        'From then on this version does not change, and the one in force before ends when it begins. Without any change it is recorded as reviewed.',
        ...(decisions.length === 0 ? ['No decision of the board is on record yet. Record it first.'] : []),
      ],
      boxes: [
        {
          ...{ kind: 'select', name: 'decision', label: 'Decision of the board', value: form.decision },
          hint: 'A decision that is not in the list is recorded first, under Decisions of the board.',
          choices: [
            { value: '', text: 'Select a decision' },
            ...decisions.map(({ id, decidedOn, meeting }) => ({
              ...{ value: id, text: `${formatDate(decidedOn)}, ${meeting}` },
            })),
          ],
        },
        {
          ...{ kind: 'text', name: 'adoptedOn', label: 'Adopted on', value: form.adoptedOn, width: 10 },
          hint: 'For example, 15 3 2027',
        },
        {
          ...{
            kind: 'text',
            name: 'inForceFrom',
            label: 'In force from',
            value: form.inForceFrom,
            width: 10,
          },
          hint: 'For a yearly revision, the 1 April that it is made for, like 1 4 2027',
        },
        { kind: 'hidden', name: 'edits', value: String(version.edits) },
      ],
      button: 'Record the adoption',
    },
    errors,
    status,
  );
}
