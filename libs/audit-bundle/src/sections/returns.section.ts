import type { Tx } from '@lib/persistence';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, parametersOf, utc, WITHIN } from './csv-of-rows.js';
import type { Section } from './section.js';

/** With one revision come all: what was corrected, and by what. */
const BELONGS = `
  exists (
    select from quarterly_return same
     where same.partnership_id = r.partnership_id and same.authority_id = r.authority_id
       and same.form_id = r.form_id and same.quarter_first_day = r.quarter_first_day
       and (${WITHIN.overlaps('same.quarter_first_day', "(same.quarter_first_day + interval '3 months')::date")}
            or exists (select from return_decision d
                        where d.partnership_id = same.partnership_id and d.return_id = same.id
                          and ${WITHIN.happened('d.decided_at')})))`;

const ORDER = 'r.quarter_first_day, a.name, f.name, r.revision';

const RETURN_AND_AUTHORITY = `
  join quarterly_return r on r.partnership_id = x.partnership_id and r.id = x.return_id
  join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
  join return_form f on f.partnership_id = r.partnership_id and f.id = r.form_id`;

/** What each file starts with, so that it can be read by itself. */
const WHOSE = {
  return: 'r.id',
  authority: 'a.name',
  'quarter from': 'r.quarter_first_day',
  revision: 'r.revision',
};

/** Returns with every revision, what they said, and every decision on them. */
export const returns: Section = {
  name: 'Returns, approvals and decisions',
  folder: 'returns',
  holds: `Every return of a quarter that has a day in the period, and every return on which somebody decided in it; with one revision of a return, all of its revisions.

- \`returns.csv\`: a row for each revision, with its state and the dates it was due.
- \`figures.csv\`: a row for each figure that was ever sent, also those that were superseded, with where it was taken from.
- \`decisions.csv\`: sent, sent back, approved, accepted: by whom, when, and on which content (its SHA-256).
- \`commentary.csv\`: what was written beside figures, also what was superseded.`,

  async *files(tx, scope) {
    yield { path: 'returns.csv', content: returnRows(tx, scope) };
    yield { path: 'figures.csv', content: figureRows(tx, scope) };
    yield { path: 'decisions.csv', content: decisionRows(tx, scope) };
    yield { path: 'commentary.csv', content: commentaryRows(tx, scope) };
  },
};

function returnRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...WHOSE,
      form: 'f.name',
      'form version': 'v.number',
      state: 'r.state',
      'corrects return': 'r.restates_id',
      'kind of correction': 'r.restatement_kind',
      'reason for correction': 'r.restatement_reason',
      'due on': 'q.due_on',
      'due by law on': 'q.statutory_due_on',
      'first sent at': `(select ${utc('min(d.decided_at)')} from return_decision d
        where d.partnership_id = r.partnership_id and d.return_id = r.id and d.leads_to_state = 'submitted')`,
    },
    `from quarterly_return r
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       join return_form f on f.partnership_id = r.partnership_id and f.id = r.form_id
       join return_form_version v on v.partnership_id = r.partnership_id and v.id = r.form_version_id
       join reporting_quarter q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
      where r.partnership_id = $1 and ${BELONGS}
      order by ${ORDER}`,
    parametersOf(scope),
  );
}

function figureRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...WHOSE,
      measure: 'm.slug',
      label: 'x.label',
      'what was asked': 'x.wording',
      unit: 'x.unit',
      kind: 'n.kind',
      value: 'n.value',
      months: "array_to_string(n.months, ' ')",
      reason: 'n.reason',
      'expected on': 'n.expected_on',
      source: 'n.source',
      release: 'n.release',
      'extracted on': 'n.extracted_on',
      finality: 'n.finality',
      standing: 'n.standing',
      'extract SHA-256': 'e.sha256',
      'found by checks': "array_to_string(n.found, '; ')",
      'right because': 'n.right_because',
      'entered by': 'p.name',
      'recorded at': utc('n.recorded_at'),
      'superseded at': utc('n.superseded_at'),
    },
    `from return_line x
       ${RETURN_AND_AUTHORITY}
       join measure m on m.partnership_id = x.partnership_id and m.id = x.measure_id
       join figure n on n.partnership_id = x.partnership_id and n.line_id = x.id
       join person p on p.id = n.entered_by
       left join source_extract e on e.partnership_id = n.partnership_id and e.id = n.extract_id
      where x.partnership_id = $1 and ${BELONGS}
      order by ${ORDER}, x.number, n.recorded_at, n.id`,
    parametersOf(scope),
  );
}

function decisionRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...WHOSE,
      'led to': 'x.leads_to_state',
      by: 'p.name',
      at: utc('x.decided_at'),
      comment: 'x.comment',
      'content SHA-256': 'x.content_sha256',
    },
    `from return_decision x
       ${RETURN_AND_AUTHORITY}
       join person p on p.id = x.decided_by
      where x.partnership_id = $1 and ${BELONGS}
      order by ${ORDER}, x.leads_to_version`,
    parametersOf(scope),
  );
}

function commentaryRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...WHOSE,
      on: "coalesce(l.label, 'The return as a whole')",
      wording: 'x.wording',
      by: 'p.name',
      'written at': utc('x.written_at'),
      'superseded at': utc('x.superseded_at'),
    },
    `from return_commentary x
       ${RETURN_AND_AUTHORITY}
       left join return_line l on l.partnership_id = x.partnership_id and l.id = x.line_id
       join person p on p.id = x.written_by
      where x.partnership_id = $1 and ${BELONGS}
      order by ${ORDER}, l.number nulls first, x.written_at, x.id`,
    parametersOf(scope),
  );
}
