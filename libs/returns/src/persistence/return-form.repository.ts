import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { FormVersion, ReturnForm } from '../domain/return-form.js';
import { ReturnFormLineRow } from './return-form-line.row.js';
import { ReturnFormRow } from './return-form.row.js';
import { ReturnFormVersionRow } from './return-form-version.row.js';

/** A form with every version it ever had, oldest first. */
export interface FormWithVersions extends ReturnForm {
  readonly versions: readonly FormVersion[];
}

@Injectable()
export class ReturnFormRepository {
  /** Every form of a partnership, by name. */
  async all(tx: Tx, partnershipId: Id): Promise<FormWithVersions[]> {
    const forms = await tx.rows(ReturnFormRow).find({ where: { partnershipId }, order: { name: 'ASC' } });
    const versions = await tx
      .rows(ReturnFormVersionRow)
      .find({ where: { partnershipId }, order: { number: 'ASC' } });
    const lines = await tx.rows(ReturnFormLineRow).findBy({ partnershipId });
    return forms.map(({ id, name }) => ({
      id,
      name,
      versions: versions
        .filter(({ formId }) => formId === id)
        .map((version) => ({
          ...{ id: version.id, formId: id, number: version.number },
          appliesFrom: version.appliesFrom as CalendarDate,
          lines: lines
            .filter(({ versionId }) => versionId === version.id)
            .map(({ measureId, authorityId }) => ({ measureId, authorityId })),
        })),
    }));
  }

  /**
   * Holds off everybody else who says what a partnership asks, and the opening of its quarters, until the transaction
   * ends: a measure must not come to be asked twice, nor a quarter open by a form that changes at that moment.
   */
  async hold(tx: Tx, partnershipId: Id): Promise<void> {
    await tx.query('call hold_return_forms($1)', [partnershipId]);
  }

  async addForm(tx: Tx, partnershipId: Id, form: ReturnForm, at: Date): Promise<void> {
    await tx.rows(ReturnFormRow).insert({ partnershipId, ...form, recordedAt: at });
  }

  async addVersion(
    tx: Tx,
    partnershipId: Id,
    { lines, ...version }: FormVersion,
    recorded: { readonly reason: string; readonly by: Id; readonly at: Date },
  ): Promise<void> {
    await tx.rows(ReturnFormVersionRow).insert({
      ...{ partnershipId, ...version, reason: recorded.reason },
      ...{ recordedBy: recorded.by, recordedAt: recorded.at },
    });
    if (lines.length === 0) return;
    await tx
      .rows(ReturnFormLineRow)
      .insert(lines.map((line) => ({ partnershipId, versionId: version.id, ...line })));
  }
}
