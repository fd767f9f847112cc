import { may } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id, isId, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';

export type SheetState = 'draft' | 'submitted' | 'returned' | 'approved' | 'accepted';

/** What is said in a cell. Counts are text, exactly as stored; a quarter for which nothing is approved is null. */
export type SheetFigure =
  | {
      readonly kind: 'value';
      readonly value: string;
      /** Oldest first; null where the figure was not counted by month. */
      readonly months: readonly string[] | null;
      readonly provenance: SheetProvenance | null;
    }
  | { readonly kind: 'nil' }
  | { readonly kind: 'not-applicable' | 'suppressed'; readonly reason: string }
  | { readonly kind: 'not-available'; readonly reason: string; readonly expectedOn: CalendarDate | null };

/** Where a figure was taken from. */
export interface SheetProvenance {
  readonly source: string;
  readonly release: string | null;
  readonly extractedOn: CalendarDate | null;
  readonly finality: 'provisional' | 'final' | null;
  readonly standing: 'official' | 'management-information' | null;
  readonly extract: {
    readonly id: Id;
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
  } | null;
}

export interface SheetLine {
  readonly id: Id;
  readonly measureSlug: string;
  readonly label: string;
  readonly unit: string;
  readonly wording: string;
  readonly countedBy: 'quarter' | 'month';
  readonly figure: SheetFigure | null;
  readonly enteredBy: string | null;
  readonly enteredById: Id | null;
  /** What the checks found when it was sent that is right all the same; null for nothing, or before. */
  readonly found: readonly string[] | null;
  readonly rightBecause: string | null;
  readonly commentary: string | null;
  /** What was said about the measure in the quarter before. */
  readonly lastCommentary: string | null;
  /** What the return that this one corrects said; null for a first return. */
  readonly restated: SheetFigure | null;
  readonly lastQuarter: SheetFigure | null;
  readonly sameQuarterLastYear: SheetFigure | null;
  /** The annual target the line was asked under. */
  readonly target: {
    readonly wording: string;
    readonly atLeast: string | null;
    readonly atMost: string | null;
  } | null;
}

export interface SheetDecision {
  readonly leadsTo: SheetState;
  readonly by: string;
  readonly byId: Id;
  readonly at: Date;
  readonly comment: string | null;
  readonly contentSha256: string;
}

/** One return as its pages show it. */
export interface ReturnSheet {
  readonly id: Id;
  readonly authorityId: Id;
  readonly authority: string;
  /** The form that is answered, in the version that applies in the quarter. */
  readonly form: { readonly name: string; readonly version: number };
  readonly quarter: FinancialQuarter;
  readonly state: SheetState;
  readonly version: number;
  readonly revision: number;
  readonly restates: {
    readonly returnId: Id;
    readonly kind: 'error' | 'late-data' | 'method-change';
    readonly reason: string;
  } | null;
  /** The revision that corrects this one; null while there is none. */
  readonly restatedById: Id | null;
  readonly dueOn: CalendarDate;
  readonly statutoryDueOn: CalendarDate;
  readonly lastNewOn: CalendarDate | null;
  readonly lastEditOn: CalendarDate | null;
  readonly closedAt: Date | null;
  /** The quarter reopened for this authority, whether that has ended or not. */
  readonly reopening: { readonly reason: string; readonly expiresOn: CalendarDate } | null;
  /** On the return as a whole. */
  readonly commentary: string | null;
  readonly lines: readonly SheetLine[];
  /** Oldest first. */
  readonly decisions: readonly SheetDecision[];
}

@Injectable()
export class ReturnSheetQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The return with its lines: the draft while it is open, afterwards what was submitted.
   *
   * @param asAtEndOf shows what stood at the end of a day, where drafts are not kept and what was last submitted stands
   *   in their place; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    returnId: Id,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<ReturnSheet> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      const head = isId(returnId) ? await headOf(tx, partnershipId, returnId, asAt) : undefined;
      // Another authority's return does not exist for who may not see it, as another partnership's does not.
      if (!head || !may(actor, 'returns.view', { partnershipId, authorityId: head.authorityId }))
        throw notFound('return');
      const quarter = FinancialQuarter.containing(head.firstDay);
      return {
        ...head,
        quarter,
        lines: await linesOf(tx, partnershipId, returnId, quarter, asAt),
        decisions: await decisionsOf(tx, partnershipId, returnId, asAt),
      };
    });
  }
}

type Head = Omit<ReturnSheet, 'quarter' | 'lines' | 'decisions'> & { readonly firstDay: CalendarDate };

async function headOf(tx: Tx, partnershipId: Id, returnId: Id, asAt: AsAt): Promise<Head | undefined> {
  const [head] = await tx.query<Head>(
    `select r.id, r.authority_id as "authorityId", a.name as authority,
            jsonb_build_object('name', f.name, 'version', v.number) as form, ${asAt.stateOf('r')} as state, r.version,
            r.quarter_first_day::text as "firstDay", r.revision, q.due_on::text as "dueOn",
            q.statutory_due_on::text as "statutoryDueOn", q.last_new_on::text as "lastNewOn",
            q.last_edit_on::text as "lastEditOn", q.closed_at as "closedAt", newer.id as "restatedById",
            c.wording as commentary,
            case when r.restates_id is not null then jsonb_build_object('returnId', r.restates_id,
              'kind', r.restatement_kind, 'reason', r.restatement_reason) end as restates,
            case when o.id is not null
              then jsonb_build_object('reason', o.reason, 'expiresOn', o.expires_on) end as reopening
       from quarterly_return r
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       join return_form f on f.partnership_id = r.partnership_id and f.id = r.form_id
       join return_form_version v on v.partnership_id = r.partnership_id and v.id = r.form_version_id
       join ${asAt.quarters} q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
       left join return_commentary c on c.partnership_id = r.partnership_id and c.return_id = r.id
                                    and c.line_id is null and ${asAt.stands('c', 'written_at')}
       left join quarterly_return newer on newer.partnership_id = r.partnership_id and newer.restates_id = r.id
                                       and ${asAt.happened('newer.made_at')}
       left join quarter_reopening o on o.partnership_id = r.partnership_id and o.authority_id = r.authority_id
                                    and o.quarter_first_day = r.quarter_first_day
                                    and ${asAt.stands('o', 'reopened_at')}
      where r.partnership_id = $1 and r.id = $2 and ${asAt.happened('r.made_at')}`,
    [partnershipId, returnId],
  );
  return head;
}

