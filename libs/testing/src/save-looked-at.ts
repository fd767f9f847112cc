import type { Actor, Id } from '@lib/kernel';
import { ReviewReturn, SaveFigures, type SaveFiguresCommand, WriteCommentary } from '@lib/returns';

interface UseCases {
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/**
 * Saves figures as an officer who looks at whatever the checks find: every unusual figure gets a reason, and what needs
 * a commentary gets one.
 *
 * @returns the version of the return that is ready to be sent
 */
export async function saveLookedAt(
  useCases: UseCases,
  actor: Actor,
  command: SaveFiguresCommand,
): Promise<number> {
  const { partnershipId, returnId } = command;
  const save = (more: Partial<SaveFiguresCommand>) =>
    useCases.get(SaveFigures).execute(actor, { ...command, ...more });
  let version = await save({});
  const { open } = await useCases.get(ReviewReturn).execute(actor, { partnershipId, returnId });
  if (open.unanswered.length > 0) {
    const answers = new Map(open.unanswered.map(({ lineId }) => [lineId, 'It was looked at: it is right']));
    version = await save({ seenVersion: version, answers });
  }
  const texts = new Map<Id | null, string>(
    open.uncommented.map(({ lineId }) => [lineId, 'It was looked into, and more is done about it.']),
  );
  if (open.uncommentedWhole) texts.set(null, 'It was late, and will be in time again.');
  if (texts.size === 0) return version;
  await useCases
    .get(WriteCommentary)
    .execute(actor, { partnershipId, returnId, seenVersion: version, texts });
  return version + 1;
}
