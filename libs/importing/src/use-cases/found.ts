import { addDays, type CalendarDate } from '@lib/kernel';
import type { AskedWhileReading } from '../domain/asked.js';
import { ImportRefused } from '../domain/import-refused.js';
import type { Findings } from '../importer.js';

/** What an importer finds out, kept until all is read. */
export class Found implements Findings {
  readonly asked: AskedWhileReading[] = [];
  readonly notes: string[] = [];
  extracted: CalendarDate | null = null;
  releaseFound: {
    readonly day: CalendarDate;
    readonly because: string;
    readonly goesWith: { readonly beginsOn: CalendarDate } | undefined;
  } | null = null;

  ask(question: AskedWhileReading): void {
    if (!this.asked.some(({ kind, subject }) => kind === question.kind && subject === question.subject))
      this.asked.push(question);
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }

  extractedOn(day: CalendarDate): void {
    if (!this.extracted || day > this.extracted) this.extracted = day;
  }

  release(day: CalendarDate, because: string, goesWith?: { readonly beginsOn: CalendarDate }): void {
    this.releaseFound = { day, because, goesWith };
  }

  /** A lookup of areas has no figures: it stands for the day of its release. */
  coversWithoutFigures(): { from: CalendarDate; until: CalendarDate } {
    if (!this.releaseFound) throw new ImportRefused('The file does not say what time it is of.');
    const from = this.releaseFound.day;
    return { from, until: addDays(from, 1) };
  }
}
