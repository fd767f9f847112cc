export {
  type BoardFigures,
  type BoardMeasure,
  BoardQuery,
  type BoardTarget,
  type LateReturn,
} from './board.query.js';
export { type MeasureFigures, MeasureQuery, type MeasureQuarter, type MeasureYear } from './measure.query.js';
export { type ListedPerson, PeopleQuery } from './people.query.js';
export { ReportingModule } from './reporting.module.js';
export {
  type ReturnSheet,
  ReturnSheetQuery,
  type SheetDecision,
  type SheetFigure,
  type SheetLine,
  type SheetState,
} from './return-sheet.query.js';
export { type ListedReturn, ReturnsListQuery, type WantedReturns } from './returns-list.query.js';
