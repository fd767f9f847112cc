export type { Actor, Grant } from './actor.js';
export {
  addDays,
  addMonths,
  calendarDate,
  type CalendarDate,
  contains,
  dateInWords,
  type DateRange,
  daysBetween,
  londonDateOf,
  readCalendarDate,
  startOfDay,
} from './calendar-date.js';
export { type Canonical, canonicalJson, contentHash } from './canonical-json.js';
export { Clock, SystemClock } from './clock.js';
export { Decimal } from './decimal.js';
export { DomainError, notFound, type RefusalKind } from './domain-error.js';
export {
  FinancialQuarter,
  financialYearName,
  financialYearSlug,
  readFinancialYear,
} from './financial-quarter.js';
export { type Id, isId, newId } from './ids.js';
export { type Transition, transitionFrom, type TransitionTable, unreachableStates } from './transitions.js';
export { isWebLink } from './web-link.js';
