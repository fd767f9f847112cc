import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type EvidenceItem, requireTitle, requireVersion, type SuppliedVersion } from '../domain/evidence.js';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository, type ObligationKey } from '../persistence/evidence.repository.js';
import { requireObligations } from './obligations-of-partnership.js';
import { TakeInVersion } from './take-in-version.js';

export interface SupplyEvidenceCommand extends EvidenceItem {
  readonly partnershipId: Id;
  readonly obligations: readonly ObligationKey[];
  readonly version: SuppliedVersion;
}

/** Takes in evidence that there was nothing of before. */
@Injectable()
export class SupplyEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly takeIn: TakeInVersion,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new evidence */
  async execute(actor: Actor, command: SupplyEvidenceCommand, once?: Once): Promise<Id> {
    const { partnershipId, obligations, authorityId, marking, version } = command;
    const title = command.title.trim();
    requireReach(actor, 'evidence.supply', partnershipId, command);
    requireTitle(title);
    requireVersion(version, this.clock.today());
    const scan = await this.takeIn.scan(version);
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
        await this.takeIn.keep(tx, actor, partnershipId, item, version, scan);
        return id;
      },
      once,
    );
  }
}
