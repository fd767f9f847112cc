export { counted, type FigureEntry, isNilReturn, type Provenance } from './domain/figure-entry.js';
export { type Lock, lockOf } from './domain/lock.js';
export { type PeriodDates, periodState, type PeriodState } from './domain/period.js';
export { isOpen, RESTATEMENT_KINDS, type Restatement, type ReturnState } from './domain/quarterly-return.js';
export { readCell } from './domain/read-cell.js';
export { readCount } from './domain/read-count.js';
export { type ReadFigure, type ReadFigures, refuse, type Rejected } from './domain/read-figures.js';
export { BETWEEN_MONTHS, readMonths } from './domain/read-months.js';
export { readPasted } from './domain/read-pasted.js';
export type { OpenReview, ReturnReview } from './domain/return-review.js';
export { releaseOf } from './domain/published-figure.js';
export { type FormLine, versionFor } from './domain/return-form.js';
export { readTemplate, type ReturnNames, TEMPLATE_SHEET, templateRows } from './domain/return-template.js';
export { stateInWords } from './domain/return-transitions.js';
export { type Timeliness, timelinessOf } from './domain/timeliness.js';
export { ReturnsModule } from './returns.module.js';
export { BeginRestatement, type BeginRestatementCommand } from './use-cases/begin-restatement.js';
export { ClosePeriod } from './use-cases/close-period.js';
export { DecideOnReturn, type DecideOnReturnCommand } from './use-cases/decide-on-return.js';
export { EndCrossCheck } from './use-cases/end-cross-check.js';
export { OpenQuarter, type OpenedReturn } from './use-cases/open-quarter.js';
export { PlanPeriod } from './use-cases/plan-period.js';
export { ReadExtract } from './use-cases/read-extract.js';
export { ReopenForAuthority, type ReopenCommand } from './use-cases/reopen-for-authority.js';
export { ReviewReturn } from './use-cases/review-return.js';
export { SaveFigures, type SaveFiguresCommand } from './use-cases/save-figures.js';
export { SetCrossCheck } from './use-cases/set-cross-check.js';
export { SetReturnForm, type SetReturnFormCommand } from './use-cases/set-return-form.js';
export { StateSources, type StateSourcesCommand } from './use-cases/state-sources.js';
export { SubmitReturn } from './use-cases/submit-return.js';
export { LONGEST_COMMENTARY, WriteCommentary } from './use-cases/write-commentary.js';
export {
  TakePublishedFigures,
  type TakePublishedFiguresCommand,
} from './use-cases/take-published-figures.js';
