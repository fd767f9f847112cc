export { type AuditEvent, type AuditEventType, type FigureChange } from './audit-event.js';
export { AuditTrail } from './audit-trail.js';
export { AuditTrailModule } from './audit-trail.module.js';
export type { ChainCheck } from './check-chain.js';
export { ReadTrail, type RecordedEvent } from './read-trail.js';
