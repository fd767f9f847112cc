/** A piece of a text that has the form of something. */
export interface Place {
  /** Of its first character in the text, from 0. */
  readonly index: number;
  /** As it stands in the text. */
  readonly text: string;
}

/** Finds everything of one form in a text, in order. */
export type Mark = (text: string) => Place[];

/**
 * Everything that has the form of a pattern and stands alone: not a part of a longer word, number, date or reference.
 *
 * @param pattern the source of a regular expression, which is read with the flags `u` and those given
 */
export function standingAlone(pattern: string, flags = ''): Mark {
  const whole = new RegExp(
    String.raw`(?<![\p{L}\p{N}]|\p{N}[.,/-])(?:${pattern})(?![\p{L}\p{N}]|[.,/-]\p{N})`,
    `gu${flags}`,
  );
  return (text) => [...text.matchAll(whole)].map((match) => ({ index: match.index, text: match[0] }));
}
