import type { Duty, Where } from '../catalogue/duty.js';
import type { PartnershipProfile } from '../partnership-profile.js';

/** Why a duty is no law for a partnership of this kind, on any day; null where it is. */
export function whyNotHere({ act, where = [] }: Duty, profile: PartnershipProfile): string | null {
  const unmet = [...(act.where ?? []), ...where].find((condition) => !isMet(condition, profile));
  return unmet?.otherwise ?? null;
}

function isMet(condition: Where, profile: PartnershipProfile): boolean {
  if ('nation' in condition) return condition.nation === profile.nation;
  if ('councils' in condition) return condition.councils.includes(profile.council);
  if ('policingBodies' in condition) return condition.policingBodies.includes(profile.policingBody);
  return profile.pilots.includes(condition.pilot);
}
