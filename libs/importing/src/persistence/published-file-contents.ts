import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';

/** All that was read of a file that is not applied. */
@Injectable()
export class PublishedFileContents {
  async remove(tx: Tx, fileId: Id): Promise<void> {
    // Of millions of figures, on a machine that has other work; otherwise they would be in the way for ever.
    await tx.query('set local statement_timeout = 0');
    await this.removeFigures(tx, fileId);
    for (const table of ['published_file_question', 'published_file_part'])
      await tx.query(`delete from ${table} where file_id = $1`, [fileId]);
  }

  /** Before it is read again; what was asked and answered stays, and so does the file. */
  async removeFigures(tx: Tx, fileId: Id): Promise<void> {
    for (const table of [
      ...['published_line', 'published_shape'],
      ...['published_series', 'published_area', 'published_area_link'],
    ])
      await tx.query(`delete from ${table} where file_id = $1`, [fileId]);
  }

  /** Files at the command line that are on their way, or were, when their process ended. */
  async begun(tx: Tx): Promise<Id[]> {
    const rows = await tx.query<{ id: Id }>(
      `select id from published_file where loaded_for is null and state in ('reading', 'waiting', 'asking', 'read')
        order by received_at, id`,
    );
    return rows.map(({ id }) => id);
  }
}
