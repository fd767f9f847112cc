-- All of England and Wales, invented: 314 partnerships, each with 5 authorities, 60 measures and 68 quarters.
-- For speed only. Loaded as a superuser with triggers off, so nothing here proves a rule.
set session_replication_role = 'replica';

insert into person (id, email, name) values ('00000000-0000-7000-8000-000000000001', 'officer@bench.example', 'Officer');

insert into partnership (id, slug, name, area_name, local_policing_body, brand_colour,
                         nation, council, policing_body, fire_authority, pilots, duties_since)
select gen_random_uuid(), 'p' || n, 'Partnership ' || n, 'Area ' || n, 'Commissioner', '#1f4e5f',
       'england', 'unitary', 'commissioner', 'combined', '{}', '2026-04-01'
  from generate_series(1, 314) n;

insert into authority (partnership_id, id, kind, name, member_from)
select p.id, gen_random_uuid(), kind, initcap(kind) || ' of ' || p.name, '2009-04-01'
  from partnership p, unnest(array['council', 'police', 'fire', 'probation', 'health']) kind;

insert into measure (partnership_id, id, slug, authority_id)
select partnership_id, gen_random_uuid(), 'm-' || substr(kind, 1, 3) || '-' || n, id
  from authority, generate_series(1, 12) n;

insert into measure_definition (partnership_id, id, measure_id, version, in_force_from, name, unit, kind, direction,
                                sensitivity, rolling_twelve_months, counted_by, wording, source, recorded_at)
select partnership_id, gen_random_uuid(), id, 1, '2009-04-01', 'Measure ' || slug, 'offences', 'count', 'lower',
       'ordinary', false, 'quarter', 'Invented', 'Invented', now()
  from measure;

insert into reporting_quarter (partnership_id, first_day, due_on, statutory_due_on, opened_at, recorded_at)
select p.id, day::date, (day + interval '4 months')::date, (day + interval '6 months' - interval '1 day')::date, day, day
  from partnership p, generate_series('2009-04-01'::date, '2026-01-01', interval '3 months') day;

insert into reporting_quarter_history (partnership_id, first_day, due_on, statutory_due_on, opened_at, recorded_at)
select partnership_id, first_day, due_on, statutory_due_on, opened_at, recorded_at from reporting_quarter;

insert into return_form (partnership_id, id, name, recorded_at)
select id, gen_random_uuid(), 'Quarterly return', '2009-04-01' from partnership;

insert into return_form_version (partnership_id, id, form_id, number, applies_from, reason, recorded_at)
select partnership_id, gen_random_uuid(), id, 1, '2009-04-01', 'Invented', '2009-04-01' from return_form;

insert into return_form_line (partnership_id, version_id, measure_id, authority_id)
select v.partnership_id, v.id, m.id, m.authority_id
  from return_form_version v join measure m on m.partnership_id = v.partnership_id;

insert into quarterly_return (partnership_id, id, authority_id, form_id, form_version_id, quarter_first_day, revision,
                              state, version, made_at)
select q.partnership_id, gen_random_uuid(), a.id, v.form_id, v.id, q.first_day, 1,
       case when q.first_day = '2026-01-01' then 'draft' else 'approved' end, 3, q.opened_at
  from reporting_quarter q
  join authority a on a.partnership_id = q.partnership_id
  join return_form_version v on v.partnership_id = q.partnership_id;

insert into return_line (partnership_id, id, return_id, number, measure_id, definition_id, label, unit, wording, counted_by)
select r.partnership_id, gen_random_uuid(), r.id, 1, m.id, d.id, d.name, d.unit, d.wording, d.counted_by
  from quarterly_return r
  join measure m on m.partnership_id = r.partnership_id and m.authority_id = r.authority_id
  join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id;

insert into figure (partnership_id, id, line_id, reference_from, reference_until, kind, value, source, release,
                    entered_by, recorded_at)
select l.partnership_id, gen_random_uuid(), l.id, r.quarter_first_day, (r.quarter_first_day + interval '3 months')::date,
       'value', floor(random() * 500), 'Invented', 'Invented', '00000000-0000-7000-8000-000000000001',
       r.quarter_first_day + interval '4 months'
  from return_line l
  join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
 where r.state = 'approved';

insert into return_decision (partnership_id, id, return_id, leads_to_version, leads_to_state, decided_by, decided_at,
                             content_sha256)
