import { type AuditEvent, AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { RecomputeYears } from '@lib/results';
import { Injectable } from '@nestjs/common';
import { decide } from '../domain/decide.js';
import type { QuarterlyReturn } from '../domain/quarterly-return.js';
import { moveOf } from '../domain/return-transitions.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { CommentaryRepository } from '../persistence/commentary.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';

export interface DecideOnReturnCommand {
  readonly partnershipId: Id;
  readonly returnId: Id;
  readonly action: 'approve' | 'sendBack' | 'accept' | 'handBack';
  /** The content the decider saw: a decision covers this and nothing else. */
  readonly contentSha256: string;
  /** What has to be put right; needed to send a return back. */
  readonly comment?: string;
}

/** Approves a submitted return, sends it back, or accepts an approved one. Approved figures count from that moment. */
@Injectable()
export class DecideOnReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly figures: FigureRepository,
    private readonly commentaries: CommentaryRepository,
    private readonly recomputeYears: RecomputeYears,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DecideOnReturnCommand): Promise<void> {
    const { partnershipId, returnId, action } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.returns.get(tx, partnershipId, returnId, 'for-change');
      authoriseOnReturn(actor, permissionFor(action), current);
      const { to, contentSha256 } = decide(
        {
          quarterlyReturn: current,
          lines: await this.returns.lines(tx, current),
          figures: await this.figures.submitted(tx, current),
          commentary: await this.commentaries.standing(tx, current),
          submission: await this.returns.latestSubmission(tx, current),
        },
        { ...command, by: actor },
      );
      if (to === 'draft') throw new Error('A decision never makes a draft.');
      const comment = command.comment?.trim() || null;
      await this.returns.addDecision(tx, current, {
        id: newId(),
        leadsTo: to,
        by: actor.personId,
        at: this.clock.now(),
        contentSha256,
        comment,
      });
      await this.returns.advance(tx, current, to);
      // Approved figures count from now on, and those that are handed back no longer.
      if (to === 'approved' || action === 'handBack')
        await this.recomputeYears.execute(tx, partnershipId, current.quarter.financialYear);
      await this.trail.record(tx, actor, partnershipId, eventOf(action, current, contentSha256, comment));
    });
  }
}

/** The right comes first, whatever state the return is in: who may not approve learns nothing about it. */
function permissionFor(action: DecideOnReturnCommand['action']) {
  return moveOf(action === 'accept' || action === 'handBack' ? 'approved' : 'submitted', action).permission;
}

function eventOf(
  action: DecideOnReturnCommand['action'],
  { id, quarter }: QuarterlyReturn,
  contentSha256: string,
  comment: string | null,
): AuditEvent {
  const data = { quarter: quarter.name, contentSha256 };
  if (action === 'approve') return { type: 'ReturnApproved', subjectId: id, data };
  if (action === 'accept') return { type: 'ReturnAccepted', subjectId: id, data };
  if (action === 'handBack')
    return { type: 'ReturnHandedBack', subjectId: id, data: { ...data, comment: comment ?? '' } };
  return { type: 'ReturnSentBack', subjectId: id, data: { ...data, comment: comment ?? '' } };
}
