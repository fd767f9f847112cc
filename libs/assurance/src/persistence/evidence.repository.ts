import { type CalendarDate, type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { BearerKey } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Days } from '../domain/duty-assessment.js';
import type { EvidenceContent, EvidenceItem, SuppliedVersion } from '../domain/evidence.js';
import type { EvidenceState } from '../domain/evidence-transitions.js';
import { EvidenceObligationRow } from './evidence-obligation.row.js';
import { EvidenceFileRow } from './evidence-file.row.js';
import { EvidenceScanRow } from './evidence-scan.row.js';
import { EvidenceStateRow } from './evidence-state.row.js';
import { EvidenceVersionRow } from './evidence-version.row.js';
import { EvidenceRow } from './evidence.row.js';
import type { Recorded } from './recorded.js';

/** A duty as it falls on one bearer: what evidence is evidence of. */
export interface ObligationKey {
  readonly reference: string;
  readonly bearer: BearerKey;
}

/** What a scanner said of a file. */
export interface Scan {
  readonly verdict: 'clean' | 'infected' | 'not-scanned';
  /** What was found, or why it was not scanned; null of what is clean. */
  readonly detail: string | null;
}

export interface CurrentVersion {
  readonly id: Id;
  readonly evidenceId: Id;
  readonly number: number;
  readonly kind: 'file' | 'link' | 'record';
  readonly name: string;
  readonly sha256: string | null;
  readonly suppliedBy: Id;
  readonly state: EvidenceState;
  readonly scan: Scan['verdict'] | null;
}

/** Evidence, its versions and where the review of each stands. */
@Injectable()
export class EvidenceRepository {
  async add(
    tx: Tx,
    partnershipId: Id,
    item: EvidenceItem & {
      readonly id: Id;
      readonly askedFor: string | null;
      readonly dueOn: CalendarDate | null;
    },
    { by, at }: Recorded,
  ): Promise<void> {
    await tx.rows(EvidenceRow).insert({ partnershipId, ...item, recordedBy: by, recordedAt: at });
  }

