import { readXml } from '@lib/archives';
import { RichText } from './rich-text.js';

/** The texts that cells refer to by number, from 0 on. */
export async function readSharedStrings(
  chunks: AsyncIterable<Buffer>,
  mostElements: number,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const richText = new RichText();
  await readXml(chunks, mostElements, {
    open: (name) => richText.open(name),
    text: (text) => richText.text(text),
    close: (name) => {
      richText.close(name);
      if (name === 'si') strings.push(richText.take());
    },
  });
  return strings;
}
