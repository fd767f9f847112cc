export { DUTIES } from './catalogue/catalogue.js';
export { linkTo } from './catalogue/link-to.js';
