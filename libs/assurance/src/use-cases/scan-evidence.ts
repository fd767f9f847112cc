import { AuditTrail } from '@lib/audit-trail';
import { VirusScanner } from '@lib/gateways';
import { type Actor, Clock, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';
import { scanFile } from './scan-file.js';

/** Scans a file again that is held. */
@Injectable()
export class ScanEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly scanner: VirusScanner,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns whether it is known to be clean now */
  async execute(actor: Actor, partnershipId: Id, versionId: Id): Promise<boolean> {
    const { item, version, bytes } = await this.work.read(actor, partnershipId, async (tx) => {
      const version = isId(versionId) ? await this.evidence.version(tx, partnershipId, versionId) : null;
      const item = version && (await this.evidence.item(tx, partnershipId, version.evidenceId));
      const bytes = version && (await this.evidence.bytesOf(tx, partnershipId, versionId));
      if (!item || !bytes) throw notFound('file of evidence');
      requireReach(actor, 'evidence.open', partnershipId, item);
      return { item, version, bytes };
    });
    // Outside a transaction: a scanner may take its time.
    const scan = await scanFile(this.scanner, bytes);
    await this.work.run(actor, partnershipId, async (tx) => {
      await this.evidence.addScan(tx, partnershipId, versionId, scan, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'EvidenceScanned',
        subjectId: item.id,
        data: {
          ...{ title: item.title, version: String(version.number) },
          ...{ verdict: scan.verdict, found: scan.detail },
        },
      });
    });
    return scan.verdict === 'clean';
  }
}
