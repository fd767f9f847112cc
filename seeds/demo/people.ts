import type { Role } from '@lib/access';

export interface DemoPerson {
  readonly email: string;
  /** Clearly invented: everybody is an Example. */
  readonly name: string;
  readonly role: Role;
  /** The kind of authority the role is held for; none for a role held for the partnership. */
  readonly authority?: 'police' | 'council';
  /** What this sign-in shows. */
  readonly shows: string;
}

/** One password for all of them: they exist on a demonstration only, which is refused in production. */
export const DEMO_PASSWORD = 'four quarters a year';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'officer@police.example',
    name: 'Olive Example',
    role: 'authority-officer',
    authority: 'police',
    shows: 'enters and sends the police return',
  },
  {
    email: 'officer2@police.example',
    name: 'Oscar Example',
    role: 'authority-officer',
    authority: 'police',
    shows: 'a second officer on the same return',
  },
  {
    email: 'approver@police.example',
    name: 'Priya Example',
    role: 'authority-approver',
    authority: 'police',
    shows: 'approves the police return or sends it back',
  },
  {
    email: 'officer@council.example',
    name: 'Connor Example',
    role: 'authority-officer',
    authority: 'council',
    shows: 'enters and sends the council return',
  },
  {
    email: 'approver@council.example',
    name: 'Carys Example',
    role: 'authority-approver',
    authority: 'council',
    shows: 'approves the council return or sends it back',
  },
  {
    email: 'board@partnership.example',
    name: 'Bola Example',
    role: 'board-member',
    shows: 'sees on one page what is off track',
  },
  {
    email: 'analyst@partnership.example',
    name: 'Ana Example',
    role: 'partnership-analyst',
    shows: 'accepts approved returns, sets targets, marks charts',
  },
  {
    email: 'auditor@partnership.example',
    name: 'Aude Example',
    role: 'auditor',
    shows: 'judges duties and evidence, draws samples, raises findings, checks the trail',
  },
  {
    email: 'admin@partnership.example',
    name: 'Adam Example',
    role: 'partnership-administrator',
    shows: 'gives and ends roles, suspends people',
  },
];

export function demoPerson(role: Role, authority?: DemoPerson['authority']): DemoPerson {
  const person = DEMO_PEOPLE.find((one) => one.role === role && one.authority === authority);
  if (!person) throw new Error(`The demonstration has no ${role} ${authority ?? ''}`);
  return person;
}
