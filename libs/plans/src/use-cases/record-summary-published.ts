import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type PublishedSummary, requirePublishedSummary } from '../domain/published-summary.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PublishedSummaryRepository } from '../persistence/published-summary.repository.js';

export interface RecordSummaryPublishedCommand extends PublishedSummary {
  readonly partnershipId: Id;
  readonly versionId: Id;
}

/** Records that a summary of an adopted version was published, where and in which forms. */
@Injectable()
export class RecordSummaryPublished {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly summaries: PublishedSummaryRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the new record */
  execute(actor: Actor, command: RecordSummaryPublishedCommand, once?: Once): Promise<Id> {
    const { partnershipId, versionId, publishedOn } = command;
    const [publicAt, forms] = [command.publicAt.trim(), command.forms.trim()];
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.record', { partnershipId });
        const version = await this.plans.hold(tx, partnershipId, versionId);
        const summary = { publishedOn, publicAt, forms };
        const adoptedOn = await this.summaries.adoptedOn(tx, partnershipId, versionId);
        requirePublishedSummary(summary, { adoptedOn, today: this.clock.today() });
        const id = newId();
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.summaries.add(tx, partnershipId, { ...summary, id, planVersionId: versionId }, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'SummaryPublished',
          subjectId: versionId,
          data: { title: version.planTitle, number: String(version.number), ...summary },
        });
        return id;
      },
      once,
    );
  }
}
