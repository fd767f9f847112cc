import { planContent } from '@lib/reporting';
import { londonDateOf } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { BundleScope } from '../domain/audit-bundle.js';
import { csvOfRows, parametersOf, utc, WITHIN } from './csv-of-rows.js';
import type { Section } from './section.js';

const BELONGS = `
  (v.in_force_from is not null and ${WITHIN.overlaps('v.in_force_from', 'v.in_force_until')}
   or exists (select from plan_version_move moved
               where moved.partnership_id = v.partnership_id and moved.plan_version_id = v.id
                 and ${WITHIN.happened('moved.recorded_at')}))`;

const VERSION = { version: 'v.id', plan: 'p.title', number: 'v.number' };

/** The versions of plans: what each says, its steps, the decisions it rests on and the targets that were set under it. */
export const plans: Section = {
  name: 'Plan versions',
  folder: 'plans',
  holds: `Every version that was in force on a day of the period, or that took a step in it (begun, sent to consultation, adopted, revised, superseded, discarded).

- \`versions.csv\`: a row for each version, with the days on which it was in force.
- \`steps.csv\`: what each version became, when, who recorded that, and on which decision of the board.
- \`board-decisions.csv\`: decisions of the board that were made or recorded in the period, and those that these versions and targets rest on.
- \`targets.csv\`: the targets that were set under these versions, also those that were superseded.
- \`version-….json\`: everything that a version says: priorities, actions, measures, findings. Named after the first column of \`versions.csv\`.`,

  async *files(tx, scope) {
    yield { path: 'versions.csv', content: versionRows(tx, scope) };
    yield { path: 'steps.csv', content: stepRows(tx, scope) };
    yield { path: 'board-decisions.csv', content: decisionRows(tx, scope) };
    yield { path: 'targets.csv', content: targetRows(tx, scope) };
    const ids = await tx.query<{ id: string }>(
      `select v.id from plan_version v where v.partnership_id = $1 and ${BELONGS} order by v.id`,
      parametersOf(scope),
    );
    for (const { id } of ids) {
      const content = await planContent(tx, scope.partnership.id, id, londonDateOf(scope.at));
      yield { path: `version-${id}.json`, content: `${JSON.stringify(content, null, 2)}\n` };
    }
  },
};

function versionRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...VERSION,
      source: 'v.source',
      state: 'v.state',
      'in force from': 'v.in_force_from',
      'no longer from': 'v.in_force_until',
    },
    `from plan_version v
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
      where v.partnership_id = $1 and ${BELONGS}
      order by p.title, v.number`,
    parametersOf(scope),
  );
}

function stepRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...VERSION,
      became: 'x.state',
      'recorded at': utc('x.recorded_at'),
      'recorded by': 'one.name',
      'adopted on': 'x.adopted_on',
      'in force from': 'x.in_force_from',
      'no longer from': 'x.in_force_until',
      'nothing changed': 'x.nothing_changed',
      'board decision': 'x.decision_id',
      reason: 'x.reason',
    },
    `from plan_version_move x
       join plan_version v on v.partnership_id = x.partnership_id and v.id = x.plan_version_id
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
       join person one on one.id = x.recorded_by
      where x.partnership_id = $1 and ${BELONGS}
      order by p.title, v.number, x.number`,
    parametersOf(scope),
  );
}

function decisionRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      'board decision': 'x.id',
      'decided on': 'x.decided_on',
      meeting: 'x.meeting',
      wording: 'x.wording',
      'recorded by': 'one.name',
      'recorded at': utc('x.recorded_at'),
    },
    `from board_decision x
       join person one on one.id = x.recorded_by
      where x.partnership_id = $1
        and (x.decided_on between $2 and $3 or ${WITHIN.happened('x.recorded_at')}
             or exists (select from plan_version_move m
                          join plan_version v on v.partnership_id = m.partnership_id and v.id = m.plan_version_id
                         where m.partnership_id = x.partnership_id and m.decision_id = x.id and ${BELONGS})
             or exists (select from target t
                          join plan_version v on v.partnership_id = t.partnership_id and v.id = t.plan_version_id
                         where t.partnership_id = x.partnership_id and t.decision_id = x.id and ${BELONGS}))
      order by x.decided_on, x.recorded_at, x.id`,
    parametersOf(scope),
  );
}

function targetRows(tx: Tx, scope: BundleScope) {
  return csvOfRows(
    tx,
    {
      ...VERSION,
      measure: 'm.slug',
      target: 'x.wording',
      kind: 'x.kind',
      'applies from': 'x.applies_from',
      'no longer from': 'x.applies_until',
      'at least': 'x.at_least',
      'at most': 'x.at_most',
      baseline: 'x.baseline_value',
      'baseline source': 'x.baseline_source',
      reason: 'x.reason',
      'board decision': 'x.decision_id',
      'recorded by': 'one.name',
      'recorded at': utc('x.recorded_at'),
      'superseded at': utc('x.superseded_at'),
    },
    `from target x
       join plan_version v on v.partnership_id = x.partnership_id and v.id = x.plan_version_id
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
       join measure m on m.partnership_id = x.partnership_id and m.id = x.measure_id
       join person one on one.id = x.recorded_by
      where x.partnership_id = $1 and ${BELONGS}
      order by p.title, v.number, m.slug, x.applies_from, x.recorded_at, x.id`,
    parametersOf(scope),
  );
}
