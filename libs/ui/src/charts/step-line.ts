/** A line to compare with: level over each period, with a step wherever the next period has another level. */
export interface StepLine {
  /** First and last period, counted from 0, both included. */
  readonly fromIndex: number;
  readonly toIndex: number;
  /** Its level in one of its periods. */
  valueAt(index: number): number;
}

/** Such a line with its name. */
export interface LabelledLine extends StepLine {
  readonly label: string;
  /** Where the label is looked for first; either side when left out. */
  readonly labelSide?: 'above' | 'below' | undefined;
}

/** Its levels, period by period. */
export function levelsOf(line: StepLine): number[] {
  return Array.from({ length: line.toIndex - line.fromIndex + 1 }, (_, offset) =>
    line.valueAt(line.fromIndex + offset),
  );
}
