import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from '../as-at.js';

/** A meeting of the board at which something was decided. */
export interface BoardMeeting {
  readonly on: CalendarDate;
  readonly meeting: string;
}

/** The last meeting before a day whose decisions are on record; null where there is none. */
export async function lastBoard(
  tx: Tx,
  partnershipId: Id,
  before: CalendarDate,
  asAt: AsAt,
): Promise<BoardMeeting | null> {
  const [meeting] = await tx.query<BoardMeeting>(
    `select d.decided_on::text as "on", d.meeting
       from board_decision d
      where d.partnership_id = $1 and d.decided_on < $2 and ${asAt.happened('d.recorded_at')}
      order by d.decided_on desc, d.recorded_at desc limit 1`,
    [partnershipId, before],
  );
  return meeting ?? null;
}
