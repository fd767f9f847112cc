export {
  ACCEPTED,
  type Choice,
  type FileState,
  lastDayToDecide,
  type Question,
  type QuestionKind,
} from './domain/published-file.js';
export { IMPORTERS } from './importers/importers.js';
export type { Importer } from './importer.js';
export { ImportingModule } from './importing.module.js';
export type { Loader } from './loading.js';
export type { ImportedFile } from './table/open-table.js';
export { AbandonFile } from './use-cases/abandon-file.js';
export { AnswerQuestions } from './use-cases/answer-questions.js';
export { ApplyFile } from './use-cases/apply-file.js';
export { BeginFile } from './use-cases/begin-file.js';
export { ClearFiles } from './use-cases/clear-files.js';
export { ReadFile } from './use-cases/read-file.js';
export { ReadWaitingFile } from './use-cases/read-waiting-file.js';
export { type ReceivedFile, ReceiveFile } from './use-cases/receive-file.js';
export { TakeUpFile } from './use-cases/take-up-file.js';
export { WithdrawFile, type WithdrawFileCommand } from './use-cases/withdraw-file.js';
