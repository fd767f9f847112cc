import { AuditTrailModule } from '@lib/audit-trail';
import { IdentityModule } from '@lib/identity';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditBundlePartRow } from './persistence/audit-bundle-part.row.js';
import { AuditBundleRepository } from './persistence/audit-bundle.repository.js';
import { AuditBundleRow } from './persistence/audit-bundle.row.js';
import { MakeBundle } from './use-cases/make-bundle.js';
import { ReadBundles } from './use-cases/read-bundles.js';
import { RequestBundle } from './use-cases/request-bundle.js';

const USE_CASES = [MakeBundle, ReadBundles, RequestBundle];

@Module({
  imports: [TypeOrmModule.forFeature([AuditBundleRow, AuditBundlePartRow]), AuditTrailModule, IdentityModule],
  providers: [AuditBundleRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class AuditBundleModule {}
