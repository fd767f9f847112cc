import type { Tx } from '@lib/persistence';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, parametersOf, utc } from './csv-of-rows.js';
import type { Section } from './section.js';

/** What the partnership records of itself that can prove duties. */
export const meetings: Section = {
  name: 'Meetings, nominees and published summaries',
  folder: 'meetings',
  holds: `- \`meetings.csv\`, \`attendance.csv\`: meetings that were held in the period, and who attended them for which authority.
- \`nominees.csv\`: whom each authority ever nominated to help information to be shared.
- \`published-summaries.csv\`: summaries of plan versions that were published in the period.

What was put right or taken back is in it, with the moment at which that was done.`,

  async *files(tx, scope) {
    yield { path: 'meetings.csv', content: meetingRows(tx, scope) };
    yield { path: 'attendance.csv', content: attendanceRows(tx, scope) };
    yield { path: 'nominees.csv', content: nomineeRows(tx, scope) };
    yield { path: 'published-summaries.csv', content: summaryRows(tx, scope) };
  },
};

const HELD_IN_PERIOD = 'm.held_on between $2::date and $3::date';

/** The partnership and the days of the period: a statement is given no parameter that it does not name. */
const daysOf = (scope: BundleScope) => parametersOf(scope).slice(0, 3);

function meetingRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      meeting: 'm.id',
      kind: 'm.kind',
      'held on': 'm.held_on',
      place: 'm.place',
      'what was discussed': 'm.discussed',
      'made public at': 'm.public_at',
      'puts right': 'm.supersedes_id',
      'what was wrong': 'm.reason',
      by: 'p.name',
      'recorded at': utc('m.recorded_at'),
      'put right or taken back at': utc('m.superseded_at'),
    },
    `from meeting m
       join person p on p.id = m.recorded_by
      where m.partnership_id = $1 and ${HELD_IN_PERIOD} order by m.held_on, m.recorded_at, m.id`,
    daysOf(scope),
  );
}

function attendanceRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      meeting: 'm.id',
      authority: 'a.name',
      name: 'x.name',
      post: 'x.post',
      'in a senior position': "case when x.is_senior then 'yes' else 'no' end",
    },
    `from meeting_attendee x
       join meeting m on m.partnership_id = x.partnership_id and m.id = x.meeting_id
       join authority a on a.partnership_id = x.partnership_id and a.id = x.authority_id
      where x.partnership_id = $1 and ${HELD_IN_PERIOD} order by m.held_on, m.id, x.number`,
    daysOf(scope),
  );
}

function nomineeRows(tx: Tx, { partnership }: BundleScope) {
  return csvOfRows(
    tx,
    {
      authority: 'a.name',
      from: 'n.from_on',
      name: "coalesce(n.name, 'nobody')",
      post: 'n.post',
      by: 'p.name',
      'recorded at': utc('n.recorded_at'),
      'taken back at': utc('n.superseded_at'),
    },
    `from nominee n
       join authority a on a.partnership_id = n.partnership_id and a.id = n.authority_id
       join person p on p.id = n.recorded_by
      where n.partnership_id = $1 order by a.name, n.from_on, n.recorded_at, n.id`,
    [partnership.id],
  );
}

function summaryRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      'plan version': 's.plan_version_id',
      'published on': 's.published_on',
      'published at': 's.public_at',
      forms: 's.forms',
      by: 'p.name',
      'recorded at': utc('s.recorded_at'),
      'taken back at': utc('s.superseded_at'),
    },
    `from published_summary s
       join person p on p.id = s.recorded_by
      where s.partnership_id = $1 and s.published_on between $2::date and $3::date
      order by s.published_on, s.id`,
    daysOf(scope),
  );
}
