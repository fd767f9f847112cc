import type { ShownMeeting } from '@lib/reporting';

export const MEETING_WORDS: Readonly<Record<ShownMeeting['kind'], string>> = {
  'public-meeting': 'Public meeting',
  'strategy-group': 'Meeting of the strategy group',
  'crime-and-disorder-committee': 'Meeting of the crime and disorder committee',
};

/** How many of the authorities of the day attended, and how many had somebody in a senior position there. */
export function attendanceCounts({ attendance }: Pick<ShownMeeting, 'attendance'>) {
  return {
    of: attendance.length,
    attended: attendance.filter(({ people }) => people.length > 0).length,
    senior: attendance.filter(({ people }) => people.some(({ isSenior }) => isSenior)).length,
  };
}
