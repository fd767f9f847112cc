export { AuditBundleModule } from './audit-bundle.module.js';
export { fileNameOf, KEPT_DAYS, lastDayKept, type StoredBundle } from './domain/audit-bundle.js';
export { type BundleKeys, MakeBundle } from './use-cases/make-bundle.js';
export { ReadBundles } from './use-cases/read-bundles.js';
export { RequestBundle } from './use-cases/request-bundle.js';
