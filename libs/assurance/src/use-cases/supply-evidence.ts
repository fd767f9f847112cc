import { AuditTrail } from '@lib/audit-trail';
import { VirusScanner } from '@lib/gateways';
import { type Actor, Clock, DomainError, type Id, isId, newId, notFound } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type EvidenceItem, requireTitle, requireVersion, type SuppliedVersion } from '../domain/evidence.js';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository, type ObligationKey, type Scan } from '../persistence/evidence.repository.js';
import { requireObligations } from './obligations-of-partnership.js';
import { scanFile } from './scan-file.js';

interface Supplied {
  readonly partnershipId: Id;
  readonly version: SuppliedVersion;
}

export interface SupplyEvidenceCommand extends Supplied, EvidenceItem {
  readonly obligations: readonly ObligationKey[];
}

export interface SupplyVersionCommand extends Supplied {
  readonly evidenceId: Id;
}

/** Takes in evidence: something new, or another version of what there is or what was asked for. */
@Injectable()
export class SupplyEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly scanner: VirusScanner,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new evidence */
  async execute(actor: Actor, command: SupplyEvidenceCommand, once?: Once): Promise<Id> {
    const { partnershipId, obligations, authorityId, marking, version } = command;
    const title = command.title.trim();
    requireReach(actor, 'evidence.supply', partnershipId, command);
    requireTitle(title);
    requireVersion(version, this.clock.today());
    const scan = await this.scan(version);
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        await requireObligations(tx, partnershipId, obligations, this.clock.today());
        const recorded = { by: actor.personId, at: this.clock.now() };
        const id = newId();
        const item = { id, title, authorityId, marking, askedFor: null, dueOn: null };
        await this.evidence.add(tx, partnershipId, item, recorded);
        await this.evidence.link(tx, partnershipId, id, obligations, recorded);
        await this.take(tx, actor, { partnershipId, evidenceId: id, title, marking, version, scan });
        return id;
      },
      once,
    );
  }

  async another(actor: Actor, command: SupplyVersionCommand, once?: Once): Promise<void> {
    const { partnershipId, evidenceId, version } = command;
    requireVersion(version, this.clock.today());
    const scan = await this.scan(version);
    await this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        const item = isId(evidenceId) ? await this.evidence.hold(tx, partnershipId, evidenceId) : null;
        if (!item) throw notFound('evidence');
        requireReach(actor, 'evidence.supply', partnershipId, item);
        await this.evidence.endState(tx, partnershipId, evidenceId, null, this.clock.now());
        const { title, marking } = item;
        await this.take(tx, actor, { partnershipId, evidenceId, title, marking, version, scan });
      },
      once,
    );
  }

  /** Before the transaction: a scanner may take its time. */
  private async scan({ content }: SuppliedVersion): Promise<Scan | null> {
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

  private async take(
    tx: Tx,
    actor: Actor,
    {
      partnershipId,
      evidenceId,
      title,
      marking,
      version,
      scan,
    }: {
      readonly partnershipId: Id;
      readonly evidenceId: Id;
      readonly title: string;
      readonly marking: string;
      readonly version: SuppliedVersion;
      readonly scan: Scan | null;
    },
  ): Promise<void> {
    const recorded = { by: actor.personId, at: this.clock.now() };
    const { id: versionId, number } = await this.evidence.addVersion(
      tx,
      partnershipId,
      evidenceId,
      { ...version, words: version.words.trim() },
      recorded,
    );
    if (scan) await this.evidence.addScan(tx, partnershipId, versionId, scan, recorded.at);
    const received = { evidenceId, versionId, state: 'received', reason: null } as const;
    await this.evidence.setState(tx, partnershipId, received, recorded);
    const { content } = version;
    await this.trail.record(tx, actor, partnershipId, {
      type: 'EvidenceSupplied',
      subjectId: evidenceId,
      data: {
        ...{ title, marking, version: String(number), kind: content.kind },
        name: content.kind === 'link' ? content.link : content.name,
        sha256: content.kind === 'link' ? null : content.sha256,
        ...{ coversFrom: version.coversFrom, coversUntil: version.coversUntil },
        scan: scan?.verdict ?? null,
      },
    });
  }
}
