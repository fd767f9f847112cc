import { createHash } from 'node:crypto';
import type { BundleFile } from './bundle-file.js';

export const MANIFEST = 'MANIFEST.sha256';
export const SIGNATURE = 'MANIFEST.sha256.sig';
export const PUBLIC_KEY = 'bundle-key.pem';

/** The SHA-256 of files as they pass by, in the form that `sha256sum -c` reads. */
export class Manifest {
  private readonly lines: string[] = [];

  /** The same file; once it has been read to its end, its line is in the manifest. */
  listed({ path, content }: BundleFile): BundleFile {
    return { path, content: this.passed(path, content) };
  }

  private async *passed(path: string, content: BundleFile['content']): AsyncGenerator<string | Buffer> {
    const hash = createHash('sha256');
    const pieces = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
    this.lines.push(`${hash.digest('hex')}  ${path}\n`);
  }

  get text(): string {
    return this.lines.join('');
  }
}
