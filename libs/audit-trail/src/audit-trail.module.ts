import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditTrail } from './audit-trail.js';
import { CheckTrail } from './check-trail.js';
import { AuditEventRow } from './persistence/audit-event.row.js';
import { ReadTrail } from './read-trail.js';
import { RecordDownload } from './record-download.js';
import { RecordSensitiveReading } from './record-sensitive-reading.js';
import { SignCheckpoint } from './sign-checkpoint.js';

@Module({
  imports: [TypeOrmModule.forFeature([AuditEventRow])],
  providers: [AuditTrail, ReadTrail, CheckTrail, RecordDownload, RecordSensitiveReading, SignCheckpoint],
  exports: [AuditTrail, ReadTrail, CheckTrail, RecordDownload, RecordSensitiveReading, SignCheckpoint],
})
export class AuditTrailModule {}
