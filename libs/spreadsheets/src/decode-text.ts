import { refused } from './refusals.js';

/**
 * The text of a file: UTF-8 or UTF-16 as its first bytes say, else UTF-8 if it is that, else Windows-1252, which is
 * what Excel on Windows saves as "CSV". Bytes that no text has are refused.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decoderFor(bytes).decode(bytes);
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw refused('file.type');
  return text;
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return new TextDecoder('utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}
