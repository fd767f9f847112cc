import type { ContentFinding, PlanState } from '@lib/reporting';
import type { PreventionTier } from '@lib/plans';

export const STATE_WORDS: Readonly<Record<PlanState, string>> = {
  draft: 'Draft',
  consultation: 'Out for consultation',
  adopted: 'Adopted',
  revised: 'Replaced by a later version',
  superseded: 'Replaced by a new plan',
  discarded: 'Discarded',
};

export const TIER_WORDS: Readonly<Record<PreventionTier, string>> = {
  primary: 'Primary: stop it emerging',
  secondary: 'Secondary: stop it establishing',
  tertiary: 'Tertiary: stop it worsening',
};

export const SOURCE_WORDS: Readonly<Record<ContentFinding['source'], string>> = {
  'strategic-assessment': 'Strategic assessment',
  'needs-assessment': 'Needs assessment on serious violence',
  consultation: 'Consultation',
};

export const PUBLICATION_WORDS = {
  public: 'May be published',
  restricted: 'Restricted: left out of the public copy',
} as const;

export const PUBLICATION_CHOICES = (['public', 'restricted'] as const).map((value) => ({
  value,
  text: PUBLICATION_WORDS[value],
}));
