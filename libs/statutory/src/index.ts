export { DUTIES } from './catalogue/catalogue.js';
export type { Duty } from './catalogue/duty.js';
export { linkTo } from './catalogue/link-to.js';
