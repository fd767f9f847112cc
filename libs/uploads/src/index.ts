export { type CheckedFile, FileCheck } from './file-check.js';
export { ACCEPTED_EXTENSIONS } from './file-kinds.js';
export { LARGEST_FILE } from './limits.js';
export { plainFileName } from './plain-file-name.js';
export { UPLOAD_REFUSALS, type UploadRefusal } from './refusals.js';
