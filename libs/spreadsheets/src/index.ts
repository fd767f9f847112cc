export { MOST_BYTES } from './limits.js';
export { readSpreadsheet, type ReadSpreadsheet } from './read-spreadsheet.js';
export { FILE_REFUSALS } from './refusals.js';
export { type Cell, cellReference, type DecimalMark, type Row, type Sheet } from './sheet.js';
export { type Value, writeCsv } from './write-csv.js';
export { type SheetToWrite, writeWorkbook } from './write-workbook.js';
