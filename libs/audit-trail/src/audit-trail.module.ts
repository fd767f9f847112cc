import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditTrail } from './audit-trail.js';
import { AuditEventRow } from './persistence/audit-event.row.js';
import { ReadTrail } from './read-trail.js';

@Module({
  imports: [TypeOrmModule.forFeature([AuditEventRow])],
  providers: [AuditTrail, ReadTrail],
  exports: [AuditTrail, ReadTrail],
})
export class AuditTrailModule {}
