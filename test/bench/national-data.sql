-- All of England and Wales, invented: 314 partnerships, each with 5 authorities, 60 measures and 68 quarters.
-- For speed only. Loaded as a superuser with triggers off, so nothing here proves a rule.
set session_replication_role = 'replica';

insert into person (id, email, name) values ('00000000-0000-7000-8000-000000000001', 'officer@bench.example', 'Officer');

insert into partnership (id, slug, name, area_name, local_policing_body, brand_colour)
select gen_random_uuid(), 'p' || n, 'Partnership ' || n, 'Area ' || n, 'Commissioner', '#1f4e5f'
  from generate_series(1, 314) n;

insert into authority (partnership_id, id, kind, name, member_from)
select p.id, gen_random_uuid(), kind, initcap(kind) || ' of ' || p.name, '2009-04-01'
  from partnership p, unnest(array['council', 'police', 'fire', 'probation', 'health']) kind;

insert into measure (partnership_id, id, slug, authority_id)
select partnership_id, gen_random_uuid(), 'm-' || substr(kind, 1, 3) || '-' || n, id
  from authority, generate_series(1, 12) n;

insert into measure_definition (partnership_id, id, measure_id, version, in_force_from, name, unit, kind, direction,
                                wording, source, recorded_at)
select partnership_id, gen_random_uuid(), id, 1, '2009-04-01', 'Measure ' || slug, 'offences', 'count', 'lower',
       'Invented', 'Invented', now()
  from measure;

insert into reporting_quarter (partnership_id, first_day, due_on, statutory_due_on, opened_at)
select p.id, day::date, (day + interval '4 months')::date, (day + interval '6 months' - interval '1 day')::date, day
  from partnership p, generate_series('2009-04-01'::date, '2026-01-01', interval '3 months') day;

insert into quarterly_return (partnership_id, id, authority_id, quarter_first_day, revision, state, version)
select q.partnership_id, gen_random_uuid(), a.id, q.first_day, 1,
       case when q.first_day = '2026-01-01' then 'draft' else 'approved' end, 3
  from reporting_quarter q join authority a on a.partnership_id = q.partnership_id;

insert into return_line (partnership_id, id, return_id, number, measure_id, definition_id, label, unit, wording)
select r.partnership_id, gen_random_uuid(), r.id, 1, m.id, d.id, d.name, d.unit, d.wording
  from quarterly_return r
  join measure m on m.partnership_id = r.partnership_id and m.authority_id = r.authority_id
  join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id;

insert into figure (partnership_id, id, line_id, reference_from, reference_until, kind, value, source, release,
                    entered_by, recorded_at)
select l.partnership_id, gen_random_uuid(), l.id, r.quarter_first_day, (r.quarter_first_day + interval '3 months')::date,
       'value', floor(random() * 500), 'Invented', 'Invented', '00000000-0000-7000-8000-000000000001', now()
  from return_line l
  join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
 where r.state = 'approved';

insert into return_decision (partnership_id, id, return_id, leads_to_version, leads_to_state, decided_by, decided_at,
                             content_sha256)
select partnership_id, gen_random_uuid(), id, version_no, state_name, '00000000-0000-7000-8000-000000000001', now(),
       repeat('0', 64)
  from quarterly_return, (values (2, 'submitted'), (3, 'approved')) as d(version_no, state_name)
 where state = 'approved';

insert into measure_result (partnership_id, id, measure_id, financial_year, definition_id, rule_set, inputs, facts,
                            target_status, sentence, computed_at)
select m.partnership_id, gen_random_uuid(), m.id, year, d.id, 'count-facts-1',
       jsonb_build_object('quarters', jsonb_build_array(100, 200, 300, 400)),
       jsonb_build_object('yearToDate', 1000, 'change', jsonb_build_object('verdict', 'within-variation')),
       'no-target', 'Invented.', now()
  from measure m
  join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id,
       generate_series(2009, 2025) year;

set session_replication_role = 'origin';
analyze;
