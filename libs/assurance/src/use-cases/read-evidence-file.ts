import { createHash } from 'node:crypto';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, isId, notFound } from '@lib/kernel';
import { VirusScanner } from '@lib/gateways';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Marking } from '../domain/evidence.js';
import { mayOpen, requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';
import { scanFile } from './scan-file.js';

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
    private readonly scanner: VirusScanner,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, partnershipId: Id, versionId: Id): Promise<OpenedFile> {
    return this.work.run(actor, partnershipId, async (tx) => {
      const version = isId(versionId) ? await this.evidence.version(tx, partnershipId, versionId) : null;
      const item = version && (await this.evidence.hold(tx, partnershipId, version.evidenceId));
      const marking = item?.marking as Marking;
      if (!item || !mayOpen(actor, partnershipId, { authorityId: item.authorityId, marking }))
        throw notFound('file of evidence');
      const bytes = await this.evidence.bytesOf(tx, partnershipId, versionId);
      if (!version || !bytes) throw notFound('file of evidence');
      if (version.scan !== 'clean') throw held();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (sha256 !== version.sha256)
        throw new Error(`The file of evidence version ${versionId} is not as supplied.`);
      return { name: version.name, bytes };
    });
  }

  /** Scans a file again that is held. @returns whether it is known to be clean now */
  async scanAgain(actor: Actor, partnershipId: Id, versionId: Id): Promise<boolean> {
    const bytes = await this.work.read(actor, partnershipId, async (tx) => {
      const version = isId(versionId) ? await this.evidence.version(tx, partnershipId, versionId) : null;
      const found = version && (await this.evidence.bytesOf(tx, partnershipId, versionId));
      if (!found) throw notFound('file of evidence');
      return found;
    });
    const scan = await scanFile(this.scanner, bytes);
    await this.work.run(actor, partnershipId, async (tx) => {
      const version = (await this.evidence.version(tx, partnershipId, versionId))!;
      const item = (await this.evidence.hold(tx, partnershipId, version.evidenceId))!;
      requireReach(actor, 'evidence.open', partnershipId, item);
      await this.evidence.addScan(tx, partnershipId, versionId, scan, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'EvidenceScanned',
        subjectId: version.evidenceId,
        data: {
          title: item.title,
          version: String(version.number),
          verdict: scan.verdict,
          found: scan.detail,
        },
      });
    });
    return scan.verdict === 'clean';
  }
}

function held(): DomainError {
  return new DomainError(
    'conflict',
    'assurance.evidence-held',
    'This file is held: it is not known to be free of viruses. Try again once it is scanned, or ask whoever runs the service to set up the scanner.',
  );
}
