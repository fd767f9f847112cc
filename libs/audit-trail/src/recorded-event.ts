import type { Id } from '@lib/kernel';
import type { AuditEvent } from './audit-event.js';
import { sentenceOf } from './event-sentences.js';

/** One thing before and after, as it read on screen; null where there was or is nothing. */
export interface RecordedChange {
  /** What of the thing was changed; null where the sentence says it. */
  readonly what: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Why an unusual figure is right; null where nobody said so. */
  readonly why: string | null;
}

/** An event as it is shown and exported. */
export interface RecordedEvent {
  readonly seq: number;
  readonly at: Date;
  /** The name as it was then. */
  readonly actor: string;
  readonly type: string;
  readonly subjectId: Id;
  /** What was done, to follow the name; it has the reason in it where there is one. */
  readonly sentence: string;
  readonly reason: string | null;
  readonly changes: readonly RecordedChange[];
  /** What the hash covers: canonical JSON. */
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** An event as its row has it. */
export interface StoredEvent {
  readonly seq: string;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly type: string;
  readonly subjectId: Id;
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Puts a stored event in words. One that somebody tampered with is shown too, as one that cannot be read. */
export function recordedEvent({ recordedAt, seq, ...stored }: StoredEvent): RecordedEvent {
  return { ...stored, seq: Number(seq), at: recordedAt, ...inWords(stored.content) };
}

function inWords(content: string): Pick<RecordedEvent, 'sentence' | 'reason' | 'changes'> {
  try {
    const event = JSON.parse(content) as AuditEvent;
    return { sentence: sentenceOf(event), reason: reasonOf(event), changes: changesOf(event) };
  } catch {
    return {
      sentence: 'did something that cannot be read: it is not as it was recorded',
      reason: null,
      changes: [],
    };
  }
}

function reasonOf({ data }: AuditEvent): string | null {
  if ('reason' in data) return data.reason ?? null;
  return 'comment' in data ? data.comment : null;
}

function changesOf({ type, data }: AuditEvent): RecordedChange[] {
  if ('changes' in data) {
    return data.changes.map((change) => ({
      what: 'measure' in change ? change.measure : change.what,
      before: change.before,
      after: change.after,
      why: ('rightBecause' in change && change.rightBecause) || null,
    }));
  }
  if (type === 'TargetSet' && data.before)
    return [{ what: null, before: data.before, after: data.wording, why: null }];
  if ('before' in data && 'after' in data && data.before !== data.after)
    return [{ what: null, before: data.before, after: data.after, why: null }];
  return [];
}
