import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { codeListOf, sourceNamed } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { type PublishedSumOfMeasure, requirePublishedSum } from '../domain/published-sum.js';
import { MeasureRepository } from '../persistence/measure.repository.js';
import { PublishedSumRepository } from '../persistence/published-sum.repository.js';

export interface SetPublishedSumCommand extends PublishedSumOfMeasure {
  readonly partnershipId: Id;
}

/** Says where a measure is published, so that what is returned can be laid beside it. */
@Injectable()
export class SetPublishedSum {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly sums: PublishedSumRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, ...sum }: SetPublishedSumCommand, once?: Once): Promise<void> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const own = await this.sums.seriesOfOwnTable(tx, sum.source);
        requirePublishedSum(sum, own);
        const inForce = await this.measures.inForceOn(tx, partnershipId, this.clock.today());
        const measure = inForce.find(({ id }) => id === sum.measureId);
        if (!measure) throw notFound('measure');
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.sums.set(tx, partnershipId, sum, recorded);
        const { series, whole } = codeListOf(sum.source);
        const names = own?.names ?? new Map(series.map(({ key, name }) => [key, name]));
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PublishedSumSet',
          subjectId: sum.measureId,
          data: {
            ...{ measure: measure.definition.name, areaCode: sum.areaCode },
            source: sourceNamed(sum.source, own?.tableName ?? null).name,
            series: sum.means
              ? [...names].filter(([key]) => sum.means!.includes(key)).map(([, name]) => name)
              : [whole!.name],
          },
        });
      },
      once,
    );
  }
}
