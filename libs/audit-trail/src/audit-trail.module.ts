import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditTrail } from './audit-trail.js';
import { CheckTrail } from './check-trail.js';
import { AuditEventRow } from './persistence/audit-event.row.js';
import { ReadTrail } from './read-trail.js';
import { SignCheckpoint } from './sign-checkpoint.js';

@Module({
  imports: [TypeOrmModule.forFeature([AuditEventRow])],
  providers: [AuditTrail, ReadTrail, CheckTrail, SignCheckpoint],
  exports: [AuditTrail, ReadTrail, CheckTrail, SignCheckpoint],
})
export class AuditTrailModule {}
