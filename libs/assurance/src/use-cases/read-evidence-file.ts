import { createHash } from 'node:crypto';
import { type Actor, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Marking } from '../domain/evidence.js';
import { mayOpen } from '../domain/evidence-reach.js';
import { requireClean } from '../domain/known-to-be-clean.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file of a version, for who may open it: only what is known to be clean, and is what was supplied. */
@Injectable()
export class ReadEvidenceFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
  ) {}

  execute(actor: Actor, partnershipId: Id, versionId: Id): Promise<OpenedFile> {
    return this.work.read(actor, partnershipId, async (tx) => {
      const version = isId(versionId) ? await this.evidence.version(tx, partnershipId, versionId) : null;
      const item = version && (await this.evidence.item(tx, partnershipId, version.evidenceId));
      // What somebody may not open does not exist for them.
      const whose = item && { authorityId: item.authorityId, marking: item.marking as Marking };
      if (!whose || !mayOpen(actor, partnershipId, whose)) throw notFound('file of evidence');
      const bytes = await this.evidence.bytesOf(tx, partnershipId, versionId);
      if (!bytes) throw notFound('file of evidence');
      requireClean(version);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (sha256 !== version.sha256)
        throw new Error(`The file of evidence version ${versionId} is not as supplied.`);
      return { name: version.name, bytes };
    });
  }
}
