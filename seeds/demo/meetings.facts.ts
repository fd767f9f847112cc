/** Everything here is invented, and says so: the people are Examples, the addresses lead nowhere. */
const COUNCIL = 'Royal Borough of Kingston upon Thames';
const POLICE = 'Metropolitan Police Service';
const FIRE = 'London Fire Brigade';
const PROBATION = 'Probation Service, London';
const HEALTH = 'NHS South West London integrated care board';

const somebody = (authority: string, name: string, post: string, isSenior: boolean) => ({
  ...{ authority, name, post, isSenior },
});

/**
 * Each was last held on the day of the year that it says. One authority sent nobody in a senior position to the public meeting, and one
 * nobody to the strategy group.
 */
export const MEETINGS = [
  {
    kind: 'public-meeting',
    lastHeld: '06-09',
    place: 'The Guildhall, Kingston, and online',
    discussed:
      'Illustrative: how safe people feel in the town centre after dark, what was done about burglary, and questions from the public.',
    publicAt: 'https://www.safer-kingston.example/meetings/june',
    attendees: [
      somebody(COUNCIL, 'Delia Example', 'Director of Communities', true),
      somebody(COUNCIL, 'Dev Example', 'Community Safety Manager', false),
      somebody(POLICE, 'Shirin Example', 'Superintendent, Neighbourhoods', true),
      somebody(FIRE, 'Felix Example', 'Borough Commander', true),
      somebody(PROBATION, 'Prue Example', 'Probation Officer', false),
      somebody(HEALTH, 'Hanna Example', 'Director of Safeguarding', true),
    ],
  },
  {
    kind: 'strategy-group',
    lastHeld: '07-14',
    place: 'The Guildhall, Kingston',
    discussed:
      'Illustrative: the quarter’s figures, the information sharing protocol, and the plan’s actions.',
    publicAt: null,
    attendees: [
      somebody(COUNCIL, 'Delia Example', 'Director of Communities', true),
      somebody(POLICE, 'Shirin Example', 'Superintendent, Neighbourhoods', true),
      somebody(FIRE, 'Felix Example', 'Borough Commander', true),
      somebody(PROBATION, 'Paul Example', 'Head of Service', true),
    ],
  },
] as const;

/** In the order of their days; the police changed theirs. */
export const NOMINEES = [
  { authority: COUNCIL, name: 'Dev Example', post: 'Community Safety Manager', from: '2024-04-01' },
  { authority: POLICE, name: 'Sam Example', post: 'Inspector, Partnerships', from: '2024-04-01' },
  { authority: FIRE, name: 'Fay Example', post: 'Station Commander', from: '2024-04-01' },
  { authority: PROBATION, name: 'Prue Example', post: 'Probation Officer', from: '2024-09-02' },
  { authority: HEALTH, name: 'Hugo Example', post: 'Information Governance Lead', from: '2025-01-06' },
  { authority: POLICE, name: 'Sunil Example', post: 'Inspector, Partnerships', from: '2026-02-16' },
] as const;

/** Of the plan's newest version. */
export const PUBLISHED_SUMMARY = {
  publishedOn: '2026-04-07',
  publicAt: 'https://www.safer-kingston.example/plan/summary-2024-29',
  forms: 'Web page, leaflet, easy read',
} as const;
