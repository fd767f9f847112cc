import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The life of a quarter (draft, scheduled, open, closed) with its three dates, reopening for one authority until a day,
 * and the life of a return after its acceptance: a correction is a linked new revision.
 */
export class PeriodsAndRevisions implements MigrationInterface {
  readonly name = 'PeriodsAndRevisions2026112400008';

  async up(db: QueryRunner): Promise<void> {
    await this.periods(db);
    await this.revisions(db);
    await this.windows(db);
    await this.movesOfTheLifecycle(db);
  }

  private async periods(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table reporting_quarter
        alter column opened_at drop not null,
        add column opens_on date,
        add column last_new_on date,
        add column last_edit_on date,
        add column closed_at timestamptz,
        add constraint ck_reporting_quarter_opens_on check (opens_on >= first_day),
        add constraint ck_reporting_quarter_due_on
          check (due_on >= (first_day + interval '3 months')::date and due_on <= statutory_due_on),
        add constraint ck_reporting_quarter_last_new_on check (last_new_on >= due_on),
        add constraint ck_reporting_quarter_last_edit_on
          check (last_edit_on >= coalesce(last_new_on, due_on)),
        add constraint ck_reporting_quarter_closed_at check (closed_at is null or opened_at is not null)`);
    await db.query(`
      grant update (opens_on, opened_at, last_new_on, last_edit_on, closed_at) on reporting_quarter
        to tracker_runtime`);
    await db.query(`
      create table quarter_reopening (
        partnership_id uuid not null,
        id uuid not null,
        quarter_first_day date not null,
        authority_id uuid not null,
        reason text not null,
        expires_on date not null,
        reopened_by uuid not null,
        reopened_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_quarter_reopening primary key (partnership_id, id),
        constraint fk_quarter_reopening_quarter foreign key (partnership_id, quarter_first_day)
          references reporting_quarter (partnership_id, first_day),
        constraint fk_quarter_reopening_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_quarter_reopening_reopened_by foreign key (reopened_by) references person (id),
        constraint ck_quarter_reopening_reason check (length(trim(reason)) > 0),
        constraint ck_quarter_reopening_expires
          check (expires_on >= (reopened_at at time zone 'Europe/London')::date)
      )`);
    await db.query(`
      create unique index uq_quarter_reopening_current
        on quarter_reopening (partnership_id, quarter_first_day, authority_id) where superseded_at is null`);
    await db.query("call keep_within_partnership('quarter_reopening')");
    await db.query("call keep_superseded_rows('quarter_reopening')");
    await db.query('grant select, insert on quarter_reopening to tracker_runtime');
    await db.query('grant update (superseded_at) on quarter_reopening to tracker_runtime');
  }

  /** A correction names what it corrects, why and of what kind, and follows the revision before it. */
  private async revisions(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table quarterly_return
        add column restates_id uuid,
        add column restatement_kind text,
        add column restatement_reason text,
        add constraint fk_quarterly_return_restates foreign key (partnership_id, restates_id)
          references quarterly_return (partnership_id, id),
        add constraint ck_quarterly_return_restatement check (case when revision = 1
          then num_nonnulls(restates_id, restatement_kind, restatement_reason) = 0
          else num_nulls(restates_id, restatement_kind, restatement_reason) = 0
            and restatement_kind in ('error', 'late-data', 'method-change')
            and length(trim(restatement_reason)) > 0 end)`);
    // The check before it let a comment that is null pass.
    await db.query(`
      alter table return_decision
        drop constraint ck_return_decision_comment,
        add constraint ck_return_decision_says_why
          check (leads_to_state <> 'returned' or length(trim(coalesce(comment, ''))) > 0)`);
    await db.query(`
      create function refuse_restatement_of_nothing() returns trigger language plpgsql as $$
      begin
        if new.revision > 1 and not exists (
          select from quarterly_return r
           where r.partnership_id = new.partnership_id and r.id = new.restates_id and r.state = 'accepted'
             and r.authority_id = new.authority_id and r.quarter_first_day = new.quarter_first_day
             and r.revision = new.revision - 1)
        then
          raise exception 'a correction follows the accepted return it corrects'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger follows_what_it_corrects before insert on quarterly_return
        for each row execute function refuse_restatement_of_nothing()`);
  }

  /** Figures are entered while the quarter's window is open, by the time they were recorded at. */
  private async windows(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_outside_window() returns trigger language plpgsql as $$
      declare
        said_at timestamptz := case tg_table_name
          when 'figure' then (to_jsonb(new) ->> 'recorded_at')::timestamptz
          else (to_jsonb(new) ->> 'entered_at')::timestamptz end;
        today date := (said_at at time zone 'Europe/London')::date;
        window_now record;
      begin
        select q.closed_at is not null and q.closed_at <= said_at as closed,
               case when r.revision = 1 then q.last_new_on else q.last_edit_on end as last_day,
               exists (select from quarter_reopening o
                        where o.partnership_id = r.partnership_id and o.quarter_first_day = r.quarter_first_day
                          and o.authority_id = r.authority_id and o.superseded_at is null
                          and o.expires_on >= today) as reopened
          into window_now
          from return_line l
          join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
          join reporting_quarter q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
         where l.partnership_id = new.partnership_id and l.id = new.line_id;
        if not window_now.reopened and (window_now.closed or window_now.last_day < today) then
          raise exception 'the window of the quarter is closed for this authority'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    for (const table of ['return_draft_value', 'figure'])
      await db.query(`
        create trigger within_window before insert on ${table}
          for each row execute function refuse_outside_window()`);
  }

  /** As before, and: an approved return may be handed back before it is accepted. */
  private async movesOfTheLifecycle(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function refuse_unless_move_exists() returns trigger language plpgsql as $$
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
            ('submitted', 'approved'), ('submitted', 'returned'),
            ('approved', 'accepted'), ('approved', 'returned'))
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
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
