import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PartnershipDirectory } from './partnership-directory.js';
import { AuthorityRow } from './persistence/authority.row.js';
import { PartnershipRepository } from './persistence/partnership.repository.js';
import { PartnershipRow } from './persistence/partnership.row.js';
import { CreatePartnership } from './use-cases/create-partnership.js';

@Module({
  imports: [TypeOrmModule.forFeature([PartnershipRow, AuthorityRow]), AuditTrailModule],
  providers: [PartnershipRepository, PartnershipDirectory, CreatePartnership],
  exports: [PartnershipDirectory, CreatePartnership],
})
export class PartnershipsModule {}
