import { may } from '@lib/access';
import { type FindingAction, findingMovesFrom, reaches } from '@lib/assurance';
import { type Actor, type Id, londonDateOf } from '@lib/kernel';
import type { KnownFindings, ShownFinding, ShownFindingEntry } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import {
  findingStanding,
  findingSubject,
  hasAction,
  lastAnswer,
  RATING_WORDS,
  RESPONSE_WORDS,
} from '../../assurance/finding-words.js';
import type { PageDay } from '../../http/page-day.js';
import type { Paths } from '../../http/paths.js';

const MOVED: Readonly<Record<ShownFindingEntry['move'], string>> = {
  raise: 'Raised',
  answer: 'Answered',
  reportDone: 'Action reported done',
  close: 'Closed',
  sendBack: 'Sent back',
  reopen: 'Opened again',
  withdraw: 'Withdrawn',
};

/** A finding: what it says, what was answered, all that followed, and what the reader can do about it. */
export function findingView(
  finding: ShownFinding,
  { known }: KnownFindings,
  { today, asAt }: PageDay,
  paths: Paths,
  reader: { readonly actor: Actor; readonly partnershipId: Id },
) {
  const { actor, partnershipId } = reader;
  const { on } = finding;
  const workpaperId = on.kind === 'figure' ? on.workpaperId : null;
  const answer = lastAnswer(finding);
  return {
    pageTitle: `Finding ${finding.number}: ${finding.title}`,
    backLink: { href: paths.findings(), text: 'Back to the findings' },
    ...{ number: finding.number, title: finding.title },
    subject: findingSubject(on, known, today, paths, reader),
    workpaperHref:
      workpaperId && may(actor, 'workpapers.keep', { partnershipId }) ? paths.workpaper(workpaperId) : null,
    facts: [
      { key: 'Where it stands', value: findingStanding(finding, today) },
      { key: 'Rating', value: RATING_WORDS[finding.rating] },
      { key: 'Who answers', value: finding.authority ?? 'The partnership' },
      { key: 'What was found', value: finding.found },
      { key: 'What should have been', value: finding.expected },
      { key: 'Recommendation', value: finding.recommendation },
      { key: 'Raised', value: `${formatDate(londonDateOf(finding.at))}, by ${finding.by}` },
    ],
    answer: answer && [
      { key: 'Answer', value: `${responseOf(answer)}: ${answer.words} (${answer.by})` },
      ...(answer.action && answer.dueOn
        ? [
            { key: 'Action', value: answer.action },
            { key: 'Who does it', value: answer.actionOwner },
            { key: 'Last day', value: formatDate(answer.dueOn) },
          ]
        : []),
    ],
    todo: asAt === null ? nextSteps(finding, paths, reader) : [],
    entries: finding.entries.toReversed().map((entry) => ({
      title: entry.response ? `${MOVED[entry.move]}: ${responseOf(entry).toLowerCase()}` : MOVED[entry.move],
      ...{ by: entry.by, at: entry.at.toISOString(), text: entryWords(entry) },
    })),
  };
}

const NEXT_STEPS: readonly (readonly [FindingAction, string, (paths: Paths, id: Id) => string])[] = [
  ['answer', 'Answer the finding', (paths, id) => paths.findingResponse(id)],
  ['reportDone', 'Report the action done', (paths, id) => paths.findingMove(id, 'done')],
  ['close', 'Close the finding', (paths, id) => paths.findingMove(id, 'closure')],
  ['sendBack', 'Send it back: the action is not done', (paths, id) => paths.findingMove(id, 'sending-back')],
  ['reopen', 'Open the finding again', (paths, id) => paths.findingMove(id, 'reopening')],
  ['withdraw', 'Withdraw the finding', (paths, id) => paths.findingMove(id, 'withdrawal')],
];

function nextSteps(
  finding: ShownFinding,
  paths: Paths,
  { actor, partnershipId }: { readonly actor: Actor; readonly partnershipId: Id },
) {
  const moves = findingMovesFrom(finding.state, hasAction(finding));
  return NEXT_STEPS.flatMap(([action, text, hrefOf]) => {
    const move = moves[action];
    return move && reaches(actor, move.permission, partnershipId, finding)
      ? [{ text, href: hrefOf(paths, finding.id) }]
      : [];
  });
}

function responseOf({ response }: ShownFindingEntry): string {
  return response ? RESPONSE_WORDS[response] : '';
}

function entryWords({ words, action, actionOwner, dueOn }: ShownFindingEntry): string | null {
  const until = dueOn ? formatDate(dueOn) : '';
  if (action) return `${words} Action: ${action} (${actionOwner}, by ${until})`;
  if (dueOn) return words ? `${words} Answer wanted by ${until}.` : `Answer wanted by ${until}.`;
  return words;
}
