import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Authority, LegalSetting, Partnership } from '../domain/partnership.js';
import { PartnershipRepository } from '../persistence/partnership.repository.js';

export interface CreatePartnershipCommand {
  readonly partnership: Omit<Partnership, 'id'>;
  readonly setting: LegalSetting;
  /** In the order they came to be: a successor after the authority it succeeds, which it names. */
  readonly authorities: readonly (Omit<Authority, 'id' | 'succeedsId'> & { readonly succeeds?: string })[];
}

/** Sets up a partnership with its responsible authorities: an operator's act, reached from the command line only. */
@Injectable()
export class CreatePartnership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partnerships: PartnershipRepository,
    private readonly trail: AuditTrail,
  ) {}

  async execute(
    actor: Actor,
    command: CreatePartnershipCommand,
  ): Promise<{ id: Id; authorityIds: ReadonlyMap<string, Id> }> {
    const id = newId();
    const authorityIds = new Map(command.authorities.map(({ name }) => [name, newId()]));
    await this.work.run(actor, id, async (tx) => {
      await this.partnerships.add(tx, { ...command.partnership, id }, command.setting);
      for (const { succeeds, ...authority } of command.authorities) {
        const authorityId = authorityIds.get(authority.name)!;
        const succeedsId = succeeds ? authorityIds.get(succeeds)! : null;
        await this.partnerships.addAuthority(tx, id, { ...authority, id: authorityId, succeedsId });
        await this.trail.record(tx, actor, id, {
          type: 'AuthorityJoined',
          subjectId: authorityId,
          data: {
            name: authority.name,
            from: authority.membership.from,
            until: authority.membership.until,
            succeeds: succeeds ?? null,
          },
        });
      }
    });
    return { id, authorityIds };
  }
}
