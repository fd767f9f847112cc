import { may } from '@lib/access';
import { EVIDENCE_TRANSITIONS, mayOpen, reaches } from '@lib/assurance';
import { londonDateOf } from '@lib/kernel';
import type { KnownEvidence, ShownEvidence, ShownVersion } from '@lib/reporting';
import { DUTIES } from '@lib/statutory';
import { formatDate } from '@lib/ui';
import { bearerName } from '../../assurance/duty-words.js';
import {
  daysWords,
  evidenceWords,
  isHeld,
  MARKING_WORDS,
  titleFor,
  versionWords,
} from '../../assurance/evidence-words.js';
import type { PageDay } from '../../http/page-day.js';
import type { Paths } from '../../http/paths.js';
import type { Reader } from './reader.js';

const MOVED: Readonly<Record<string, string>> = {
  received: 'Received',
  'in-review': 'Review taken up',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

/** A piece of evidence: whose it is, what it is about, its versions, and what the reader can do with each. */
export function evidenceItemView(
  evidence: ShownEvidence,
  { known, movedOn }: Pick<KnownEvidence, 'known' | 'movedOn'>,
  { today, asAt }: PageDay,
  paths: Paths,
  reader: Reader,
) {
  const { actor, partnershipId } = reader;
  const isOpen = mayOpen(actor, partnershipId, evidence);
  const can = (permission: Parameters<typeof reaches>[1]) =>
    asAt === null && reaches(actor, permission, partnershipId, evidence);
  const title = titleFor(actor, partnershipId, evidence);
  const isRequested = evidence.request === 'requested';
  return {
    pageTitle: title,
    backLink: { href: paths.evidence(), text: 'Back to the evidence' },
    title,
    isOpen,
    facts: [
      { key: 'Where it stands', value: evidenceWords(evidence, today) },
      { key: 'Whose it is', value: evidence.authority ?? 'The partnership' },
      { key: 'Marking', value: MARKING_WORDS[evidence.marking] },
      ...(evidence.askedFor !== null && evidence.dueOn !== null
        ? [
            {
              key: 'Asked for',
              value: `${isOpen ? evidence.askedFor : 'Not shown'} (by ${evidence.by}, wanted by ${formatDate(evidence.dueOn)})`,
            },
          ]
        : []),
    ],
    duties: evidence.obligations.map(({ reference, bearer }) => ({
      href: paths.duty(reference),
      text: `${reference}, ${bearerName(bearer, known)}`,
      wording: DUTIES.find((one) => one.reference === reference)?.wording,
    })),
    versions: isOpen
      ? evidence.versions.map((one) => ({
          ...versionRow(one, evidence, today, asAt === null, paths, reader),
          hasMovedOn: movedOn.includes(one.id),
        }))
      : [],
    supplyHref: can('evidence.supply') ? paths.evidenceVersions(evidence.id) : null,
    dutiesHref: can('evidence.supply') ? paths.evidenceDuties(evidence.id) : null,
    requestWithdrawalHref:
      isRequested && can('evidence.request') ? paths.evidenceRequestWithdrawal(evidence.id) : null,
    trailHref: may(actor, 'audit-trail.view', { partnershipId })
      ? paths.auditTrail({ about: evidence.id })
      : null,
  };
}

function versionRow(
  version: ShownVersion,
  evidence: ShownEvidence,
  today: PageDay['today'],
  isNow: boolean,
  paths: Paths,
  { actor, partnershipId }: Reader,
) {
  const moves = EVIDENCE_TRANSITIONS[version.state];
  const can = (action: keyof typeof moves) => {
    const move = moves[action];
    return isNow && move !== undefined && reaches(actor, move.permission, partnershipId, evidence);
  };
  const held = isHeld(version);
  return {
    number: version.number,
    state: versionWords(version, today),
    facts: [
      { key: 'What it shows', value: version.words },
      { key: 'About', value: daysWords(version.coversFrom, version.coversUntil) },
      ...(version.expiresOn ? [{ key: 'Can be relied on until', value: formatDate(version.expiresOn) }] : []),
      { key: 'Supplied', value: `${formatDate(londonDateOf(version.at))}, by ${version.by}` },
      ...(version.kind === 'file'
        ? [
            { key: 'File', value: `${version.name}, ${sizeWords(version.size ?? 0)}` },
            { key: 'Scan for viruses', value: scanWords(version) },
          ]
        : []),
      ...(version.kind === 'record' ? [{ key: 'Record', value: version.name }] : []),
      ...(version.sha256 ? [{ key: 'SHA-256', value: version.sha256 }] : []),
    ],
    link: version.link,
    fileAction: isNow && version.kind === 'file' && !held ? paths.evidenceFile(version.id) : null,
    scanAction: isNow && held ? paths.evidenceScan(version.id) : null,
    reviewAction: can('takeUp') || can('accept') ? paths.evidenceReview(version.id) : null,
    canTakeUp: can('takeUp') && !held,
    canAccept: can('accept') && !held,
    rejectHref: can('reject') ? paths.evidenceRejection(version.id) : null,
    withdrawHref: can('withdraw') ? paths.evidenceWithdrawal(version.id) : null,
    findingHref:
      isNow && may(actor, 'findings.raise', { partnershipId })
        ? paths.newAssuranceFinding(`evidence:${version.id}`)
        : null,
    moves: version.moves.map(({ state, reason, by, at }) => ({
      ...{ title: MOVED[state] ?? state, by, at: at.toISOString(), text: reason },
    })),
  };
}

function scanWords({ scan, scanDetail }: ShownVersion): string {
  if (scan === 'clean') return 'Nothing found';
  return `Held, nobody can open it: ${scan === 'infected' ? 'the virus scanner found ' : ''}${scanDetail ?? 'it has not been scanned'}`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