  /** Kept to one at a time, so that its versions are numbered one after the other; null where there is none by this id. */
  async hold(tx: Tx, partnershipId: Id, id: Id): Promise<EvidenceRow | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [partnershipId, id]);
    return tx.rows(EvidenceRow).findOneBy({ partnershipId, id });
  }

  /** To be read only; null where there is none by this id. */
  item(tx: Tx, partnershipId: Id, id: Id): Promise<EvidenceRow | null> {
    return tx.rows(EvidenceRow).findOneBy({ partnershipId, id });
  }

  async link(
    tx: Tx,
    partnershipId: Id,
    evidenceId: Id,
    obligations: readonly ObligationKey[],
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = obligations.map(({ reference, bearer }) => ({
      ...{ partnershipId, id: newId(), evidenceId, reference, bearer },
      ...{ recordedBy: by, recordedAt: at },
    }));
    if (rows.length > 0) await tx.rows(EvidenceObligationRow).insert(rows);
  }

  async unlink(
    tx: Tx,
    partnershipId: Id,
    evidenceId: Id,
    { reference, bearer }: ObligationKey,
    at: Date,
  ): Promise<void> {
    const current = { partnershipId, evidenceId, reference, bearer, supersededAt: IsNull() };
    await tx.rows(EvidenceObligationRow).update(current, { supersededAt: at });
  }

  async obligationsOf(tx: Tx, partnershipId: Id, evidenceId: Id): Promise<ObligationKey[]> {
    const rows = await tx
      .rows(EvidenceObligationRow)
      .findBy({ partnershipId, evidenceId, supersededAt: IsNull() });
    return rows.map(({ reference, bearer }) => ({ reference, bearer: bearer as BearerKey }));
  }

  /** @returns the id and the number of the new version */
  async addVersion(
    tx: Tx,
    partnershipId: Id,
    evidenceId: Id,
    { content, words, coversFrom, coversUntil, expiresOn }: SuppliedVersion,
    { by, at }: Recorded,
  ): Promise<{ id: Id; number: number }> {
    const id = newId();
    const number = (await tx.rows(EvidenceVersionRow).countBy({ partnershipId, evidenceId })) + 1;
    await tx.rows(EvidenceVersionRow).insert({
      ...{ partnershipId, id, evidenceId, number, words, coversFrom, coversUntil, expiresOn },
      ...columnsOf(content),
      ...{ recordedBy: by, recordedAt: at },
    });
    if (content.kind === 'file')
      await tx
        .rows(EvidenceFileRow)
        .insert({ partnershipId, versionId: id, sha256: content.sha256, bytes: content.bytes });
    return { id, number };
  }

  async addScan(tx: Tx, partnershipId: Id, versionId: Id, scan: Scan, at: Date): Promise<void> {
    await tx.rows(EvidenceScanRow).insert({ partnershipId, id: newId(), versionId, ...scan, recordedAt: at });
  }

  /** Says where the review of a version stands, or a request (versionId null); what stood before is kept. */
  async setState(
    tx: Tx,
    partnershipId: Id,
    {
      evidenceId,
      versionId,
      state,
      reason,
    }: {
      readonly evidenceId: Id;
      readonly versionId: Id | null;
      readonly state: EvidenceState;
      readonly reason: string | null;
    },
    { by, at }: Recorded,
  ): Promise<void> {
    await this.endState(tx, partnershipId, evidenceId, versionId, at);
    await tx.rows(EvidenceStateRow).insert({
      ...{ partnershipId, id: newId(), evidenceId, versionId, state, reason },
      ...{ recordedBy: by, recordedAt: at },
    });
  }

  /** A request that was answered stands no more. */
  async endState(tx: Tx, partnershipId: Id, evidenceId: Id, versionId: Id | null, at: Date): Promise<void> {
    await tx
      .rows(EvidenceStateRow)
      .update(
        { partnershipId, evidenceId, versionId: versionId ?? IsNull(), supersededAt: IsNull() },
        { supersededAt: at },
      );
  }

  /** Whether a request stands that nobody has answered. */
  isRequested(tx: Tx, partnershipId: Id, evidenceId: Id): Promise<boolean> {
    return tx
      .rows(EvidenceStateRow)
      .existsBy({ partnershipId, evidenceId, state: 'requested', supersededAt: IsNull() });
  }

  /** A version with where its review stands; null where the partnership has none by this id. */
  async version(tx: Tx, partnershipId: Id, id: Id): Promise<CurrentVersion | null> {
    const [found] = await tx.query<CurrentVersion>(
      `select v.id, v.evidence_id as "evidenceId", v.number, v.kind, v.name, v.sha256, v.recorded_by as "suppliedBy",
              s.state, (select c.verdict from evidence_scan c
                         where c.partnership_id = v.partnership_id and c.version_id = v.id
                         order by c.recorded_at desc, c.id desc limit 1) as scan
         from evidence_version v
         join evidence_state s on s.partnership_id = v.partnership_id and s.version_id = v.id
          and s.superseded_at is null
        where v.partnership_id = $1 and v.id = $2`,
      [partnershipId, id],
    );
    return found ?? null;
  }

  async bytesOf(tx: Tx, partnershipId: Id, versionId: Id): Promise<Buffer | null> {
    const [file] = await tx.query<{ bytes: Buffer }>(
      'select bytes from evidence_file where partnership_id = $1 and version_id = $2',
      [partnershipId, versionId],
    );
    return file?.bytes ?? null;
  }

  /** Accepted and unexpired versions on a duty, with the days they cover. */
  accepted(
    tx: Tx,
    partnershipId: Id,
    { reference, bearer }: ObligationKey,
    today: CalendarDate,
  ): Promise<(Days & { readonly versionId: Id })[]> {
    return tx.query(
      `select v.id as "versionId", v.covers_from::text as "from", v.covers_until::text as "until"
         from evidence_obligation o
         join evidence_version v on v.partnership_id = o.partnership_id and v.evidence_id = o.evidence_id
         join evidence_state s on s.partnership_id = v.partnership_id and s.version_id = v.id
        where o.partnership_id = $1 and o.reference = $2 and o.bearer = $3 and o.superseded_at is null
          and s.superseded_at is null and s.state = 'accepted' and (v.expires_on is null or v.expires_on >= $4)
        order by v.covers_from, v.id`,
      [partnershipId, reference, bearer, today],
    );
  }
}

function columnsOf(content: EvidenceContent) {
  switch (content.kind) {
    case 'file': {
      const { kind, name, mediaType, size, sha256 } = content;
      return { kind, name, mediaType, size, sha256 };
    }
    case 'link':
      return { kind: content.kind, name: content.link.slice(0, 200), link: content.link };
    case 'record':
      return content;
  }
}
