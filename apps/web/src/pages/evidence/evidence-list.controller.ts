import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { evidenceWords, MARKING_WORDS, titleFor } from '../../assurance/evidence-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';

/** All evidence on the duties: what waits for somebody first. */
@Controller('partnerships/:partnership/evidence')
export class EvidenceListController {
  constructor(private readonly evidence: EvidenceQuery) {}

  @Get()
  @Access('duties.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const { evidence } = await this.evidence.run(actor, id, null, day.asAt);
    const paths = pathsOf(slug, day.asAt);
    const can = (permission: Parameters<typeof may>[1]) =>
      day.asAt === null && may(actor, permission, { partnershipId: id });
    const rows = evidence.map((one) => ({
      title: titleFor(actor, id, one),
      href: paths.evidenceItem(one.id),
      whose: one.authority ?? 'The partnership',
      marking: MARKING_WORDS[one.marking],
      state: evidenceWords(one, day.today),
      duties: [...new Set(one.obligations.map(({ reference }) => reference))].join(', ') || 'None',
      isWaiting: one.versions[0]
        ? ['received', 'in-review'].includes(one.versions[0].state)
        : one.request === 'requested',
    }));
    return datedPage(
      'pages/evidence/list.njk',
      {
        pageTitle: 'Evidence on the duties',
        backLink: { href: paths.duties(), text: 'Back to the duties' },
        waiting: rows.filter(({ isWaiting }) => isWaiting),
        others: rows.filter(({ isWaiting }) => !isWaiting),
        supplyHref: can('evidence.supply') ? paths.newEvidence() : null,
        requestHref: can('evidence.request') ? paths.evidenceRequest() : null,
      },
      day,
      { nowHref: pathsOf(slug).evidence() },
    );
  }
}
