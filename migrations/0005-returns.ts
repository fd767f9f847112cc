import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Quarterly returns. The rules of the lifecycle stand here a second time, for whoever reaches the tables without the
 * code: figures are never changed, only the listed moves between states exist, each needs its decision, and nobody
 * decides on their own figures.
 */
export class Returns implements MigrationInterface {
  readonly name = 'Returns2026112300005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reporting_quarter (
        partnership_id uuid not null,
        first_day date not null,
        due_on date not null,
        statutory_due_on date not null,
        opened_at timestamptz not null,
        constraint pk_reporting_quarter primary key (partnership_id, first_day),
        constraint fk_reporting_quarter_partnership foreign key (partnership_id) references partnership (id),
        constraint ck_reporting_quarter_first_day
          check (extract(day from first_day) = 1 and extract(month from first_day) in (1, 4, 7, 10)),
        constraint ck_reporting_quarter_statutory_due_on
          check (statutory_due_on = (first_day + interval '6 months' - interval '1 day')::date)
      )`);
    await db.query(`
      create table quarterly_return (
        partnership_id uuid not null,
        id uuid not null,
        authority_id uuid not null,
        quarter_first_day date not null,
        revision integer not null,
        state text not null,
        version integer not null,
        constraint pk_quarterly_return primary key (partnership_id, id),
        constraint fk_quarterly_return_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_quarterly_return_quarter foreign key (partnership_id, quarter_first_day)
          references reporting_quarter (partnership_id, first_day),
        constraint uq_quarterly_return_revision unique (partnership_id, quarter_first_day, authority_id, revision),
        constraint ck_quarterly_return_state
          check (state in ('draft', 'submitted', 'returned', 'approved', 'accepted'))
      )`);
    await db.query(`
      create table return_line (
        partnership_id uuid not null,
        id uuid not null,
        return_id uuid not null,
        number integer not null,
        measure_id uuid not null,
        definition_id uuid not null,
        target_id uuid,
        label text not null,
        unit text not null,
        wording text not null,
        constraint pk_return_line primary key (partnership_id, id),
        constraint fk_return_line_return foreign key (partnership_id, return_id)
          references quarterly_return (partnership_id, id),
        constraint fk_return_line_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_return_line_definition foreign key (partnership_id, definition_id)
          references measure_definition (partnership_id, id),
        constraint fk_return_line_target foreign key (partnership_id, target_id) references target (partnership_id, id),
        constraint uq_return_line_measure unique (partnership_id, return_id, measure_id)
      )`);
    await db.query(`
      create table return_draft_value (
        partnership_id uuid not null,
        line_id uuid not null,
        kind text not null,
        value numeric,
        reason text,
        expected_on date,
        source text,
        release text,
        entered_by uuid not null,
        entered_at timestamptz not null,
        constraint pk_return_draft_value primary key (partnership_id, line_id),
        constraint fk_return_draft_value_line foreign key (partnership_id, line_id)
          references return_line (partnership_id, id),
        constraint fk_return_draft_value_entered_by foreign key (entered_by) references person (id),
        constraint ck_return_draft_value_kind check (
          (kind = 'value' and value >= 0 and reason is null and expected_on is null)
          or (kind = 'not-available' and value is null and length(reason) > 0))
      )`);
    await db.query(`
      create table figure (
        partnership_id uuid not null,
        id uuid not null,
        line_id uuid not null,
        reference_from date not null,
        reference_until date not null,
        kind text not null,
        value numeric,
        reason text,
        expected_on date,
        source text,
        release text,
        entered_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        supersedes_id uuid,
        constraint pk_figure primary key (partnership_id, id),
        constraint fk_figure_line foreign key (partnership_id, line_id) references return_line (partnership_id, id),
        constraint fk_figure_entered_by foreign key (entered_by) references person (id),
        constraint fk_figure_supersedes foreign key (partnership_id, supersedes_id)
          references figure (partnership_id, id),
        constraint ck_figure_reference check (reference_until > reference_from),
        constraint ck_figure_kind check (
          (kind = 'value' and value >= 0 and reason is null and expected_on is null)
          or (kind = 'not-available' and value is null and length(reason) > 0))
      )`);
    await db.query(`
      create unique index uq_figure_current on figure (partnership_id, line_id, reference_from)
        where superseded_at is null`);
    await db.query(`
      create table return_decision (
        partnership_id uuid not null,
        id uuid not null,
        return_id uuid not null,
        leads_to_version integer not null,
        leads_to_state text not null,
        decided_by uuid not null,
        decided_at timestamptz not null,
        content_sha256 text not null,
        comment text,
        constraint pk_return_decision primary key (partnership_id, id),
        constraint fk_return_decision_return foreign key (partnership_id, return_id)
          references quarterly_return (partnership_id, id),
        constraint fk_return_decision_decided_by foreign key (decided_by) references person (id),
        constraint uq_return_decision_version unique (partnership_id, return_id, leads_to_version),
        constraint ck_return_decision_state
          check (leads_to_state in ('submitted', 'returned', 'approved', 'accepted')),
        constraint ck_return_decision_content check (content_sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_return_decision_comment check (leads_to_state <> 'returned' or length(comment) > 0)
      )`);
    for (const table of [
      'reporting_quarter',
      'quarterly_return',
      'return_line',
      'return_draft_value',
      'figure',
      'return_decision',
    ]) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
    await db.query("call keep_append_only('return_line')");
    await db.query("call keep_append_only('return_decision')");
    await db.query("call keep_superseded_rows('figure')");
    await db.query('grant update (superseded_at) on figure to tracker_runtime');
    await db.query('grant update (state, version) on quarterly_return to tracker_runtime');
    await db.query('grant update (due_on) on reporting_quarter to tracker_runtime');
    await db.query('grant update, delete on return_draft_value to tracker_runtime');

    await this.openReturnsOnly(db);
    await this.movesOfTheLifecycle(db);
    await this.nobodyDecidesOnTheirOwn(db);
  }

  /** Draft values and figures change only while their return is with its officers. */
  private async openReturnsOnly(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_unless_return_open() returns trigger language plpgsql as $$
      declare
        line uuid := case tg_op when 'DELETE' then old.line_id else new.line_id end;
        tenant uuid := case tg_op when 'DELETE' then old.partnership_id else new.partnership_id end;
        state_now text;
      begin
        select r.state into state_now
          from return_line l
          join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
         where l.partnership_id = tenant and l.id = line;
        if state_now is null or state_now not in ('draft', 'returned') then
          raise exception 'the return is %: its figures cannot be changed', coalesce(state_now, 'unknown')
            using errcode = 'insufficient_privilege';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$`);
    for (const table of ['return_draft_value', 'figure'])
      await db.query(`
        create trigger open_returns_only before insert or update or delete on ${table}
          for each row execute function refuse_unless_return_open()`);
  }

  /** A state changes only along the listed moves, one version at a time, each with the decision that made it. */
  private async movesOfTheLifecycle(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_unless_move_exists() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'draft' or new.version <> 1 then
            raise exception 'a return starts as a draft' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end if;
        if new.version <> old.version + 1 then
          raise exception 'a return moves one version at a time' using errcode = 'insufficient_privilege';
        end if;
        if new.state <> old.state then
          if (old.state, new.state) not in (
            ('draft', 'submitted'), ('returned', 'submitted'),
            ('submitted', 'approved'), ('submitted', 'returned'), ('approved', 'accepted'))
          then
            raise exception 'a return that is % does not become %', old.state, new.state
              using errcode = 'insufficient_privilege';
          end if;
          if not exists (select from return_decision d
                          where d.partnership_id = new.partnership_id and d.return_id = new.id
                            and d.leads_to_version = new.version and d.leads_to_state = new.state) then
            raise exception 'no decision makes this return %', new.state using errcode = 'insufficient_privilege';
          end if;
        elsif old.state not in ('draft', 'returned') then
          raise exception 'a return that is % is not edited', old.state using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger listed_moves_only before insert or update on quarterly_return
        for each row execute function refuse_unless_move_exists()`);
  }

  /** The decider is who the transaction says, is neither the submitter nor an enterer, and decides what was sent. */
  private async nobodyDecidesOnTheirOwn(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_decision_on_own_return() returns trigger language plpgsql as $$
      declare submission record;
      begin
        if new.decided_by is distinct from current_person() then
          raise exception 'a decision is made by the person who asks' using errcode = 'insufficient_privilege';
        end if;
        if new.leads_to_state = 'submitted' then return new; end if;
        select decided_by, content_sha256 into submission from return_decision
          where partnership_id = new.partnership_id and return_id = new.return_id and leads_to_state = 'submitted'
          order by leads_to_version desc limit 1;
        if submission is null or submission.content_sha256 <> new.content_sha256 then
          raise exception 'the decision is not on the content that was submitted'
            using errcode = 'insufficient_privilege';
        end if;
        if submission.decided_by = new.decided_by or exists (
          select from figure f
            join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
           where l.partnership_id = new.partnership_id and l.return_id = new.return_id
             and f.superseded_at is null and f.entered_by = new.decided_by)
        then
          raise exception 'nobody decides on their own return' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger never_on_own_return before insert on return_decision
        for each row execute function refuse_decision_on_own_return()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
