import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { may } from '@lib/access';
import { AuditTrail, type CheckpointTakenApart, keyIdOf, type TrustedCheckpoints } from '@lib/audit-trail';
import { LoadActor } from '@lib/identity';
import { type Actor, addDays, Clock, type Id, startOfDay } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import {
  type BundleScope,
  type ClaimedBundle,
  KEPT_DAYS,
  type MadeBundle,
  MOST_ATTEMPTS,
  SILENT_AFTER_MS,
} from '../domain/audit-bundle.js';
import type { BundleFile } from '../domain/bundle-file.js';
import { Manifest, MANIFEST, PUBLIC_KEY, SIGNATURE } from '../domain/manifest.js';
import { readme } from '../domain/readme.js';
import { AuditBundleRepository } from '../persistence/audit-bundle.repository.js';
import { SECTIONS } from '../sections/sections.js';
import { inParts, zipOf } from '../zip.js';

const PART_BYTES = 1_048_576;

/** What a bundle is signed with, and the checkpoints that are copied into it. */
export interface BundleKeys {
  /** The Ed25519 key that signs manifests; null where none is set. */
  readonly signingKey: KeyObject | null;
  /** Null where none are kept. */
  readonly checkpoints: TrustedCheckpoints | null;
}

/** Another worker has taken the bundle up: whatever this one still makes of it is thrown away. */
class TakenUpByAnother extends Error {}

/** Makes the audit bundles that were asked for: the step of a worker. */
@Injectable()
export class MakeBundle {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bundles: AuditBundleRepository,
    private readonly loadActor: LoadActor,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the bundle that has waited longest, and removes files that are old.
   *
   * @param stop stops half-way; the bundle waits again then
   * @returns false when there is none to make
   * @throws what went wrong; the bundle waits again, or has failed after too many attempts
   */
  async execute(
    partnership: BundleScope['partnership'],
    keys: BundleKeys,
    stop?: AbortSignal,
  ): Promise<boolean> {
    const claimed = await this.claim(partnership.id);
    if (!claimed) return false;
    const actor = await this.loadActor.execute(claimed.requestedBy);
    if (!actor || !may(actor, 'audit-bundles.make', { partnershipId: partnership.id })) {
      await this.fail(partnership.id, claimed, 'Whoever asked for it may not make audit bundles any more.');
      return true;
    }
    if (claimed.attempt > MOST_ATTEMPTS) {
      await this.fail(partnership.id, claimed, `It was begun ${MOST_ATTEMPTS} times and never finished.`);
      return true;
    }
    try {
      const made = await this.make(actor, { partnership, claimed, keys, stop });
      await this.finish(actor, partnership.id, claimed, made);
    } catch (error) {
      if (error instanceof TakenUpByAnother) return true;
      await this.giveBack(partnership.id, claimed);
      if (!stop?.aborted) throw error;
    }
    return true;
  }

  private claim(partnershipId: Id): Promise<ClaimedBundle | null> {
    return this.work.run(worker(partnershipId), partnershipId, async (tx) => {
      await this.bundles.removeFiles(tx, partnershipId, startOfDay(addDays(this.clock.today(), -KEPT_DAYS)));
      const now = this.clock.now();
      return this.bundles.claim(tx, partnershipId, now, new Date(now.getTime() - SILENT_AFTER_MS));
    });
  }

  /** Reads everything as of one moment, and stores the archive as it comes. */
  private async make(actor: Actor, { partnership, claimed, keys, stop }: Making): Promise<MadeBundle> {
    // Before the trail is read: what it covers is in the snapshot for certain.
    const checkpoint =
      (await keys.checkpoints?.folder.newestTakenApart(partnership, keys.checkpoints.keys)) ?? null;
    const hash = createHash('sha256');
    let size = 0;
    const lastEvent = await this.work.read(actor, partnership.id, async (tx) => {
      const newest = await newestEvent(tx, partnership.id);
      const scope = { partnership, period: claimed.period, at: this.clock.now() };
      const files = this.files(tx, { scope, actor, claimed, keys, stop, checkpoint, newest });
      let number = 0;
      for await (const part of inParts(zipOf(files, scope.at), PART_BYTES)) {
        stop?.throwIfAborted();
        hash.update(part);
        size += part.length;
        number += 1;
        await this.alive(partnership.id, claimed, {}, (other) =>
          this.bundles.addPart(other, partnership.id, claimed, number, part),
        );
      }
      return newest.seq;
    });
    return {
      ...{ lastEvent, size, sha256: hash.digest('hex') },
      checkpointSeq: checkpoint?.checkpoint.seq ?? null,
      keyId: keys.signingKey && keyIdOf(keys.signingKey),
    };
  }

