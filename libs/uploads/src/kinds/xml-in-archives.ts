import { refused } from '../refusals.js';

/** As UTF-8 and as UTF-16, in which each letter has a zero byte behind or, read from one byte later on, before it. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((words) => [
  Buffer.from(words),
  Buffer.from(words, 'utf16le'),
]);
const LONGEST_DECLARATION = Math.max(...DECLARATIONS.map(({ length }) => length));
const LONGEST_PROLOG = 400;

/**
 * Reads a part of a document as it unpacks and refuses a document type or an entity, with which whoever reads the
 * document later could be led to other files or made to fill its memory.
 *
 * @returns the part's bytes if it is an archive itself
 */
export async function refuseEntities(name: string, chunks: AsyncIterable<Buffer>): Promise<Buffer | null> {
  let before = Buffer.alloc(0);
  let head = Buffer.alloc(0);
  const kept: Buffer[] = [];
  for await (const chunk of chunks) {
    if (head.length < LONGEST_PROLOG) head = Buffer.concat([head, chunk.subarray(0, LONGEST_PROLOG)]);
    const window = Buffer.concat([before, chunk]);
    if (DECLARATIONS.some((words) => window.includes(words))) throw refused('file.entities');
    before = window.subarray(-LONGEST_DECLARATION);
    if (isArchive(head)) kept.push(chunk);
  }
  // What does not begin as XML does, or in a writing in which we would not find the words, is read otherwise than by us.
  if (/\.(xml|rels|rdf|vml)$/.test(name) && head.length > 0 && !beginsAsXml(head))
    throw refused('file.damaged');
  return kept.length > 0 ? Buffer.concat(kept) : null;
}

function isArchive(head: Buffer): boolean {
  return head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

function beginsAsXml(head: Buffer): boolean {
  const start = head.subarray(0, 2).toString('hex');
  const writing = { fffe: 'utf-16le', '3c00': 'utf-16le', feff: 'utf-16be', '003c': 'utf-16be' }[start];
  const text = new TextDecoder(writing ?? 'utf-8').decode(head);
  const said = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8';
  return /^\s*</.test(text) && /^(utf-?(8|16(le|be)?)|us-ascii|iso-8859-\d+|windows-125\d)$/i.test(said);
}
