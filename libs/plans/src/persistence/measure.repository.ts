import { type CalendarDate, Decimal, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Direction, Measure, MeasureDefinition, MeasureKind } from '../domain/measure.js';
import type { Baseline, Target } from '../domain/target.js';
import { MeasureComponentRow } from './measure-component.row.js';
import { MeasureDefinitionRow } from './measure-definition.row.js';
import { MeasureRow } from './measure.row.js';
import { TargetRow } from './target.row.js';

@Injectable()
export class MeasureRepository {
  async addMeasure(tx: Tx, partnershipId: Id, measure: Omit<Measure, 'definition'>): Promise<void> {
    await tx.rows(MeasureRow).insert({ partnershipId, ...measure });
  }

  async addDefinition(
    tx: Tx,
    partnershipId: Id,
    { inForce, componentIds, ...definition }: MeasureDefinition,
    recordedAt: Date,
  ): Promise<void> {
    await tx.rows(MeasureDefinitionRow).insert({
      partnershipId,
      ...definition,
      inForceFrom: inForce.from,
      inForceUntil: inForce.until,
      recordedAt,
    });
    if (componentIds.length > 0)
      await tx
        .rows(MeasureComponentRow)
        .insert(
          componentIds.map((componentId) => ({ partnershipId, definitionId: definition.id, componentId })),
        );
  }

  /** The measures that have a definition in force on a day, in the order of the newest plan, then by name. */
  async inForceOn(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Measure[]> {
    const rows = await tx.query<InForceRow>(
      `select m.id, m.slug, m.authority_id, d.id as definition_id, d.version, d.in_force_from::text,
              d.in_force_until::text, d.name, d.unit, d.kind, d.direction, d.wording, d.source,
              array(select c.component_id from measure_component c
                     where c.partnership_id = d.partnership_id and c.definition_id = d.id) as component_ids
         from measure m
         join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
         left join lateral (select p.number as priority, pm.number as position
                              from priority_measure pm
                              join priority p on p.partnership_id = pm.partnership_id and p.id = pm.priority_id
                              join plan_version v on v.partnership_id = p.partnership_id and v.id = p.plan_version_id
                             where pm.partnership_id = m.partnership_id and pm.measure_id = m.id
                             order by v.in_force_from desc, v.number desc limit 1) place on true
        where m.partnership_id = $1 and d.in_force_from <= $2
          and (d.in_force_until is null or d.in_force_until > $2)
        order by place.priority nulls last, place.position, d.name`,
      [partnershipId, date],
    );
    return rows.map(toMeasure);
  }

  async addTarget(tx: Tx, partnershipId: Id, target: Target, recorded: { at: Date; by: Id }): Promise<void> {
    const { baseline } = target;
    await tx.rows(TargetRow).insert({
      partnershipId,
      id: target.id,
      measureId: target.measureId,
      definitionId: target.definitionId,
      planVersionId: target.planVersionId,
      kind: target.kind,
      wording: target.wording,
      appliesFrom: target.applies.from,
      appliesUntil: target.applies.until,
      reductionPercent: target.reductionPercent?.toString() ?? null,
      baselineFrom: baseline?.period.from ?? null,
      baselineUntil: baseline?.period.until ?? null,
      baselineValue: baseline?.value.toString() ?? null,
      baselineLowest: baseline?.range?.lowest.toString() ?? null,
      baselineHighest: baseline?.range?.highest.toString() ?? null,
      baselineExactness: baseline?.exactness ?? null,
      baselineSource: baseline?.source ?? null,
      baselineRelease: baseline?.release ?? null,
      passMark: target.passMark?.toString() ?? null,
      recordedAt: recorded.at,
      recordedBy: recorded.by,
    });
  }

  /** The current targets that apply on a day. */
  async targetsOn(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Target[]> {
    const rows = await tx
      .rows(TargetRow)
      .createQueryBuilder('t')
      .where('t.partnershipId = :partnershipId and t.supersededAt is null', { partnershipId })
      .andWhere('t.appliesFrom <= :date and t.appliesUntil > :date', { date })
      .getMany();
    return rows.map(toTarget);
  }
}

interface InForceRow {
  id: string;
  slug: string;
  authority_id: string;
  definition_id: string;
  version: number;
  in_force_from: string;
  in_force_until: string | null;
  name: string;
  unit: string;
  kind: MeasureKind;
  direction: Direction;
  wording: string;
  source: string;
  component_ids: string[];
}

function toMeasure(row: InForceRow): Measure {
  return {
    id: row.id,
    slug: row.slug,
    authorityId: row.authority_id,
    definition: {
      id: row.definition_id,
      measureId: row.id,
      version: row.version,
      inForce: { from: row.in_force_from as CalendarDate, until: row.in_force_until as CalendarDate | null },
      name: row.name,
      unit: row.unit,
      kind: row.kind,
      direction: row.direction,
      wording: row.wording,
      source: row.source,
      componentIds: row.component_ids,
    },
  };
}

function toTarget(row: TargetRow): Target {
  return {
    id: row.id,
    measureId: row.measureId,
    definitionId: row.definitionId,
    planVersionId: row.planVersionId,
    kind: row.kind as Target['kind'],
    wording: row.wording,
    applies: { from: row.appliesFrom as CalendarDate, until: row.appliesUntil as CalendarDate },
    reductionPercent: row.reductionPercent === null ? null : new Decimal(row.reductionPercent),
    baseline: toBaseline(row),
    passMark: row.passMark === null ? null : new Decimal(row.passMark),
  };
}

function toBaseline(row: TargetRow): Baseline | null {
  if (row.baselineValue === null) return null;
  return {
    period: { from: row.baselineFrom as CalendarDate, until: row.baselineUntil as CalendarDate },
    value: new Decimal(row.baselineValue),
    range:
      row.baselineLowest === null || row.baselineHighest === null
        ? null
        : { lowest: new Decimal(row.baselineLowest), highest: new Decimal(row.baselineHighest) },
    exactness: row.baselineExactness as Baseline['exactness'],
    source: row.baselineSource!,
    release: row.baselineRelease!,
  };
}
