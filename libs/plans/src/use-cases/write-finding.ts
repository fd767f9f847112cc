import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, canonicalJson, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { PlanFinding } from '../domain/plan.js';
import { PlanPartsRepository } from '../persistence/plan-parts.repository.js';
import { PlanRepository } from '../persistence/plan.repository.js';

export interface WriteFindingCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly finding: PlanFinding;
  /** The finding and the row whose place this takes, as it reads; null to add one. */
  readonly instead: { readonly findingId: Id; readonly rowId: Id; readonly wording: string } | null;
}

/** Adds a finding to a draft, with the priorities that it led to, or changes one. */
@Injectable()
export class WriteFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the finding */
  execute(actor: Actor, command: WriteFindingCommand, once?: Once): Promise<Id> {
    const { partnershipId, versionId, finding, instead } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const { planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
        const identityId = instead?.findingId ?? newId();
        const place = { versionId, identityId, replaces: instead?.rowId ?? null };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.parts.writeFinding(tx, partnershipId, place, finding, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PlanPartChanged',
          subjectId: versionId,
          data: {
            ...{ title: planTitle, number: String(number), part: 'finding' },
            ...{ before: instead?.wording ?? null, after: finding.wording },
            says: canonicalJson({ ...finding }),
          },
        });
        return identityId;
      },
      once,
    );
  }
}
