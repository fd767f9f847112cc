import type { RecordedEvent } from '@lib/audit-trail';
import { writeCsv } from '@lib/spreadsheets';

const HEADER = [
  'number',
  'at',
  'who',
  'what',
  'changed',
  'before',
  'after',
  'why',
  'reason',
  'type',
  'subject',
  'hash',
];

/** Events as CSV, piece by piece: a row for each change, or one for an event without any. Times are UTC. */
export async function* trailCsv(events: AsyncIterable<RecordedEvent>): AsyncGenerator<string> {
  yield writeCsv([HEADER]);
  for await (const event of events) {
    const changes = event.changes.length > 0 ? event.changes : [NO_CHANGE];
    yield writeCsv(
      changes.map(({ what, before, after, why }) => [
        ...[String(event.seq), event.at.toISOString(), event.actor, event.sentence],
        ...[what, before, after, why, event.reason, event.type, event.subjectId, event.hash],
      ]),
    );
  }
}

/**
 * Events as a JSON list, piece by piece. `event` is the canonical JSON that the hash was taken of, byte for byte.
 */
export async function* trailJson(events: AsyncIterable<RecordedEvent>): AsyncGenerator<string> {
  let before = '[';
  for await (const { seq, previousHash, hash, actor, sentence, content } of events) {
    const said = JSON.stringify(`${actor} ${sentence}`);
    yield `${before}\n{"seq":${seq},"previousHash":"${previousHash}","hash":"${hash}","says":${said},"event":${content}}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

const NO_CHANGE = { what: null, before: null, after: null, why: null };
