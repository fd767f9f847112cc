import { type Actor, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { may } from '@lib/access';
import { Injectable } from '@nestjs/common';
import type { SourceExtract } from '../domain/source-extract.js';
import { SourceExtractRepository } from '../persistence/source-extract.repository.js';

/** An extract, as it was attached, for who may see the returns of its authority. */
@Injectable()
export class ReadExtract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly extracts: SourceExtractRepository,
  ) {}

  execute(actor: Actor, partnershipId: Id, id: Id): Promise<SourceExtract> {
    return this.work.read(actor, partnershipId, async (tx) => {
      const found = isId(id) ? await this.extracts.find(tx, partnershipId, id) : null;
      // Another authority's extract does not exist for who may not see it.
      if (!found || !may(actor, 'returns.view', { partnershipId, authorityId: found.authorityId }))
        throw notFound('extract');
      return found;
    });
  }
}
