export {
  ACCEPTED,
  type Choice,
  type FileState,
  lastDayToDecide,
  type Question,
  type QuestionKind,
} from './domain/published-file.js';
export { type OwnTable } from './domain/own-table.js';
export { answerInWords, type RememberedAnswer } from './domain/remembered-answer.js';
export { IMPORTERS } from './importers/importers.js';
export { ownTableQuestions, rememberedQuestion } from './importers/remembered-questions.js';
export type { Importer } from './importer.js';
export { ImportingModule } from './importing.module.js';
export type { Loader } from './loading.js';
export type { ImportedFile } from './table/open-table.js';
export { AbandonFile } from './use-cases/abandon-file.js';
export { AnswerQuestions } from './use-cases/answer-questions.js';
export { ApplyFile } from './use-cases/apply-file.js';
export { BeginFile } from './use-cases/begin-file.js';
export { ChangeAnswer } from './use-cases/change-answer.js';
export { ChangeOwnTable } from './use-cases/change-own-table.js';
export { ForgetAnswer } from './use-cases/forget-answer.js';
export { ForgetOwnTable } from './use-cases/forget-own-table.js';
export { ClearFiles } from './use-cases/clear-files.js';
export { ReadFile } from './use-cases/read-file.js';
export { ReadWaitingFile } from './use-cases/read-waiting-file.js';
export { type ReceivedFile, ReceiveFile } from './use-cases/receive-file.js';
export { TakeUpFile } from './use-cases/take-up-file.js';
export { WithdrawFile, type WithdrawFileCommand } from './use-cases/withdraw-file.js';
