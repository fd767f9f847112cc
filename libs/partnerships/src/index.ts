export { LONGEST_NOMINEE } from './domain/nominee.js';
export {
  type Authority,
  type AuthorityKind,
  type LegalSetting,
  membersOn,
  type Partnership,
} from './domain/partnership.js';
export { PartnershipDirectory } from './partnership-directory.js';
export { PartnershipsModule } from './partnerships.module.js';
export { CreatePartnership, type CreatePartnershipCommand } from './use-cases/create-partnership.js';
export { NameNominee, type NameNomineeCommand } from './use-cases/name-nominee.js';
export { WithdrawNominee, type WithdrawNomineeCommand } from './use-cases/withdraw-nominee.js';
