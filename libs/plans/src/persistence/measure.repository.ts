import { type CalendarDate, calendarDate, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { NEWEST_PRIORITY } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import type { PartsFrom } from '../domain/composite-parts.js';
import type { Measure, MeasureDefinition } from '../domain/measure.js';
import type { Recorded } from './judgement.repository.js';
import { MeasureComponentRow } from './measure-component.row.js';
import { MeasureDefinitionRow } from './measure-definition.row.js';
import { MeasureRow } from './measure.row.js';

/** Every version that is recorded has started by then. */
const LAST_DAY = calendarDate('9999-12-31');

@Injectable()
export class MeasureRepository {
  async addMeasure(
    tx: Tx,
    partnershipId: Id,
    measure: Pick<Measure, 'id' | 'slug' | 'authorityId' | 'catalogueKey'>,
  ): Promise<void> {
    await tx.rows(MeasureRow).insert({ partnershipId, ...measure });
  }

  /** Holds off every other definition of the partnership, and every line that asks by one, until the transaction ends. */
  async holdDefinitions(tx: Tx, partnershipId: Id): Promise<void> {
    await tx.query('call hold_definitions($1)', [partnershipId]);
  }

  async addDefinition(
    tx: Tx,
    partnershipId: Id,
    { change, componentIds, ...definition }: MeasureDefinition,
    recorded: Recorded,
  ): Promise<void> {
    await tx.rows(MeasureDefinitionRow).insert({
      partnershipId,
      ...definition,
      comparable: change && change.comparable,
      reason: change && change.reason,
      approvedBy: change && change.approvedBy,
      recordedBy: recorded.by,
      recordedAt: recorded.at,
    });
    if (componentIds.length > 0)
      await tx.rows(MeasureComponentRow).insert(
        componentIds.map((componentId, index) => ({
          ...{ partnershipId, definitionId: definition.id, componentId },
          position: index + 1,
        })),
      );
  }

  /** One measure with the definition in force on a day; null where it has none then. */
  async inForce(tx: Tx, partnershipId: Id, measureId: Id, date: CalendarDate): Promise<Measure | null> {
    return (await this.inForceOn(tx, partnershipId, date)).find(({ id }) => id === measureId) ?? null;
  }

  /** One measure with its newest definition, whenever that starts; null where there is no such measure. */
  newest(tx: Tx, partnershipId: Id, measureId: Id): Promise<Measure | null> {
    return this.inForce(tx, partnershipId, measureId, LAST_DAY);
  }

  /** What a measure is called on a day, or before its first definition by that; null where there is no such measure. */
  async nameOn(tx: Tx, partnershipId: Id, measureId: Id, date: CalendarDate): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>(
      `select name from measure_definition where partnership_id = $1 and measure_id = $2
        order by greatest(in_force_from - $3::date, 0), in_force_from desc limit 1`,
      [partnershipId, measureId, date],
    );
    return row?.name ?? null;
  }

  /** Whether an address is taken by a measure. */
  hasSlug(tx: Tx, partnershipId: Id, slug: string): Promise<boolean> {
    return tx.rows(MeasureRow).existsBy({ partnershipId, slug });
  }

  /** The measures that have a definition in force on a day, in the order of the newest plan, then by name. */
  async inForceOn(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Measure[]> {
    const rows = await tx.query<InForceRow>(
      `select m.id, m.slug, m.authority_id as "authorityId", m.catalogue_key as "catalogueKey", d.id as "definitionId", d.version,
              d.in_force_from::text as "inForceFrom", d.name, d.unit, d.kind, d.direction, d.sensitivity,
              d.rolling_twelve_months as "rollingTwelveMonths", d.counted_by as "countedBy", d.wording, d.numerator,
              d.denominator, d.inclusions, d.exclusions, d.source, d.caveats, d.publication_lag as "publicationLag",
              d.owner_post as "ownerPost", d.comparable, d.reason, d.approved_by as "approvedBy",
              array(select c.component_id from measure_component c
                     where c.partnership_id = d.partnership_id and c.definition_id = d.id
                     order by c.position) as "componentIds",
              (select jsonb_agg(jsonb_build_object('from', v.in_force_from, 'componentIds', array(
                        select c.component_id from measure_component c
                         where c.partnership_id = v.partnership_id and c.definition_id = v.id order by c.position))
                      order by v.in_force_from)
                 from measure_definition v
                where v.partnership_id = m.partnership_id and v.measure_id = m.id) as parts
         from measure m
         join lateral (select * from measure_definition d
                        where d.partnership_id = m.partnership_id and d.measure_id = m.id and d.in_force_from <= $2
                        order by d.in_force_from desc limit 1) d on true
         left join lateral (${NEWEST_PRIORITY}) place on true
        where m.partnership_id = $1
        order by place.number nulls last, place.position, d.name`,
      [partnershipId, date],
    );
    return rows.map(toMeasure);
  }
}

type InForceRow = Omit<MeasureDefinition, 'id' | 'measureId' | 'change'> & {
  readonly id: Id;
  readonly slug: string;
  readonly authorityId: Id;
  readonly catalogueKey: string | null;
  readonly definitionId: Id;
  readonly comparable: boolean | null;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly parts: readonly PartsFrom[];
};

function toMeasure(row: InForceRow): Measure {
  const {
    id,
    slug,
    authorityId,
    catalogueKey,
    definitionId,
    comparable,
    reason,
    approvedBy,
    parts,
    ...definition
  } = row;
  const change =
    comparable === null || reason === null || approvedBy === null ? null : { comparable, reason, approvedBy };
  return {
    id,
    slug,
    ...{ authorityId, catalogueKey },
    definition: { ...definition, id: definitionId, measureId: id, change },
    parts,
  };
}
