import { refused } from './refusals.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file as it arrives, with line feeds for line ends of every kind. */
export class StreamedText {
  private readonly decoder: TextDecoder;
  /** A carriage return at the end of a chunk: the line feed that belongs to it may follow. */
  private held = '';

  constructor(encoding: TextEncoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  take(chunk: Uint8Array): string {
    return this.unified(this.decoded(chunk));
  }

  end(): string {
    const last = this.unified(this.decoded(undefined));
    const held = this.held === '' ? '' : '\n';
    this.held = '';
    return last + held;
  }

  private decoded(chunk: Uint8Array | undefined): string {
    try {
      return chunk ? this.decoder.decode(chunk, { stream: true }) : this.decoder.decode();
    } catch {
      throw refused('file.damaged');
    }
  }

  private unified(decoded: string): string {
    let text = this.held + decoded;
    this.held = '';
    if (text.includes('\0')) throw refused('file.type');
    if (!text.includes('\r')) return text;
    if (text.endsWith('\r')) {
      this.held = '\r';
      text = text.slice(0, -1);
    }
    return text.replace(/\r\n?/g, '\n');
  }
}
