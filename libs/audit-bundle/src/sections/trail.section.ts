import { recordedEvent, type RecordedEvent, type StoredEvent, trailFromTheStart } from '@lib/audit-trail';
import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { writeCsv } from '@lib/spreadsheets';
import type { Section } from './section.js';

/** The whole trail: a chain can be checked from its first event on only. */
export const trail: Section = {
  name: 'The audit trail',
  folder: 'trail',
  holds: `Everything that was recorded until the bundle was made, also before and after the period: the chain of events can be checked from its start only.

- \`events.csv\`: to read. What was done, by whom, when, with reasons and changes.
- \`events.jsonl\`: to check. A line for each event, in order: the text that its hash covers.
- \`hashes.txt\`: the hash of each event, in the same order.`,

  async *files(tx, { partnership: { id } }) {
    yield { path: 'events.csv', content: readable(tx, id) };
    yield { path: 'events.jsonl', content: contents(tx, id) };
    yield { path: 'hashes.txt', content: hashes(tx, id) };
  },
};

async function* contents(tx: Tx, partnershipId: Id): AsyncGenerator<string> {
  for await (const events of trailFromTheStart(tx, partnershipId))
    yield events.map(({ content }) => `${content}\n`).join('');
}

async function* hashes(tx: Tx, partnershipId: Id): AsyncGenerator<string> {
  for await (const events of trailFromTheStart(tx, partnershipId))
    yield events.map(({ hash }) => `${hash}\n`).join('');
}

async function* readable(tx: Tx, partnershipId: Id): AsyncGenerator<string> {
  yield writeCsv([['number', 'at', 'who', 'kind', 'about', 'what', 'changes', 'reason', 'hash']]);
  for await (const events of trailFromTheStart(tx, partnershipId)) yield writeCsv(events.map(readableRow));
}

function readableRow(stored: StoredEvent): (string | null)[] {
  const event = recordedEvent(stored);
  const [changes, reason] = [changesOf(event), event.reason];
  return [stored.seq, ...headOf(stored.content), event.sentence, changes, reason, stored.hash];
}

/** When, who, kind and record: as the content says that the hash covers, not as the columns beside it do. */
function headOf(content: string): (string | null)[] {
  try {
    const { at, actor, type, subject } = JSON.parse(content) as Record<'at' | 'type' | 'subject', string> & {
      actor: { name: string };
    };
    return [at, actor.name, type, subject];
  } catch {
    return [null, null, null, null]; // somebody tampered with it: the sentence says so
  }
}

function changesOf({ changes }: RecordedEvent): string | null {
  if (changes.length === 0) return null;
  return changes
    .map(({ what, before, after, why }) =>
      [what && `${what}:`, `from ${before ?? 'blank'} to ${after ?? 'blank'}`, why && `(${why})`]
        .filter(Boolean)
        .join(' '),
    )
    .join('; ');
}
