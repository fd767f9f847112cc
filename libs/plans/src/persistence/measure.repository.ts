import type { CalendarDate, Id } from '@lib/kernel';
import type { Direction, Sensitivity } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { NEWEST_PRIORITY } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import type { Measure, MeasureDefinition, MeasureKind } from '../domain/measure.js';
import { MeasureComponentRow } from './measure-component.row.js';
import { MeasureDefinitionRow } from './measure-definition.row.js';
import { MeasureRow } from './measure.row.js';

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

  /** One measure with the definition in force on a day; null where it has none then. */
  async inForce(tx: Tx, partnershipId: Id, measureId: Id, date: CalendarDate): Promise<Measure | null> {
    return (await this.inForceOn(tx, partnershipId, date)).find(({ id }) => id === measureId) ?? null;
  }

  /** What a measure is called by its newest definition; null where there is no such measure. */
  async nameOf(tx: Tx, partnershipId: Id, measureId: Id): Promise<string | null> {
    const row = await tx
      .rows(MeasureDefinitionRow)
      .findOne({ where: { partnershipId, measureId }, order: { version: 'DESC' } });
    return row?.name ?? null;
  }

  /** The measures that have a definition in force on a day, in the order of the newest plan, then by name. */
  async inForceOn(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Measure[]> {
    const rows = await tx.query<InForceRow>(
      `select m.id, m.slug, m.authority_id, d.id as definition_id, d.version, d.in_force_from::text,
              d.in_force_until::text, d.name, d.unit, d.kind, d.direction, d.sensitivity, d.rolling_twelve_months,
              d.counted_by, d.wording, d.source,
              array(select c.component_id from measure_component c
                     where c.partnership_id = d.partnership_id and c.definition_id = d.id) as component_ids
         from measure m
         join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
         left join lateral (${NEWEST_PRIORITY}) place on true
        where m.partnership_id = $1 and d.in_force_from <= $2
          and (d.in_force_until is null or d.in_force_until > $2)
        order by place.number nulls last, place.position, d.name`,
      [partnershipId, date],
    );
    return rows.map(toMeasure);
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
  sensitivity: Sensitivity;
  rolling_twelve_months: boolean;
  counted_by: MeasureDefinition['countedBy'];
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
      sensitivity: row.sensitivity,
      rollingTwelveMonths: row.rolling_twelve_months,
      countedBy: row.counted_by,
      wording: row.wording,
      source: row.source,
      componentIds: row.component_ids,
    },
  };
}
