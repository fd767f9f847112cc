import { AuditTrailModule } from '@lib/audit-trail';
import { IdentityModule } from '@lib/identity';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Loading } from './loading.js';
import { AppliedLabels } from './persistence/applied-labels.js';
import { MeaningRepository } from './persistence/meaning.repository.js';
import { OwnTableRepository } from './persistence/own-table.repository.js';
import { PublishedFileContents } from './persistence/published-file-contents.js';
import { PublishedFileRepository } from './persistence/published-file.repository.js';
import { PublishedFileRow } from './persistence/published-file.row.js';
import { AbandonFile } from './use-cases/abandon-file.js';
import { AnswerQuestions } from './use-cases/answer-questions.js';
import { ApplyFile } from './use-cases/apply-file.js';
import { BeginFile } from './use-cases/begin-file.js';
import { ChangeAnswer } from './use-cases/change-answer.js';
import { ChangeOwnTable } from './use-cases/change-own-table.js';
import { ClearFiles } from './use-cases/clear-files.js';
import { FindOwnTable } from './use-cases/find-own-table.js';
import { ForgetAnswer } from './use-cases/forget-answer.js';
import { ForgetOwnTable } from './use-cases/forget-own-table.js';
import { KeepOwnTable } from './use-cases/keep-own-table.js';
import { NameLabels } from './use-cases/name-labels.js';
import { ReadFile } from './use-cases/read-file.js';
import { ReadWaitingFile } from './use-cases/read-waiting-file.js';
import { ReceiveFile } from './use-cases/receive-file.js';
import { StageFile } from './use-cases/stage-file.js';
import { TakeUpFile } from './use-cases/take-up-file.js';
import { WithdrawFile } from './use-cases/withdraw-file.js';

const USE_CASES = [
  ...[ReceiveFile, BeginFile, ReadFile, ReadWaitingFile, TakeUpFile, AnswerQuestions],
  ...[ApplyFile, AbandonFile, WithdrawFile, ClearFiles],
  ...[ChangeAnswer, ForgetAnswer, ChangeOwnTable, ForgetOwnTable],
];

@Module({
  imports: [TypeOrmModule.forFeature([PublishedFileRow]), AuditTrailModule, IdentityModule],
  providers: [
    ...[
      Loading,
      StageFile,
      FindOwnTable,
      KeepOwnTable,
      NameLabels,
      AppliedLabels,
      MeaningRepository,
      OwnTableRepository,
    ],
    ...[PublishedFileContents, PublishedFileRepository, ...USE_CASES],
  ],
  exports: USE_CASES,
})
export class ImportingModule {}
