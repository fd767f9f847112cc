import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Authority, AuthorityKind, LegalSetting, Partnership } from '../domain/partnership.js';
import { AuthorityRow } from './authority.row.js';
import { PartnershipRow } from './partnership.row.js';

@Injectable()
export class PartnershipRepository {
  bySlug(tx: Tx, slug: string): Promise<Partnership | null> {
    return tx.rows(PartnershipRow).findOneBy({ slug });
  }

  byId(tx: Tx, id: Id): Promise<Partnership | null> {
    return tx.rows(PartnershipRow).findOneBy({ id });
  }

  async byIds(tx: Tx, ids: readonly Id[]): Promise<Partnership[]> {
    return tx.query<Partnership>(
      `select id, slug, name, area_name as "areaName", local_policing_body as "localPolicingBody",
              brand_colour as "brandColour"
         from partnership where id = any($1) order by name`,
      [ids],
    );
  }

  all(tx: Tx): Promise<Partnership[]> {
    return tx.query<Partnership>(
      `select id, slug, name, area_name as "areaName", local_policing_body as "localPolicingBody",
              brand_colour as "brandColour"
         from partnership order by name`,
    );
  }

  async add(tx: Tx, partnership: Partnership, setting: LegalSetting): Promise<void> {
    await tx.rows(PartnershipRow).insert({ ...partnership, ...setting, pilots: [...setting.pilots] });
  }

  async authorities(tx: Tx, partnershipId: Id): Promise<Authority[]> {
    const rows = await tx.rows(AuthorityRow).find({ where: { partnershipId }, order: { name: 'ASC' } });
    return rows.map(toAuthority);
  }

  async authority(tx: Tx, partnershipId: Id, id: Id): Promise<Authority | null> {
    const row = await tx.rows(AuthorityRow).findOneBy({ partnershipId, id });
    return row && toAuthority(row);
  }

  async addAuthority(tx: Tx, partnershipId: Id, authority: Authority): Promise<void> {
    await tx.rows(AuthorityRow).insert({
      partnershipId,
      id: authority.id,
      kind: authority.kind,
      name: authority.name,
      memberFrom: authority.membership.from,
      memberUntil: authority.membership.until,
      succeedsId: authority.succeedsId,
    });
  }
}

function toAuthority(row: AuthorityRow): Authority {
  return {
    id: row.id,
    kind: row.kind as AuthorityKind,
    name: row.name,
    membership: { from: row.memberFrom as CalendarDate, until: row.memberUntil as CalendarDate | null },
    succeedsId: row.succeedsId,
  };
}
