export { ComparatorsModule } from './comparators.module.js';
export { LONGEST_GROUP_NAME, LONGEST_GROUP_WORDS } from './domain/comparator-group.js';
export { ChangeGroup, type ChangeGroupCommand } from './use-cases/change-group.js';
export { ChooseUsualGroup } from './use-cases/choose-usual-group.js';
export { EndGroup, type EndGroupCommand } from './use-cases/end-group.js';
export { MakeGroup, type MakeGroupCommand } from './use-cases/make-group.js';
