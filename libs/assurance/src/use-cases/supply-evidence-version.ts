import { type Actor, Clock, type Id, isId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireVersion, type SuppliedVersion } from '../domain/evidence.js';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';
import { TakeInVersion } from './take-in-version.js';

export interface SupplyEvidenceVersionCommand {
  readonly partnershipId: Id;
  readonly evidenceId: Id;
  readonly version: SuppliedVersion;
}

/** Takes in another version of evidence that there is, or the first one of what was asked for. */
@Injectable()
export class SupplyEvidenceVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly takeIn: TakeInVersion,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, command: SupplyEvidenceVersionCommand, once?: Once): Promise<void> {
    const { partnershipId, evidenceId, version } = command;
    requireVersion(version, this.clock.today());
    const scan = await this.takeIn.scan(version);
    await this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        const item = isId(evidenceId) ? await this.evidence.hold(tx, partnershipId, evidenceId) : null;
        if (!item) throw notFound('evidence');
        requireReach(actor, 'evidence.supply', partnershipId, item);
        await this.evidence.endState(tx, partnershipId, evidenceId, null, this.clock.now());
        await this.takeIn.keep(tx, actor, partnershipId, item, version, scan);
      },
      once,
    );
  }
}