select partnership_id, gen_random_uuid(), id, version_no, state_name, '00000000-0000-7000-8000-000000000001',
       quarter_first_day + interval '4 months', repeat('0', 64)
  from quarterly_return, (values (2, 'submitted'), (3, 'approved')) as d(version_no, state_name)
 where state = 'approved';

insert into plan (partnership_id, id, title) select id, gen_random_uuid(), 'Plan' from partnership;
insert into plan_version (partnership_id, id, plan_id, number, state, in_force_from, source, edits)
select partnership_id, gen_random_uuid(), id, 1, 'adopted', '2009-04-01', 'Invented', 0 from plan;

insert into target (partnership_id, id, measure_id, definition_id, plan_version_id, kind, wording, applies_from,
                    applies_until, at_most, course, baseline_restated, recorded_at, recorded_by)
select m.partnership_id, gen_random_uuid(), m.id, d.id, v.id, 'ceiling', 'At most 900', '2025-04-01', '2026-04-01', 900,
       'usual-shares', false, now(), '00000000-0000-7000-8000-000000000001'
  from measure m
  join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
  join plan_version v on v.partnership_id = m.partnership_id;

insert into chart_mark (partnership_id, id, measure_id, quarter_first_day, kind, words, recorded_by, recorded_at)
select partnership_id, gen_random_uuid(), id, '2024-01-01', 'series-break', 'New recording system',
       '00000000-0000-7000-8000-000000000001', now()
  from measure;

-- A real result of ours in every year; one measure in six is off track, and its chart is drawn on the board page.
insert into measure_result (partnership_id, id, measure_id, financial_year, definition_id, target_id, rule_set, inputs,
                            facts, target_status, sentence, computed_at)
select m.partnership_id, gen_random_uuid(), m.id, year, d.id, case when year = 2025 then t.id end, 'measure-facts-2',
       current_setting('bench.inputs')::jsonb, current_setting('bench.facts')::jsonb,
       case when year < 2025 then 'no-target' when row_number() over (partition by m.partnership_id, year) % 6 = 0
            then 'not-met' else 'met' end,
       'Invented.', make_date(year + 1, 5, 1)
  from measure m
  join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
  join target t on t.partnership_id = m.partnership_id and t.measure_id = m.id,
       generate_series(2009, 2025) year;

-- A hundred pieces of evidence in each partnership, all accepted, and two results resting on each.
insert into evidence (partnership_id, id, title, marking, recorded_by, recorded_at)
select p.id, gen_random_uuid(), 'Evidence ' || n, 'official', '00000000-0000-7000-8000-000000000001', now()
  from partnership p, generate_series(1, 100) n;
insert into evidence_obligation (partnership_id, id, evidence_id, reference, bearer, recorded_by, recorded_at)
select e.partnership_id, gen_random_uuid(), e.id,
       (array['FIS-5', 'FIS-12-4a', 'FIS-10-2', 'FIS-4-1'])[1 + row_number() over (partition by e.partnership_id) % 4],
       'strategy-group', e.recorded_by, now()
  from evidence e;
insert into evidence_version (partnership_id, id, evidence_id, number, kind, name, link, covers_from, covers_until, words,
                              recorded_by, recorded_at)
select partnership_id, gen_random_uuid(), id, 1, 'link', 'Minutes', 'https://www.example.org/minutes', '2026-04-01',
       '2027-04-01', 'Invented', recorded_by, now()
  from evidence;
insert into evidence_state (partnership_id, id, evidence_id, version_id, state, recorded_by, recorded_at, superseded_at)
select v.partnership_id, gen_random_uuid(), v.evidence_id, v.id, s.state, v.recorded_by, now(),
       case when s.state <> 'accepted' then now() end
  from evidence_version v, (values ('received'), ('in-review'), ('accepted')) as s(state);
insert into duty_assessment (partnership_id, id, occurrence, applies, result, words, about_from, about_until, law, wording,
                             recorded_by, recorded_at)
select p.id, gen_random_uuid(),
       (array['FIS-5', 'FIS-12-4a', 'FIS-10-2', 'FIS-4-1'])[1 + n % 4] || '/strategy-group/' || make_date(1900 + n, 4, 1),
       true, 'met', 'Invented', '2026-04-01', '2027-04-01', 'Law', 'Wording', '00000000-0000-7000-8000-000000000001', now()
  from partnership p, generate_series(1, 200) n;

set session_replication_role = 'origin';
analyze;
