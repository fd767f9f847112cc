import { type Actor, daysBetween, londonDateOf } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { FindingsQuery, type ShownFinding } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import {
  findingStanding,
  findingSubject,
  isOpenFinding,
  RATING_WORDS,
} from '../../assurance/finding-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';

const MOST_SERIOUS_FIRST = ['high', 'medium', 'low'];

/** All findings: those that are open first, the most serious and then the oldest at the top. */
@Controller('partnerships/:partnership/findings')
export class FindingsListController {
  constructor(private readonly findings: FindingsQuery) {}

  @Get()
  @Access('duties.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const { findings, known } = await this.findings.run(actor, id, null, day.asAt);
    const paths = pathsOf(slug, day.asAt);
    const row = (finding: ShownFinding) => ({
      name: `${finding.number}. ${finding.title}`,
      href: paths.assuranceFinding(finding.id),
      on: findingSubject(finding.on, known, day.today, paths, { actor, partnershipId: id }).text,
      rating: RATING_WORDS[finding.rating],
      who: finding.authority ?? 'The partnership',
      standing: findingStanding(finding, day.today),
      age: ageWords(daysBetween(londonDateOf(finding.at), day.today)),
    });
    const open = findings.filter(isOpenFinding).sort(bySeriousness);
    const settled = findings.filter((one) => !isOpenFinding(one)).toReversed();
    return datedPage(
      'pages/findings/list.njk',
      {
        pageTitle: 'Findings',
        backLink: { href: paths.duties(), text: 'Back to the duties' },
        ...{ open: open.map(row), settled: settled.map(row) },
      },
      day,
      { nowHref: pathsOf(slug).findings() },
    );
  }
}

function bySeriousness(one: ShownFinding, other: ShownFinding): number {
  return (
    MOST_SERIOUS_FIRST.indexOf(one.rating) - MOST_SERIOUS_FIRST.indexOf(other.rating) ||
    one.number - other.number
  );
}

function ageWords(days: number): string {
  if (days === 0) return 'Today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
