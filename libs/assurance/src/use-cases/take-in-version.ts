import { AuditTrail } from '@lib/audit-trail';
import { VirusScanner } from '@lib/gateways';
import { type Actor, Clock, DomainError, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { SuppliedVersion } from '../domain/evidence.js';
import { EvidenceRepository, type Scan } from '../persistence/evidence.repository.js';
import { scanFile } from './scan-file.js';

/** What is done with every version that is supplied: its file is scanned, and it is kept with its event. */
@Injectable()
export class TakeInVersion {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly scanner: VirusScanner,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Before the transaction: a scanner may take its time.
   *
   * @returns what the scanner says of the file; null of what is none
   * @throws DomainError `assurance.evidence-infected`
   */
  async scan({ content }: SuppliedVersion): Promise<Scan | null> {
    if (content.kind !== 'file') return null;
    const scan = await scanFile(this.scanner, content.bytes);
    if (scan.verdict !== 'infected') return scan;
    throw new DomainError(
      'invalid',
      'assurance.evidence-infected',
      `The file holds what a virus scanner knows as ${scan.detail ?? 'harmful'}. It was not kept. ` +
        'Ask whoever looks after your computer, and supply a clean copy.',
    );
  }

  async keep(
    tx: Tx,
    actor: Actor,
    partnershipId: Id,
    { id: evidenceId, title, marking }: { readonly id: Id; readonly title: string; readonly marking: string },
    version: SuppliedVersion,
    scan: Scan | null,
  ): Promise<void> {
    const recorded = { by: actor.personId, at: this.clock.now() };
    const said = { ...version, words: version.words.trim() };
    const { id: versionId, number } = await this.evidence.addVersion(
      tx,
      partnershipId,
      evidenceId,
      said,
      recorded,
    );
    if (scan) await this.evidence.addScan(tx, partnershipId, versionId, scan, recorded.at);
    const received = { evidenceId, versionId, state: 'received', reason: null } as const;
    await this.evidence.setState(tx, partnershipId, received, recorded);
    const { content, coversFrom, coversUntil } = version;
    await this.trail.record(tx, actor, partnershipId, {
      type: 'EvidenceSupplied',
      subjectId: evidenceId,
      data: {
        ...{ title, marking, version: String(number), kind: content.kind },
        name: content.kind === 'link' ? content.link : content.name,
        sha256: content.kind === 'link' ? null : content.sha256,
        ...{ coversFrom, coversUntil, scan: scan?.verdict ?? null },
      },
    });
  }
}
