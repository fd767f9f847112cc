import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partnerships, their responsible authorities, people, how they sign in and what roles they hold. */
export class PeopleAndPartnerships implements MigrationInterface {
  readonly name = 'PeopleAndPartnerships2026112300002';

  async up(db: QueryRunner): Promise<void> {
    // The directory of partnerships is public knowledge; each changes only its own entry.
    await db.query(`
      create table partnership (
        id uuid not null,
        slug text not null,
        name text not null,
        area_name text not null,
        local_policing_body text not null,
        brand_colour text not null,
        created_at timestamptz not null default now(),
        constraint pk_partnership primary key (id),
        constraint uq_partnership_slug unique (slug),
        constraint ck_partnership_slug check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
        constraint ck_partnership_brand_colour check (brand_colour ~ '^#[0-9a-f]{6}$')
      )`);
    await db.query('alter table partnership enable row level security');
    await db.query('alter table partnership force row level security');
    await db.query('create policy directory on partnership for select using (true)');
    await db.query(
      `create policy own_entry on partnership for insert with check (id = (select current_partnership()))`,
    );
    await db.query(
      `create policy own_change on partnership for update using (id = (select current_partnership()))`,
    );
    await db.query('grant select, insert, update on partnership to tracker_runtime');

    await db.query(`
      create table authority (
        partnership_id uuid not null,
        id uuid not null,
        kind text not null,
        name text not null,
        member_from date not null,
        member_until date,
        succeeds_id uuid,
        constraint pk_authority primary key (partnership_id, id),
        constraint fk_authority_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_authority_succeeds foreign key (partnership_id, succeeds_id) references authority (partnership_id, id),
        constraint ck_authority_kind check (kind in ('council', 'police', 'fire', 'probation', 'health')),
        constraint ck_authority_membership check (member_until > member_from),
        constraint uq_authority_name unique (partnership_id, name)
      )`);
    await db.query("call keep_within_partnership('authority')");
    await db.query('grant select, insert on authority to tracker_runtime');
    await db.query('grant update (member_until) on authority to tracker_runtime');

    await db.query(`
      create table person (
        id uuid not null,
        email text not null,
        name text not null,
        suspended_at timestamptz,
        created_at timestamptz not null default now(),
        constraint pk_person primary key (id),
        constraint uq_person_email unique (email),
        constraint ck_person_email check (email = lower(email) and email like '_%@_%')
      )`);
    await db.query('grant select, insert on person to tracker_runtime');
    await db.query('grant update (name, suspended_at) on person to tracker_runtime');

    await db.query(`
      create table password_credential (
        person_id uuid not null,
        password_hash text not null,
        changed_at timestamptz not null,
        constraint pk_password_credential primary key (person_id),
        constraint fk_password_credential_person foreign key (person_id) references person (id),
        constraint ck_password_credential_argon2id check (password_hash like '$argon2id$%')
      )`);
    await db.query('grant select, insert on password_credential to tracker_runtime');
    await db.query('grant update (password_hash, changed_at) on password_credential to tracker_runtime');

    await db.query(`
      create table role_assignment (
        partnership_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        role text not null,
        authority_id uuid,
        held_from timestamptz not null,
        held_until timestamptz,
        granted_by uuid,
        reason text not null,
        constraint pk_role_assignment primary key (partnership_id, id),
        constraint fk_role_assignment_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_role_assignment_person foreign key (person_id) references person (id),
        constraint fk_role_assignment_granted_by foreign key (granted_by) references person (id),
        constraint fk_role_assignment_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint ck_role_assignment_scope check ((role like 'authority-%') = (authority_id is not null)),
        constraint ck_role_assignment_held check (held_until >= held_from)
      )`);
    await db.query("call keep_within_partnership('role_assignment')");
    // A person's own roles are read before it is known which partnership the request is about.
    await db.query(
      'create policy own_roles on role_assignment for select using (person_id = (select current_person()))',
    );
    await db.query('create index ix_role_assignment_person on role_assignment (person_id)');
    await db.query('grant select, insert on role_assignment to tracker_runtime');
    await db.query('grant update (held_until) on role_assignment to tracker_runtime');

    await db.query(`
      create table session (
        sid text not null,
        sess json not null,
        expire timestamptz not null,
        constraint pk_session primary key (sid)
      )`);
    await db.query('create index ix_session_expire on session (expire)');
    // A request that is still on its way when its session ends saves the session again. So an ended one is not removed
    // at once: it is kept as expired for an hour, and an expired one is never renewed.
    await db.query(`
      create function keep_ended_session() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if old.expire < now() then return null; end if;
          return new;
        end if;
        if old.expire < now() - interval '1 hour' then return old; end if;
        update session set sess = '{}', expire = now() - interval '1 second' where sid = old.sid;
        return null;
      end $$`);
    await db.query(`
      create trigger ended_for_good before update or delete on session
        for each row execute function keep_ended_session()`);
    await db.query('grant select, insert, update, delete on session to tracker_runtime');

    await db.query(`
      create table sign_in_event (
        id uuid not null,
        at timestamptz not null,
        person_id uuid,
        outcome text not null,
        address text not null,
        constraint pk_sign_in_event primary key (id),
        constraint fk_sign_in_event_person foreign key (person_id) references person (id),
        constraint ck_sign_in_event_outcome
          check (outcome in ('signed-in', 'wrong-password', 'unknown-person', 'suspended', 'too-many', 'signed-out'))
      )`);
    await db.query("call keep_append_only('sign_in_event')");
    await db.query('grant select, insert on sign_in_event to tracker_runtime');

    await db.query(`
      create table sign_in_limit (
        key text not null,
        points integer not null default 0,
        expire bigint,
        constraint pk_sign_in_limit primary key (key)
      )`);
    await db.query('grant select, insert, update, delete on sign_in_limit to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
