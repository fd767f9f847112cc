const LONGEST_NAME = 150;

/**
 * What a file is called with us: the last part of its name, without a folder, without marks that are not printed or
 * turn text around (`annual\u202efdp.exe` reads "annualexe.pdf"), and without those that Windows has in no name. 150
 * characters at most: a longer one loses its middle, not its extension. Never empty.
 */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const printed = last.replace(/[\p{C}\p{Zl}\p{Zp}"<>|:*?]/gu, '');
  // Windows leaves out dots at the end, and other systems hide what begins with one.
  const plain = printed.replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length) || 'file';
  // By characters: half of one that is written as two would be none.
  const room = LONGEST_NAME - Array.from(extension).length;
  return Array.from(stem).slice(0, room).join('') + extension;
}
