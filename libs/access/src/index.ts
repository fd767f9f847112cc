export { accessMatrixMarkdown } from './access-matrix.js';
export { authorise, authoriseOnRecord, authoritiesFor, may, notPermitted, type Scope } from './authorise.js';
export { type Permission, PERMISSIONS } from './permissions.js';
export { allows, isRole, type Role, ROLE_KEYS, type RoleDefinition, ROLES, rolesWith } from './roles.js';
