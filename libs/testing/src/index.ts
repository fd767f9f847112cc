export { type Clamd, startClamd } from './clamd.js';
export { eicar } from './eicar.js';
export { documentParts, evidenceFiles, openDocumentParts, pdfFile } from './evidence-files.js';
export { SettableClock } from './settable-clock.js';
export { describeWithSharedData, type SharedFile } from './shared-data.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { connectUseCases, type ConnectedUseCases } from './use-cases.js';
export { saveLookedAt } from './save-looked-at.js';
export { type Parts, partsOf, sheetRows, workbookParts, zipOf } from './workbooks.js';