  private async *files(tx: Tx, given: Given): AsyncGenerator<BundleFile> {
    const { scope, actor, claimed, keys, stop, checkpoint, newest } = given;
    const { signingKey } = keys;
    const manifest = new Manifest();
    const facts = {
      ...scope,
      requestedBy: actor.name,
      sections: SECTIONS,
      lastEvent: newest,
      keyId: signingKey && keyIdOf(signingKey),
      checkpoint: checkpoint && checkpoint.checkpoint,
    };
    yield manifest.listed({ path: 'README.md', content: readme(facts) });
    for (const [index, section] of SECTIONS.entries()) {
      stop?.throwIfAborted();
      for await (const file of section.files(tx, scope))
        yield manifest.listed({ ...file, path: `${section.folder}/${file.path}` });
      await this.alive(scope.partnership.id, claimed, { sectionsDone: index + 1 });
    }
    if (checkpoint) for (const file of checkpointFiles(checkpoint)) yield manifest.listed(file);
    if (signingKey) yield manifest.listed({ path: PUBLIC_KEY, content: pemOf(createPublicKey(signingKey)) });
    yield { path: MANIFEST, content: manifest.text };
    if (signingKey)
      yield { path: SIGNATURE, content: sign(null, Buffer.from(manifest.text, 'utf8'), signingKey) };
  }

  /** Says that this worker lives and how far it has come, and does something in the same transaction. */
  private async alive(
    partnershipId: Id,
    claimed: ClaimedBundle,
    change: { sectionsDone?: number },
    also?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.work.run(worker(partnershipId), partnershipId, async (tx) => {
      const heartbeatAt = this.clock.now();
      if (!(await this.bundles.advance(tx, partnershipId, claimed, { heartbeatAt, ...change })))
        throw new TakenUpByAnother();
      await also?.(tx);
    });
  }

  private async finish(
    actor: Actor,
    partnershipId: Id,
    claimed: ClaimedBundle,
    made: MadeBundle,
  ): Promise<void> {
    const { size, ...rest } = made;
    await this.work.run(actor, partnershipId, async (tx) => {
      const change = { ...rest, size: String(size), state: 'ready', endedAt: this.clock.now() };
      if (!(await this.bundles.advance(tx, partnershipId, claimed, change))) throw new TakenUpByAnother();
      const { from, until } = claimed.period;
      const { lastEvent, sha256, keyId } = made;
      await this.trail.record(tx, actor, partnershipId, {
        type: 'AuditBundleMade',
        subjectId: claimed.id,
        data: { from, until, lastEvent, size: String(size), sha256, keyId },
      });
    });
  }

  private async fail(partnershipId: Id, claimed: ClaimedBundle, failure: string): Promise<void> {
    const actor = worker(partnershipId);
    await this.work.run(actor, partnershipId, async (tx) => {
      const change = { state: 'failed', failure, endedAt: this.clock.now() };
      if (!(await this.bundles.advance(tx, partnershipId, claimed, change))) return;
      const { from, until } = claimed.period;
      await this.trail.record(tx, actor, partnershipId, {
        type: 'AuditBundleFailed',
        subjectId: claimed.id,
        data: { from, until, why: failure },
      });
    });
  }

  private async giveBack(partnershipId: Id, claimed: ClaimedBundle): Promise<void> {
    await this.work.run(worker(partnershipId), partnershipId, (tx) =>
      this.bundles.advance(tx, partnershipId, claimed, { state: 'waiting' }),
    );
  }
}

interface Making {
  readonly partnership: BundleScope['partnership'];
  readonly claimed: ClaimedBundle;
  readonly keys: BundleKeys;
  readonly stop: AbortSignal | undefined;
}

interface Given extends Omit<Making, 'partnership'> {
  readonly scope: BundleScope;
  /** Who asked. */
  readonly actor: Actor;
  readonly checkpoint: CheckpointTakenApart | null;
  readonly newest: { readonly seq: string; readonly hash: string };
}

/** Whoever does what nobody in particular does: it holds no right. */
function worker(partnershipId: Id): Actor {
  return { personId: partnershipId, name: 'Community safety tracker', grants: [] };
}

async function newestEvent(tx: Tx, partnershipId: Id): Promise<Given['newest']> {
  const [newest] = await tx.query<Given['newest']>(
    'select seq, hash from audit_event where partnership_id = $1 order by seq desc limit 1',
    [partnershipId],
  );
  return newest!;
}

function checkpointFiles({ signed, signature, publicKey }: CheckpointTakenApart): BundleFile[] {
  return [
    { path: 'checkpoint/checkpoint.json', content: signed },
    { path: 'checkpoint/checkpoint.sig', content: signature },
    { path: 'checkpoint/key.pem', content: pemOf(publicKey) },
  ];
}

function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }) as string;
}
