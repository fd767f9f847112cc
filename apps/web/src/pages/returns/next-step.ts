import type { Id } from '@lib/kernel';
import type { OpenReview } from '@lib/returns';
import { SeeOther } from '../../http/page.js';
import type { Paths } from '../../http/paths.js';

/** Where saved figures lead: to what is unusual about them, to the commentary that is needed, or to the check. */
export function nextStep(open: OpenReview, returnId: Id, paths: Paths): SeeOther {
  if (open.wrong.length + open.unanswered.length > 0)
    return new SeeOther(
      paths.figures(returnId),
      'The figures are saved. Some are unusual: say beside them why they are right, or change them.',
    );
  return open.uncommented.length > 0 || open.uncommentedWhole
    ? new SeeOther(paths.commentary(returnId))
    : new SeeOther(paths.check(returnId));
}
