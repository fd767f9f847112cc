import { mayOpen } from '@lib/assurance';
import { RecordSensitiveReading } from '@lib/audit-trail';
import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { MARKING_WORDS } from '../../assurance/evidence-words.js';
import { evidenceItemView } from './evidence-item.view.js';

/** One piece of evidence, with its versions. */
@Controller('partnerships/:partnership/evidence/:evidenceId')
export class EvidenceItemController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly recordReading: RecordSensitiveReading,
  ) {}

  @Get()
  @Access('duties.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('evidenceId') evidenceId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const { known, evidence, movedOn } = await this.evidence.run(actor, id, evidenceId, day.asAt);
    const [item] = evidence;
    if (!item) throw notFound('evidence');
    if (item.marking === 'official-sensitive' && mayOpen(actor, id, item)) {
      const what = `evidence ${item.id}`;
      await this.recordReading.execute(actor, id, {
        subjectId: item.id,
        what,
        marking: MARKING_WORDS[item.marking],
      });
    }
    const reader = { actor, partnershipId: id };
    const view = evidenceItemView(item, { known, movedOn }, day, pathsOf(slug, day.asAt), reader);
    return datedPage('pages/evidence/item.njk', view, day, { nowHref: pathsOf(slug).evidenceItem(item.id) });
  }
}
