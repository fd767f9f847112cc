import type { XmlListener } from '@lib/archives';
import { LONGEST_CELL } from '../limits.js';

/**
 * Listens for the text of an element whose letters may be formatted piece by piece; how they are pronounced is left
 * out. What is too long for a cell is cut where that still shows.
 */
export class RichText implements XmlListener {
  private heard = '';
  private inText = false;
  private pronounced = false;

  open(name: string): void {
    if (name === 't') this.inText = true;
    if (name === 'rPh') this.pronounced = true;
  }

  text(text: string): void {
    if (this.inText && !this.pronounced) this.heard = (this.heard + text).slice(0, LONGEST_CELL + 1);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'rPh') this.pronounced = false;
  }

  /** What was heard since it was last taken. */
  take(): string {
    const text = this.heard;
    this.heard = '';
    return text;
  }
}
