import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrossPartnerships } from './shared/across-partnerships.js';

/**
 * Percentages and gaps: measures that are worked out from counts in an order, where a sum needs none. One count may
 * stand twice in it, such as the people asked, of whom two groups are shares.
 */
export class WorkedOutMeasures implements MigrationInterface {
  readonly name = 'WorkedOutMeasures2026112800019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_definition
        drop constraint ck_measure_definition_kind,
        add constraint ck_measure_definition_kind check (kind in ('count', 'composite', 'proportion', 'gap'))`);
    await db.query('alter table measure_component add column position smallint');
    await acrossPartnerships(db, ['measure_component'], () =>
      db.query(`
        update measure_component c set position = numbered.position
          from (select partnership_id, definition_id, component_id,
                       row_number() over (partition by partnership_id, definition_id order by component_id) as position
                  from measure_component) numbered
         where (c.partnership_id, c.definition_id, c.component_id)
             = (numbered.partnership_id, numbered.definition_id, numbered.component_id)`),
    );
    await db.query(`
      alter table measure_component
        alter column position set not null,
        add constraint ck_measure_component_position check (position > 0),
        drop constraint pk_measure_component,
        add constraint pk_measure_component primary key (partnership_id, definition_id, position)`);
    await db.query(`
      alter table measure
        drop constraint ck_measure_catalogue_key,
        add constraint ck_measure_catalogue_key check (catalogue_key ~ '^[A-Z][0-9]{1,2}[a-z]?%?$')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