const PROVENANCE = (alias: string) => `
  case when ${alias}.source is not null then jsonb_build_object(
    'source', ${alias}.source, 'release', ${alias}.release, 'extractedOn', ${alias}.extracted_on,
    'finality', ${alias}.finality, 'standing', ${alias}.standing,
    'extract', (select jsonb_build_object('id', x.id, 'name', x.name, 'size', x.size, 'sha256', x.sha256)
                  from source_extract x
                 where x.partnership_id = ${alias}.partnership_id and x.id = ${alias}.extract_id)) end`;

const ENTRY = (alias: string) => `
  case when ${alias}.kind is not null then jsonb_build_object(
    'kind', ${alias}.kind, 'value', ${alias}.value::text, 'months', ${alias}.months::text[],
    'reason', ${alias}.reason, 'expectedOn', ${alias}.expected_on, 'provenance', ${PROVENANCE(alias)}) end`;

/** The approved figure of the line's measure in the quarter that starts on a day given as a parameter. */
const APPROVED_IN = (firstDay: string, asAt: AsAt) => `
  (select ${ENTRY('pf')}
     from quarterly_return pr
     join return_line pl on pl.partnership_id = pr.partnership_id and pl.return_id = pr.id
     join figure pf on pf.partnership_id = pl.partnership_id and pf.line_id = pl.id and ${asAt.stands('pf')}
    where pr.partnership_id = l.partnership_id and pr.quarter_first_day = ${firstDay}
      and ${asAt.counts('pr')} and pl.measure_id = l.measure_id
    order by pr.revision desc limit 1)`;

function linesOf(
  tx: Tx,
  partnershipId: Id,
  returnId: Id,
  quarter: FinancialQuarter,
  asAt: AsAt,
): Promise<SheetLine[]> {
  const isOpen = `${asAt.stateOf('r')} in ('draft', 'returned')`;
  const showsDraft = asAt.keepsDrafts ? isOpen : 'false';
  return tx.query<SheetLine>(
    `select l.id, m.slug as "measureSlug", l.label, l.unit, l.wording, l.counted_by as "countedBy",
            case when ${showsDraft} then ${ENTRY('d')} else ${ENTRY('f')} end as figure,
            p.name as "enteredBy", p.id as "enteredById",
            case when ${isOpen} then null else f.found end as found,
            case when ${showsDraft} then d.right_because else f.right_because end as "rightBecause",
            c.wording as commentary,
            (select ${ENTRY('of')}
               from return_line ol
               join figure of on of.partnership_id = ol.partnership_id and of.line_id = ol.id
                             and ${asAt.stands('of')}
              where ol.partnership_id = r.partnership_id and ol.return_id = r.restates_id
                and ol.measure_id = l.measure_id) as restated,
            ${APPROVED_IN('$3', asAt)} as "lastQuarter",
            (select pc.wording
               from quarterly_return pr
               join return_line pl on pl.partnership_id = pr.partnership_id and pl.return_id = pr.id
               join return_commentary pc on pc.partnership_id = pl.partnership_id and pc.line_id = pl.id
                                        and ${asAt.stands('pc', 'written_at')}
              where pr.partnership_id = l.partnership_id and pr.quarter_first_day = $3
                and ${asAt.counts('pr')} and pl.measure_id = l.measure_id
              order by pr.revision desc limit 1) as "lastCommentary",
            ${APPROVED_IN('$4', asAt)} as "sameQuarterLastYear",
            case when t.id is not null
              then jsonb_build_object('wording', t.wording, 'atLeast', t.at_least::text, 'atMost', t.at_most::text) end as target
       from return_line l
       join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
       join measure m on m.partnership_id = l.partnership_id and m.id = l.measure_id
       left join target t on t.partnership_id = l.partnership_id and t.id = l.target_id
       left join return_draft_value d on d.partnership_id = l.partnership_id and d.line_id = l.id
       left join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and ${asAt.stands('f')}
       left join return_commentary c on c.partnership_id = l.partnership_id and c.return_id = l.return_id
                                    and c.line_id = l.id and ${asAt.stands('c', 'written_at')}
       left join person p on p.id = case when ${showsDraft} then d.entered_by else f.entered_by end
      where l.partnership_id = $1 and l.return_id = $2
      order by l.number`,
    [partnershipId, returnId, quarter.previous.firstDay, quarter.sameQuarterLastYear.firstDay],
  );
}

function decisionsOf(tx: Tx, partnershipId: Id, returnId: Id, asAt: AsAt): Promise<SheetDecision[]> {
  return tx.query<SheetDecision>(
    `select d.leads_to_state as "leadsTo", p.name as by, d.decided_by as "byId", d.decided_at as at, d.comment,
            d.content_sha256 as "contentSha256"
       from return_decision d
       join person p on p.id = d.decided_by
      where d.partnership_id = $1 and d.return_id = $2 and ${asAt.happened('d.decided_at')}
      order by d.leads_to_version`,
    [partnershipId, returnId],
  );
}
