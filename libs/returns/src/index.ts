export type { FigureEntry, Provenance } from './domain/figure-entry.js';
export { isOpen, type ReturnState } from './domain/quarterly-return.js';
export { readCount, type ReadCount } from './domain/read-count.js';
export { stateInWords } from './domain/return-transitions.js';
export { ReturnsModule } from './returns.module.js';
export { DecideOnReturn, type DecideOnReturnCommand } from './use-cases/decide-on-return.js';
export { OpenQuarter } from './use-cases/open-quarter.js';
export { SaveFigures, type SaveFiguresCommand } from './use-cases/save-figures.js';
export { SubmitReturn } from './use-cases/submit-return.js';
