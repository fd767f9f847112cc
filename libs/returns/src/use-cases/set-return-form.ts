import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type FinancialQuarter, type Id, newId, notFound } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { MeasuresInForce } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { requireAnswerable, requireAskedOnce } from '../domain/return-form-rules.js';
import { changesOfForm, type FormLine } from '../domain/return-form.js';
import { PeriodRepository } from '../persistence/period.repository.js';
import { type FormWithVersions, ReturnFormRepository } from '../persistence/return-form.repository.js';

export interface SetReturnFormCommand {
  readonly partnershipId: Id;
  /** A form that exists, with the number of the newest version that its page was made from; or the name of a new one. */
  readonly form: { readonly id: Id; readonly seenVersion: number } | { readonly name: string };
  /** The first quarter that is asked by it; no quarter from then on is open yet. */
  readonly from: FinancialQuarter;
  /** A measure at most once. */
  readonly lines: readonly FormLine[];
  readonly reason: string;
}

/** Says what a form asks of whom from a quarter on: the first version of a new form, or the next one of an old. */
@Injectable()
export class SetReturnForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forms: ReturnFormRepository,
    private readonly periods: PeriodRepository,
    private readonly measures: MeasuresInForce,
    private readonly directory: PartnershipDirectory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the form's id and the number of the version made */
  execute(actor: Actor, command: SetReturnFormCommand, once?: Once): Promise<{ formId: Id; number: number }> {
    const { partnershipId, from, lines } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const reason = command.reason.trim();
        if (reason === '')
          throw new DomainError('invalid', 'returns.reason', 'Say why this is asked from then on.');
        await this.forms.hold(tx, partnershipId);
        await this.requireQuartersToCome(tx, partnershipId, from);
        const forms = await this.forms.all(tx, partnershipId);
        const form = formToSet(forms, command.form);
        const newest = form.versions.at(-1) ?? null;
        const measures = (await this.measures.on(tx, partnershipId, from.firstDay)).map(
          ({ id, definition }) => ({
            ...{ id, name: definition.name, isReported: definition.kind === 'count' },
          }),
        );
        const authorities = await this.directory.membersOn(tx, partnershipId, from.firstDay);
        requireAnswerable(lines, measures, authorities, from);
        requireAskedOnce(forms, form.id, from, lines, measures);
        const changes = changesOfForm(newest?.lines ?? [], lines);
        const sooner = newest !== null && from.firstDay < newest.appliesFrom;
        if (changes.length === 0 && !sooner)
          throw new DomainError(
            'invalid',
            'returns.form-unchanged',
            newest
              ? 'The form asks the same as before. Change what it asks, or leave it as it is.'
              : 'The form asks nothing. Select an authority for at least one measure.',
          );
        const now = this.clock.now();
        if (!newest) await this.forms.addForm(tx, partnershipId, { id: form.id, name: form.name }, now);
        const version = {
          ...{ id: newId(), formId: form.id, number: (newest?.number ?? 0) + 1 },
          ...{ appliesFrom: from.firstDay, lines },
        };
        await this.forms.addVersion(tx, partnershipId, version, { reason, by: actor.personId, at: now });
        const everyAuthority = await this.directory.authorities(tx, partnershipId);
        const nameOf = (id: Id | null) => everyAuthority.find((one) => one.id === id)?.name ?? null;
        await this.trail.record(tx, actor, partnershipId, {
          type: 'ReturnFormSet',
          subjectId: form.id,
          data: {
            ...{ form: form.name, version: String(version.number), from: from.name, reason },
            changes: changes.map(({ measureId, before, after }) => ({
              what: measures.find(({ id }) => id === measureId)?.name ?? measureId,
              ...{ before: nameOf(before), after: nameOf(after) },
            })),
          },
        });
        return { formId: form.id, number: version.number };
      },
      once,
    );
  }

  private async requireQuartersToCome(tx: Tx, partnershipId: Id, from: FinancialQuarter): Promise<void> {
    const opened = await this.periods.newestOpened(tx, partnershipId);
    if (opened && opened.firstDay >= from.firstDay)
      throw new DomainError(
        'conflict',
        'returns.form-of-open-quarter',
        `${opened.name} is open, and its returns ask what they asked when it opened. Select a quarter after it.`,
      );
  }
}

/** The form that gets a version; a new one has none yet. */
function formToSet(
  forms: readonly FormWithVersions[],
  wanted: SetReturnFormCommand['form'],
): FormWithVersions {
  if ('id' in wanted) {
    const form = forms.find(({ id }) => id === wanted.id);
    if (!form) throw notFound('return form');
    if (form.versions.at(-1)!.number !== wanted.seenVersion)
      throw new DomainError(
        'conflict',
        'returns.form-changed',
        'Somebody has changed what this form asks since you opened it. What they set is beside your choices: send them once more to set yours.',
      );
    return form;
  }
  const name = wanted.name.trim();
  if (name === '') throw new DomainError('invalid', 'returns.form-name', 'Give the form a name.');
  if (forms.some((form) => form.name.toLowerCase() === name.toLowerCase()))
    throw new DomainError(
      'conflict',
      'returns.form-name-taken',
      'There is a form of this name already. Give this one another name, or change that one.',
    );
  return { id: newId(), name, versions: [] };
}
