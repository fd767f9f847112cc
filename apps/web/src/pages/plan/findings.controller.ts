import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type FindingSource, WriteFinding } from '@lib/plans';
import { type ContentFinding, PlanQuery, type PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { changedMeanwhile, draftSheet } from './draft-sheet.js';
import { readDay, typed } from '../../http/form-days.js';
import { formPage, type SmallForm } from './form-page.js';
import { FindingForm } from './plan.forms.js';
import { PUBLICATION_CHOICES, SOURCE_WORDS } from './plan-words.js';

/** The draft, and the finding that is changed; null to add one. */
interface Place {
  readonly sheet: PlanSheet;
  readonly finding: ContentFinding | null;
}

/** Writes the findings of a draft, with the priorities that they led to. */
@Controller('partnerships/:partnership/plan/versions/:versionId')
export class FindingsController {
  constructor(
    private readonly plans: PlanQuery,
    private readonly writeFinding: WriteFinding,
    private readonly clock: Clock,
  ) {}

  @Get('new-finding')
  @Access('plans.edit')
  async askNew(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    const sheet = await this.draft(actor, id, versionId);
    return formPage(findingForm({ sheet, finding: null }, new FindingForm(), pathsOf(slug)));
  }

  @Post('new-finding')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const sheet = await this.draft(actor, partnership.id, versionId);
    return this.write(actor, partnership, { sheet, finding: null }, body, once);
  }

  @Get('findings/:findingId')
  @Access('plans.edit')
  async askChange(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Param('findingId') findingId: string,
  ) {
    const place = findingIn(await this.draft(actor, id, versionId), findingId);
    return formPage(findingForm(place, formOf(place.finding), pathsOf(slug)));
  }

  @Post('findings/:findingId')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('versionId') versionId: string,
    @Param('findingId') findingId: string,
    @Body() body: unknown,
  ) {
    const place = findingIn(await this.draft(actor, partnership.id, versionId), findingId);
    return this.write(actor, partnership, place, body);
  }

  private draft(actor: Actor, partnershipId: Id, versionId: Id): Promise<PlanSheet> {
    return draftSheet(this.plans, actor, partnershipId, { versionId, today: this.clock.today() });
  }

  private async write(
    actor: Actor,
    { id: partnershipId, slug }: Partnership,
    place: Place,
    body: unknown,
    once?: Once,
  ) {
    const { sheet, finding } = place;
    const { form, errors } = readForm(FindingForm, body, { hidden: ['seen'] });
    const again = (errors: readonly PageError[], status?: number) =>
      formPage(findingForm(place, form, pathsOf(slug)), errors, status);
    if (errors) return again(errors);
    const foundOn = readDay(form.foundOn, 'foundOn', 'The day of the finding');
    if ('error' in foundOn) return again([foundOn.error]);
    if (form.priorities.some((id) => !sheet.priorities.some((one) => one.id === id)))
      return again([{ text: 'Select priorities from the list', href: '#priorities' }]);
    if (finding && form.seen !== finding.rowId) return again([changedMeanwhile(finding.wording)], 409);
    await this.writeFinding.execute(
      actor,
      {
        ...{ partnershipId, versionId: sheet.version.id },
        finding: {
          ...{ source: form.source as FindingSource, document: form.document.trim(), foundOn: foundOn.date },
          ...{ wording: form.wording.trim(), priorityIds: form.priorities },
          publication: form.publication as 'public' | 'restricted',
        },
        instead: finding && { findingId: finding.id, rowId: finding.rowId, wording: finding.wording },
      },
      once,
    );
    return new SeeOther(pathsOf(slug).planVersion(sheet.version.id), 'The finding is saved.');
  }
}

function findingIn(sheet: PlanSheet, findingId: Id): Place & { readonly finding: ContentFinding } {
  const finding = sheet.findings.find(({ id }) => id === findingId);
  if (!finding) throw notFound('finding');
  return { sheet, finding };
}

function formOf({
  source,
  document,
  foundOn,
  wording,
  priorityIds,
  publication,
}: ContentFinding): FindingForm {
  return Object.assign(new FindingForm(), {
    ...{ source, document, foundOn: typed(foundOn), wording, priorities: [...priorityIds], publication },
  });
}

function findingForm({ sheet, finding }: Place, form: FindingForm, paths: Paths): SmallForm {
  const { version, priorities } = sheet;
  return {
    pageTitle: finding ? 'Change a finding' : 'Add a finding',
    caption: nameOfVersion(version),
    backLink: { href: paths.planVersion(version.id), text: 'Back to the draft' },
    formAction: finding ? paths.finding(version.id, finding.id) : paths.newFinding(version.id),
    boxes: [
      {
        ...{ kind: 'radios', name: 'source', label: 'Where does it come from?', value: form.source },
        choices: Object.entries(SOURCE_WORDS).map(([value, text]) => ({ value, text })),
      },
      {
        ...{ kind: 'text', name: 'document', label: 'In which document is it?', value: form.document },
        hint: 'For example, Strategic assessment 2026/27',
      },
      {
        ...{ kind: 'text', name: 'foundOn', label: 'From which day is it?', value: form.foundOn, width: 10 },
        hint: 'For example, 31 1 2027',
      },
      { kind: 'area', name: 'wording', label: 'What was found?', value: form.wording },
      {
        ...{ kind: 'checkboxes', name: 'priorities', label: 'To which priorities did it lead?' },
        ...{
          values: form.priorities,
          choices: priorities.map(({ id, title }) => ({ value: id, text: title })),
        },
      },
      {
        ...{ kind: 'radios', name: 'publication', label: 'May it be published?', value: form.publication },
        choices: PUBLICATION_CHOICES,
      },
      { kind: 'hidden', name: 'seen', value: finding?.rowId ?? '' },
    ],
    button: 'Save the finding',
    makes: finding === null,
  };
}
