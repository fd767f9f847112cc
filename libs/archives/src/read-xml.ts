import { SaxesParser } from 'saxes';
import { ArchiveRefused } from './archive-refused.js';

/** What somebody who reads a part wants to hear of it. Names come without the prefix of their namespace. */
export interface XmlListener {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML as it arrives; a part that is not there says nothing. A document type is refused: it could define entities
 * that grow, or name other files, and no office program writes one. Throws `ArchiveRefused`.
 *
 * @param mostElements elements take longer to read than their bytes
 */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  mostElements: number,
  listener: XmlListener,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const damaged = () => {
    throw new ArchiveRefused('damaged');
  };
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  let elements = 0;
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > mostElements) throw new ArchiveRefused('unpacks');
    listener.open?.(withoutPrefix(name), (wanted) => {
      const full = Object.keys(attributes).find((one) => withoutPrefix(one) === wanted);
      return full === undefined ? undefined : attributes[full];
    });
  });
  parser.on('closetag', ({ name }) => listener.close?.(withoutPrefix(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));

  const decoder = new TextDecoder('utf-8');
  let isThere = false;
  for await (const chunk of chunks) {
    isThere = true;
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  if (isThere) parser.write(decoder.decode()).close();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
