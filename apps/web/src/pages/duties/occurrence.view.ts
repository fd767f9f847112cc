import { authoritiesFor, may } from '@lib/access';
import { covers, type Days, type Fact, factsFor } from '@lib/assurance';
import { type Actor, type CalendarDate, type Id, londonDateOf } from '@lib/kernel';
import { isAccepted, type ShownEvidence, type ShownOccurrence, type ShownVersion } from '@lib/reporting';
import { type Occurrence, progressOf } from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { aboutWords, bearerName, PROGRESS_WORDS, STANDING } from '../../assurance/duty-words.js';
import {
  daysWords,
  evidenceWords,
  RESULT_WORDS,
  resultWords,
  titleFor,
  versionWords,
} from '../../assurance/evidence-words.js';
import { findingStanding } from '../../assurance/finding-words.js';
import type { PageDay } from '../../http/page-day.js';
import type { Paths } from '../../http/paths.js';

export interface Reader {
  readonly actor: Actor;
  readonly partnershipId: Id;
}

/** What is on record about one occurrence, and what the reader can do about it. */
export function occurrenceView(
  { known, occurrence, evidence, history, records, findings }: ShownOccurrence,
  { today, asAt }: PageDay,
  paths: Paths,
  reader: Reader,
) {
  const { obligation, about, dueOn, key } = occurrence;
  const { duty, bearer } = obligation;
  const written = known.progress.find((one) => one.occurrence === key);
  const assessment = known.assessments.find((one) => one.occurrence === key);
  const { actor, partnershipId } = reader;
  const can = (permission: Parameters<typeof may>[1]) =>
    asAt === null && may(actor, permission, { partnershipId });
  const forDuty = `${duty.reference}/${bearer}`;
  return {
    pageTitle: `${duty.reference}: ${aboutWords(occurrence)}, ${bearerName(bearer, known)}`,
    backLink: { href: paths.duty(duty.reference), text: 'Back to the duty' },
    caption: `${duty.reference}, ${duty.act.title}, ${duty.provision}`,
    wording: duty.wording,
    facts: [
      { key: 'For', value: aboutWords(occurrence) },
      { key: 'Who owes it', value: bearerName(bearer, known) },
      { key: 'Last day', value: dueOn ? formatDate(dueOn) : 'No day is set' },
      { key: 'By its last day', value: STANDING[progressOf(occurrence, today)] },
    ],
    work: {
      said: PROGRESS_WORDS[written?.progress ?? 'to-do'],
      words: written ? `${written.words} (${written.by})` : null,
      href: can('duties.record') ? paths.dutyProgress(key) : null,
    },
    result: {
      said: resultWords(assessment),
      words: assessment
        ? `${assessment.words} (${assessment.by}, ${formatDate(londonDateOf(assessment.at))})`
        : null,
      wordingThen: assessment && assessment.wording !== duty.wording ? assessment.wording : null,
      href: can('duties.assess') ? paths.dutyAssessment(key) : null,
    },
    coverage: coverageWords(occurrence, evidence, today),
    evidence: evidence.map((one) => evidenceRow(one, occurrence, today, paths, reader)),
    offered: factsFor(occurrence, records)
      .filter((fact) => !isAcceptedAlready(fact, evidence))
      .map((fact) => ({ ...fact, href: hrefOf(fact, paths) })),
    acceptAction: can('evidence.review') ? paths.dutyRecord(key) : null,
    proves: duty.evidence ?? [],
    supplyHref: can('evidence.supply') ? paths.newEvidence(forDuty) : null,
    requestHref:
      can('evidence.request') && authoritiesFor(actor, 'evidence.request', partnershipId) === 'all'
        ? paths.evidenceRequest(forDuty)
        : null,
    history: history.map(({ kind, said, doneOn, words, by, at }) => ({
      title:
        kind === 'progress'
          ? `Work: ${PROGRESS_WORDS[said as keyof typeof PROGRESS_WORDS]}${doneOn ? ` on ${formatDate(doneOn)}` : ''}`
          : `Result: ${said === 'does-not-apply' ? 'Does not apply' : RESULT_WORDS[said as keyof typeof RESULT_WORDS]}`,
      ...{ by, at: at.toISOString(), text: words },
    })),
    aboutDays: daysWords(about.from, about.until),
    findings: findings.map((finding) => ({
      name: `${finding.number}. ${finding.title}`,
      standing: findingStanding(finding, today),
      href: paths.assuranceFinding(finding.id),
    })),
    findingHref: can('findings.raise') ? paths.newAssuranceFinding(`duty:${key}`) : null,
  };
}

function isAcceptedAlready({ id, contentSha256 }: Fact, evidence: readonly ShownEvidence[]): boolean {
  return evidence.some(({ versions }) =>
    versions.some((one) => one.recordId === id && one.sha256 === contentSha256 && one.state === 'accepted'),
  );
}

/** The page on which a record is read. */
function hrefOf({ kind, id }: Fact, paths: Paths): string {
  switch (kind) {
    case 'return':
      return paths.return(id);
    case 'meeting':
      return paths.meeting(id);
    case 'nominee':
      return paths.nominees();
    case 'published-summary':
      return paths.publishedSummaries();
    case 'plan-version':
      return paths.planVersion(id);
  }
}

function evidenceRow(
  evidence: ShownEvidence,
  { about }: Occurrence,
  today: CalendarDate,
  paths: Paths,
  { actor, partnershipId }: Reader,
) {
  return {
    title: titleFor(actor, partnershipId, evidence),
    href: paths.evidenceItem(evidence.id),
    whose: evidence.authority ?? 'The partnership',
    state: evidenceWords(evidence, today),
    versions: evidence.versions
      .filter((version) => isAbout(version, about))
      .map((version) => ({
        number: version.number,
        days: daysWords(version.coversFrom, version.coversUntil),
        state: versionWords(version, today),
      })),
  };
}

/** Whether accepted evidence covers the days of an occurrence, in a sentence. */
function coverageWords(
  { about }: Occurrence,
  evidence: readonly ShownEvidence[],
  today: CalendarDate,
): string {
  const accepted = evidence
    .flatMap(({ versions }) => versions)
    .filter((version) => isAccepted(version, today) && isAbout(version, about));
  const days = daysWords(about.from, about.until);
  if (accepted.length === 0)
    return `No accepted evidence covers ${days}. Without it the duty cannot be recorded as met.`;
  return covers(accepted.map(daysOf), about)
    ? `Accepted evidence covers ${days}.`
    : `Accepted evidence covers a part of ${days} only. The duty can be recorded as met when all of it is covered.`;
}

function daysOf({ coversFrom, coversUntil }: ShownVersion): Days {
  return { from: coversFrom, until: coversUntil };
}

function isAbout({ coversFrom, coversUntil }: ShownVersion, about: Days): boolean {
  return coversFrom < about.until && about.from < coversUntil;
}
