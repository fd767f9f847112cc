export { type AuditEvent, type AuditEventType, type FigureChange } from './audit-event.js';
export { AuditTrail } from './audit-trail.js';
export { AuditTrailModule } from './audit-trail.module.js';
export { CheckTrail, checkWords, isWhole, type TrailCheck } from './check-trail.js';
export { keyIdOf } from './checkpoints/checkpoint.js';
export {
  CheckpointFolder,
  checkpointsIn,
  type CheckpointTakenApart,
  type TrailOwner,
  type TrustedCheckpoints,
} from './checkpoints/checkpoint-folder.js';
export { makeSigningKey, signingKey, trustedKeys } from './checkpoints/checkpoint-keys.js';
export { confirmedFlag, type ConfirmedFlag } from './confirmed-flag.js';
export { EVENT_KINDS, type EventKind, isEventKind } from './event-kinds.js';
export { ReadTrail, type RecordedCheck, type TrailSearch, type TrailSubjects } from './read-trail.js';
export { RecordDownload } from './record-download.js';
export { RecordSensitiveReading, type SensitiveReading } from './record-sensitive-reading.js';
export {
  type RecordedChange,
  recordedEvent,
  type RecordedEvent,
  type StoredEvent,
} from './recorded-event.js';
export { SignCheckpoint } from './sign-checkpoint.js';
export { trailFromTheStart } from './trail-from-the-start.js';
