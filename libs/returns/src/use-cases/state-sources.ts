import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Provenance } from '../domain/figure-entry.js';
import { sourceExtract } from '../domain/source-extract.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { SourceExtractRepository } from '../persistence/source-extract.repository.js';
import { ReturnsToEdit } from './returns-to-edit.js';

export interface StateSourcesCommand {
  readonly partnershipId: Id;
  readonly returnId: Id;
  readonly seenVersion: number;
  /** The lines it is about; each of them has a figure. */
  readonly lineIds: readonly Id[];
  readonly provenance: Omit<Provenance, 'extract'>;
  /** The extract itself; null keeps what each line has. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

/** Says where figures of an open return were taken from, and keeps the extract with its SHA-256. */
@Injectable()
export class StateSources {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly drafts: DraftRepository,
    private readonly extracts: SourceExtractRepository,
    private readonly toEdit: ReturnsToEdit,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: StateSourcesCommand): Promise<void> {
    const { partnershipId, returnId, seenVersion, lineIds, provenance, file } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.toEdit.hold(tx, actor, { partnershipId, returnId, seenVersion });
      const at = this.clock.now();
      const kept = file && sourceExtract(newId(), current.authorityId, file);
      if (kept) await this.extracts.add(tx, partnershipId, kept, actor.personId, at);
      const draft = new Map((await this.drafts.figures(tx, current)).map((one) => [one.lineId, one]));
      for (const lineId of lineIds) {
        const figure = draft.get(lineId);
        if (figure?.entry.kind !== 'value') throw notFound('figure of this return');
        const extract = kept ?? figure.entry.provenance?.extract ?? null;
        const entry = { ...figure.entry, provenance: { ...provenance, extract } };
        await this.drafts.put(tx, partnershipId, { ...figure, entry, enteredBy: actor.personId }, at);
      }
      const labels = new Map((await this.returns.lines(tx, current)).map(({ id, label }) => [id, label]));
      await this.returns.advance(tx, current, current.state);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'FigureSourcesStated',
        subjectId: returnId,
        data: {
          quarter: current.quarter.name,
          measures: lineIds.map((id) => labels.get(id) ?? 'a measure'),
          source: provenance.source,
          extract: kept && { name: kept.name, sha256: kept.sha256 },
        },
      });
    });
  }
}
