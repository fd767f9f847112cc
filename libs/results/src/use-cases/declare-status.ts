import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  type CalendarDate,
  Clock,
  DomainError,
  financialYearName,
  type Id,
  notFound,
} from '@lib/kernel';
import type { Rag } from '@lib/performance';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { DeclaredStatusRepository } from '../persistence/declared-status.repository.js';
import { MeasureResultRepository } from '../persistence/measure-result.repository.js';

export interface DeclareStatusCommand {
  readonly partnershipId: Id;
  readonly measureId: Id;
  /** What the measure is called, for the trail. */
  readonly measure: string;
  readonly financialYear: number;
  readonly rag: Rag;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly expiresOn: CalendarDate;
}

/** Declares a status beside the worked-out one. It takes the place of none: both are shown, and it ends by itself. */
@Injectable()
export class DeclareStatus {
  constructor(
    private readonly work: UnitOfWork,
    private readonly declared: DeclaredStatusRepository,
    private readonly results: MeasureResultRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DeclareStatusCommand, once?: Once): Promise<void> {
    const { partnershipId, measureId, measure, financialYear, rag, reason, expiresOn } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'performance.declare', { partnershipId });
        if (reason.trim() === '')
          throw new DomainError('invalid', 'results.reason', 'Say why the status is declared.');
        if (expiresOn < this.clock.today())
          throw new DomainError('invalid', 'results.expiry', 'A declared status ends today or later.');
        const results = await this.results.current(tx, partnershipId, financialYear);
        if (!results.has(measureId)) throw notFound('result');
        await this.declared.declare(
          tx,
          partnershipId,
          { measureId, financialYear, rag, reason: reason.trim(), expiresOn },
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'StatusDeclared',
          subjectId: measureId,
          data: { measure, year: financialYearName(financialYear), status: rag, expiresOn, reason },
        });
      },
      once,
    );
  }
}
