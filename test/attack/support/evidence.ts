import type { Client } from 'pg';

/** What the tables say about a return, past row-level security, each asked on its own. */
export interface RecordedReturn {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly lines: readonly string[];
  readonly figures: number;
  /** How often a decision led to each state, such as "submitted". */
  readonly decisions: Readonly<Record<string, number>>;
  readonly events: Readonly<Record<string, number>>;
  /** How often commentaries were written. */
  readonly commentaries: number;
  /** What the draft says now, by measure. */
  readonly draft: Readonly<Record<string, string>>;
  /** What it should say when every event of saving is followed. */
  readonly draftByEvents: Readonly<Record<string, string>>;
}

const EVENT_OF_DECISION = { submitted: 'ReturnSubmitted', approved: 'ReturnApproved' } as const;

/** Every return of the partnership that somebody said something on, or could, in the order of their quarters. */
export async function recordedReturns(admin: Client): Promise<RecordedReturn[]> {
  const { rows } = await admin.query<
    Omit<RecordedReturn, 'draftByEvents'> & { saved: { changes: Change[] }[] }
  >(`
    select r.id, r.state, r.version,
      (select array_agg(l.id order by l.number) from return_line l where l.return_id = r.id) as lines,
      (select count(*)::int from figure f join return_line l on l.id = f.line_id where l.return_id = r.id) as figures,
      (select count(distinct c.written_at)::int from return_commentary c where c.return_id = r.id) as commentaries,
      (select coalesce(json_object_agg(s, n), '{}') from
        (select leads_to_state as s, count(*)::int as n from return_decision d where d.return_id = r.id group by 1) x
      ) as decisions,
      (select coalesce(json_object_agg(t, n), '{}') from
        (select type as t, count(*)::int as n from audit_event e where e.subject_id = r.id group by 1) x
      ) as events,
      (select coalesce(json_object_agg(l.label, coalesce(v.value::text, 'not available: ' || v.reason)), '{}')
         from return_draft_value v join return_line l on l.id = v.line_id where l.return_id = r.id) as draft,
      (select coalesce(json_agg((e.content::json)->'data' order by e.seq), '[]')
         from audit_event e where e.subject_id = r.id and e.type = 'FiguresSaved') as saved
    from quarterly_return r order by r.quarter_first_day, r.id`);
  return rows.map(({ saved, ...row }) => ({ ...row, draftByEvents: replayed(saved) }));
}

interface Change {
  readonly measure: string;
  readonly after: string | null;
}

function replayed(saved: readonly { changes: readonly Change[] }[]): Record<string, string> {
  const draft: Record<string, string> = {};
  for (const { measure, after } of saved.flatMap(({ changes }) => changes)) {
    if (after === null) delete draft[measure];
    else draft[measure] = after.replaceAll(/(\d),(\d)/g, '$1$2');
  }
  return draft;
}

/** Every save and every submission is there with all that belongs to it, or not at all. */
export function expectWholeOrNothing(returns: readonly RecordedReturn[]): void {
  for (const one of returns) {
    const { id, state, version, lines, figures, decisions, events, commentaries } = one;
    const isSent = state !== 'draft';
    const decided = Object.values(decisions).reduce((sum, count) => sum + count, 0);
    const saves = (events['FiguresSaved'] ?? 0) + (events['FigureSourcesStated'] ?? 0) + commentaries;
    expect({ id, state, figures, submissions: decisions['submitted'] ?? 0 }).toEqual({
      ...{ id, state },
      figures: isSent ? lines.length : 0,
      submissions: isSent ? 1 : 0,
    });
    for (const [decision, event] of Object.entries(EVENT_OF_DECISION))
      expect({ id, event, count: events[event] }).toEqual({ id, event, count: decisions[decision] });
    expect({ id, version }).toEqual({ id, version: 1 + saves + decided });
    expect({ id, draft: one.draft }).toEqual({ id, draft: one.draftByEvents });
  }
}
