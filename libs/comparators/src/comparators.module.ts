import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComparatorChoiceRow } from './persistence/comparator-choice.row.js';
import { ComparatorGroupRepository } from './persistence/comparator-group.repository.js';
import { ComparatorGroupRow } from './persistence/comparator-group.row.js';
import { GroupMemberRow } from './persistence/group-member.row.js';
import { GroupVersionRow } from './persistence/group-version.row.js';
import { ChangeGroup } from './use-cases/change-group.js';
import { ChooseUsualGroup } from './use-cases/choose-usual-group.js';
import { EndGroup } from './use-cases/end-group.js';
import { MakeGroup } from './use-cases/make-group.js';

const USE_CASES = [MakeGroup, ChangeGroup, EndGroup, ChooseUsualGroup];

@Module({
  imports: [
    AuditTrailModule,
    TypeOrmModule.forFeature([ComparatorGroupRow, GroupVersionRow, GroupMemberRow, ComparatorChoiceRow]),
  ],
  providers: [ComparatorGroupRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class ComparatorsModule {}
