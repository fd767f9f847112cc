import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PartnershipDirectory } from './partnership-directory.js';
import { AuthorityRow } from './persistence/authority.row.js';
import { NomineeRepository } from './persistence/nominee.repository.js';
import { NomineeRow } from './persistence/nominee.row.js';
import { PartnershipRepository } from './persistence/partnership.repository.js';
import { PartnershipRow } from './persistence/partnership.row.js';
import { CreatePartnership } from './use-cases/create-partnership.js';
import { NameNominee } from './use-cases/name-nominee.js';
import { WithdrawNominee } from './use-cases/withdraw-nominee.js';

const USE_CASES = [CreatePartnership, NameNominee, WithdrawNominee];

@Module({
  imports: [TypeOrmModule.forFeature([PartnershipRow, AuthorityRow, NomineeRow]), AuditTrailModule],
  providers: [PartnershipRepository, NomineeRepository, PartnershipDirectory, ...USE_CASES],
  exports: [PartnershipDirectory, ...USE_CASES],
})
export class PartnershipsModule {}
