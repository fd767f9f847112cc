import { type Actor, DomainError, type Id } from '@lib/kernel';
import type { Tx } from './tx.js';

/** A request that must be carried out once, however often it is sent. */
export interface Once {
  /** Made by the page that the request comes from. */
  readonly key: Id;
  /** The SHA-256 of what is asked: the same key with other content is refused. */
  readonly contentSha256: string;
}

/**
 * Carries work out the first time a key is sent, and otherwise answers as it did then. Of many at the same moment one
 * does the work; the others wait for it, since the key is unique.
 *
 * @throws DomainError `requests.key-reused` for a key of somebody else's or of another request
 */
export async function onceOnly<Result>(
  tx: Tx,
  actor: Actor,
  partnershipId: Id,
  { key, contentSha256 }: Once,
  work: () => Promise<Result>,
): Promise<Result> {
  const inserted = await tx.query(
    `insert into request_key (partnership_id, key, person_id, content_sha256) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [partnershipId, key, actor.personId, contentSha256],
  );
  if (inserted.length === 0) return answerOf<Result>(tx, actor, partnershipId, { key, contentSha256 });
  const result = await work();
  await tx.query('update request_key set answer = $3 where partnership_id = $1 and key = $2', [
    partnershipId,
    key,
    JSON.stringify(result ?? null),
  ]);
  return result;
}

async function answerOf<Result>(tx: Tx, actor: Actor, partnershipId: Id, { key, contentSha256 }: Once) {
  const [done] = await tx.query<{ personId: Id; contentSha256: string; answer: Result }>(
    `select person_id as "personId", content_sha256 as "contentSha256", answer from request_key
      where partnership_id = $1 and key = $2`,
    [partnershipId, key],
  );
  if (done?.personId !== actor.personId || done.contentSha256 !== contentSha256)
    throw new DomainError(
      'conflict',
      'requests.key-reused',
      'This page was sent before with something else in it. Load it again, and send what you want now.',
    );
  return done.answer;
}
