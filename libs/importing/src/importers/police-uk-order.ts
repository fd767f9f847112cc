import type { Findings } from '../importer.js';

/** Of these, no file gives the number; of all others it does, where it gives any. */
const WITHOUT_NUMBER = 'Anti-social behaviour';
/** What every street file ends with, among the crimes that have no place. One without it was cut. */
const LAST_TYPE = 'Other crime';

/**
 * Street files are sorted by the name of the LSOA, and end with the crimes that have no place. One that is not, was cut
 * or put together.
 */
export class StreetOrder {
  private last = '';
  private lastType = '';
  private isNumbered = false;
  private rows = 0;
  /** Of the first row; null once there is another one. */
  private onlyType: string | null = null;
  private oddlyNumbered: { readonly row: number; readonly type: string } | null = null;
  private outOfOrder: { readonly row: number; readonly name: string; readonly before: string } | null = null;

  /** @param name of the LSOA; empty where the crime has no place */
  add(name: string, type: string, isNumbered: boolean, row: number): void {
    this.rows += 1;
    if (isNumbered) this.isNumbered = true;
    if (isNumbered === (type === WITHOUT_NUMBER)) this.oddlyNumbered ??= { row, type };
    this.onlyType = this.rows === 1 || this.onlyType === type ? type : null;
    this.lastType = type;
    // One is mostly that of the row before.
    if (name === this.last && this.rows > 1) return;
    const isLater = name === '' || (this.last === '' ? this.rows === 1 : name > this.last);
    if (!isLater) this.outOfOrder ??= { row, name, before: this.last };
    this.last = name;
  }

  ask(findings: Findings): void {
    if (this.rows === 0) return;
    if (this.outOfOrder) this.askIfPutTogether(this.outOfOrder, findings);
    if (this.isNumbered && this.oddlyNumbered) this.askIfMoved(this.oddlyNumbered, findings);
    if (this.onlyType !== null) sayOnlyOneType(this.onlyType, findings);
    if (this.isNumbered) {
      const isLastType = this.onlyType !== null || this.lastType === LAST_TYPE;
      if (this.last !== '' || !isLastType) this.askIfCut(findings);
    } else if (this.onlyType === null) this.askIfLast(findings);
  }

  private askIfCut(findings: Findings): void {
    const here = this.last === '' ? 'without a place' : `in ${this.last}`;
    const lastType = this.onlyType === null ? `, “${LAST_TYPE}” last` : '';
    findings.ask({
      kind: 'whole-file',
      subject: 'no-place',
      sentence: `Such files end with crimes that have no place${lastType}, and this one ends with “${this.lastType}” ${here}. Was it cut off?`,
      accept: 'It is whole: I have looked at its last rows',
    });
  }

  private askIfPutTogether(
    { row, name, before }: { readonly row: number; readonly name: string; readonly before: string },
    findings: Findings,
  ): void {
    findings.ask({
      ...{ kind: 'rows', subject: 'order' },
      sentence: `Such files are sorted by area, and in row ${row} “${name}” comes after ${before === '' ? 'crimes that have no place' : `“${before}”`}. Was something added, or the file put together from several?`,
      accept: 'Nothing was: its rows are in another order, and each is there once',
    });
  }

  private askIfMoved(
    { row, type }: { readonly row: number; readonly type: string },
    findings: Findings,
  ): void {
    findings.ask({
      ...{ kind: 'rows', subject: 'numbers' },
      sentence: `In such files every crime has a number but antisocial behaviour, and in row ${row} it is otherwise (“${type}”). Is each crime of the type that its row says?`,
      accept: 'It is: I have compared some rows with its publisher’s',
    });
  }

  /** Files of crimes without numbers have no such end. */
  private askIfLast(findings: Findings): void {
    findings.ask({
      ...{ kind: 'whole-file', subject: 'last-row' },
      sentence: `Where crimes have no numbers, nothing says where a file ends. This one has ${this.rows.toLocaleString('en-GB')} rows, the last of “${this.lastType}” ${this.last === '' ? 'without a place' : `in ${this.last}`}. Is it whole?`,
      accept: 'It is whole: I have looked at its last row at its publisher’s',
    });
  }
}

function sayOnlyOneType(type: string, findings: Findings): void {
  findings.note(
    `The file has crimes of one type alone, “${type}”: somebody took them from a street file, which has all types. What it says of all crime is not all of it, and whether its last rows are there, it hardly tells.`,
  );
}
