import { readXml } from '@lib/archives';
import { MOST_ELEMENTS } from '../limits.js';
import { RichText } from './rich-text.js';

/** The texts that cells refer to by number, from 0 on. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const strings: string[] = [];
  const richText = new RichText();
  await readXml(chunks, MOST_ELEMENTS, {
    open: (name) => richText.open(name),
    text: (text) => richText.text(text),
    close: (name) => {
      richText.close(name);
      if (name === 'si') strings.push(richText.take());
    },
  });
  return strings;
}
