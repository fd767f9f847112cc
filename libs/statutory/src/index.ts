export { dutiesFor } from './applicability/duties-for.js';
export { DUTIES } from './catalogue/catalogue.js';
export { linkTo } from './catalogue/link-to.js';
