export { normaliseEmail } from './domain/person.js';
export { IdentityModule } from './identity.module.js';
export { CreatePerson } from './use-cases/create-person.js';
export {
  DelegateRole,
  type DelegateRoleCommand,
  LONGEST_DELEGATION_DAYS,
} from './use-cases/delegate-role.js';
export { EndDelegation } from './use-cases/end-delegation.js';
export { EndRole } from './use-cases/end-role.js';
export { FindCalendarAddress } from './use-cases/find-calendar-address.js';
export { FindPerson } from './use-cases/find-person.js';
export { GiveRole, type GiveRoleCommand } from './use-cases/give-role.js';
export { LoadActor } from './use-cases/load-actor.js';
export { MakeCalendarAddress } from './use-cases/make-calendar-address.js';
export { SignIn } from './use-cases/sign-in.js';
export { SuspendPerson } from './use-cases/suspend-person.js';
export { WithdrawCalendarAddress } from './use-cases/withdraw-calendar-address.js';
