import { AuditTrailModule } from '@lib/audit-trail';
import { IdentityModule } from '@lib/identity';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Loading } from './loading.js';
import { AppliedLabels } from './persistence/applied-labels.js';
import { MeaningRepository } from './persistence/meaning.repository.js';
import { PublishedFileContents } from './persistence/published-file-contents.js';
import { PublishedFileRepository } from './persistence/published-file.repository.js';
import { PublishedFileRow } from './persistence/published-file.row.js';
import { AbandonFile } from './use-cases/abandon-file.js';
import { AnswerQuestions } from './use-cases/answer-questions.js';
import { ApplyFile } from './use-cases/apply-file.js';
import { BeginFile } from './use-cases/begin-file.js';
import { ClearFiles } from './use-cases/clear-files.js';
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
];

@Module({
  imports: [TypeOrmModule.forFeature([PublishedFileRow]), AuditTrailModule, IdentityModule],
  providers: [
    ...[Loading, StageFile, NameLabels, AppliedLabels, MeaningRepository],
    ...[PublishedFileContents, PublishedFileRepository, ...USE_CASES],
  ],
  exports: USE_CASES,
})
export class ImportingModule {}
