import { type CalendarDate, Decimal, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Baseline, Course, Target, TargetKind } from '../domain/target.js';
import type { Recorded } from './judgement.repository.js';
import { TargetRow } from './target.row.js';

@Injectable()
export class TargetRepository {
  /** Adds a target; the one it supersedes is kept. */
  async add(tx: Tx, partnershipId: Id, target: Target, recorded: Recorded): Promise<void> {
    const { baseline, course } = target;
    const rows = tx.rows(TargetRow);
    if (target.supersedesId)
      await rows.update({ partnershipId, id: target.supersedesId }, { supersededAt: recorded.at });
    await rows.insert({
      partnershipId,
      id: target.id,
      measureId: target.measureId,
      definitionId: target.definitionId,
      planVersionId: target.planVersionId,
      kind: target.kind,
      wording: target.wording,
      appliesFrom: target.applies.from,
      appliesUntil: target.applies.until,
      changePercent: target.changePercent?.toFixed() ?? null,
      baselineFrom: baseline?.period.from ?? null,
      baselineUntil: baseline?.period.until ?? null,
      baselineDefinitionId: baseline?.definitionId ?? null,
      baselineValue: baseline?.value.toFixed() ?? null,
      baselineLowest: baseline?.range?.lowest.toFixed() ?? null,
      baselineHighest: baseline?.range?.highest.toFixed() ?? null,
      baselineExactness: baseline?.exactness ?? null,
      baselineSource: baseline?.source ?? null,
      baselineRelease: baseline?.release ?? null,
      baselineRestated: baseline?.restated ?? false,
      atLeast: target.atLeast?.toFixed() ?? null,
      atMost: target.atMost?.toFixed() ?? null,
      ...courseColumns(course),
      supersedesId: target.supersedesId,
      reason: target.reason,
      decisionId: target.decisionId,
      recordedAt: recorded.at,
      recordedBy: recorded.by,
    });
  }

  /** The targets that stand and apply on a day. */
  async on(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Target[]> {
    const rows = await tx
      .rows(TargetRow)
      .createQueryBuilder('t')
      .where('t.partnershipId = :partnershipId and t.supersededAt is null', { partnershipId })
      .andWhere('t.appliesFrom <= :date and t.appliesUntil > :date', { date })
      .getMany();
    return rows.map(toTarget);
  }

  /** The target of a measure that stands and applies on some day of a range; it is held fast until the end of `tx`. */
  async standingIn(
    tx: Tx,
    partnershipId: Id,
    measureId: Id,
    { from, until }: Target['applies'],
  ): Promise<Target | null> {
    const row = await tx
      .rows(TargetRow)
      .createQueryBuilder('t')
      .setLock('pessimistic_write')
      .where('t.partnershipId = :partnershipId and t.measureId = :measureId', { partnershipId, measureId })
      .andWhere('t.supersededAt is null and t.appliesFrom < :until and t.appliesUntil > :from', {
        from,
        until,
      })
      .orderBy('t.appliesFrom', 'ASC')
      .getOne();
    return row && toTarget(row);
  }
}

function courseColumns(course: Course) {
  const parts =
    course.kind === 'seasonal' ? course.shares : course.kind === 'explicit' ? course.levels : null;
  return {
    course: course.kind,
    courseParts: parts?.map((part) => part.toFixed()) ?? null,
    courseReading: course.kind === 'explicit' ? course.reading : null,
  };
}

function toTarget(row: TargetRow): Target {
  const number = (text: string | null) => (text === null ? null : new Decimal(text));
  return {
    id: row.id,
    measureId: row.measureId,
    definitionId: row.definitionId,
    planVersionId: row.planVersionId,
    kind: row.kind as TargetKind,
    wording: row.wording,
    applies: { from: row.appliesFrom as CalendarDate, until: row.appliesUntil as CalendarDate },
    changePercent: number(row.changePercent),
    baseline: toBaseline(row),
    atLeast: number(row.atLeast),
    atMost: number(row.atMost),
    course: toCourse(row),
    supersedesId: row.supersedesId,
    reason: row.reason,
    decisionId: row.decisionId,
  };
}

function toCourse({ course, courseParts, courseReading }: TargetRow): Course {
  const parts = (courseParts ?? []).map((part) => new Decimal(part));
  switch (course) {
    case 'seasonal':
      return { kind: course, shares: parts };
    case 'explicit':
      return { kind: course, levels: parts, reading: courseReading as 'point' | 'cumulative' };
    case 'flat':
      return { kind: course };
    default:
      return { kind: 'usual-shares' };
  }
}

function toBaseline(row: TargetRow): Baseline | null {
  if (row.baselineValue === null) return null;
  return {
    period: { from: row.baselineFrom as CalendarDate, until: row.baselineUntil as CalendarDate },
    // Targets from before a baseline named its definition were set on the one that the target names.
    definitionId: row.baselineDefinitionId ?? row.definitionId,
    value: new Decimal(row.baselineValue),
    range:
      row.baselineLowest === null || row.baselineHighest === null
        ? null
        : { lowest: new Decimal(row.baselineLowest), highest: new Decimal(row.baselineHighest) },
    exactness: row.baselineExactness as Baseline['exactness'],
    source: row.baselineSource!,
    release: row.baselineRelease!,
    restated: row.baselineRestated,
  };
}
