export { AssuranceModule } from './assurance.module.js';
export { type DutyProgress, PROGRESS } from './domain/duty-progress.js';
export { isTrigger, LONGEST_WORDS } from './domain/happening.js';
export { RecordDutyProgress, type RecordDutyProgressCommand } from './use-cases/record-duty-progress.js';
export { RecordHappening, type RecordHappeningCommand } from './use-cases/record-happening.js';
export { WithdrawHappening, type WithdrawHappeningCommand } from './use-cases/withdraw-happening.js';
