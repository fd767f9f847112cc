export {
  PERSONAL_DATA_KINDS,
  personalDataIn,
  type PersonalData,
  type PersonalDataKind,
} from './personal-data.js';
