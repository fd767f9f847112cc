import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { DomainError } from '@lib/kernel';
import { documentParts, evidenceFiles, openDocumentParts, type Parts, zipOf } from '@lib/testing';
import { FileCheck } from './file-check.js';
import { ACCEPTED_EXTENSIONS, FILE_KINDS } from './file-kinds.js';
import { LARGEST_FILE } from './limits.js';

const MEGABYTE = 1024 * 1024;
const HTML = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const GIF = Buffer.from('4749463839610100010000000021f90400000000002c000000000100010000020144003b', 'hex');
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
const XXE =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>';

/** What becomes of a file: what it is, or the code it is refused with. */
async function gate(name: string, bytes: Buffer, chunkSize = 1000) {
  try {
    const check = FileCheck.begin(name);
    for (let at = 0; at < bytes.length; at += chunkSize) check.take(bytes.subarray(at, at + chunkSize));
    return await check.end();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

/** A changed document: parts are added, or take another's place. */
async function changed(extension: 'docx' | 'xlsx' | 'pptx', parts: Parts): Promise<Buffer> {
  return zipOf({ ...documentParts(extension), ...parts });
}

/** What was made of each sample, which some tests ask for again. */
const made = new Map<string, Promise<Buffer>>();
function sample([what, , make]: (typeof REFUSED)[number]): Promise<Buffer> {
  if (!made.has(what)) made.set(what, Promise.resolve(make()));
  return made.get(what)!;
}

const good = (extension: string) => evidenceFiles().then((files) => files[extension]!);
const joined = async (first: string, ...others: (Buffer | string)[]) =>
  Buffer.concat([await good(first), ...others.map((one) => Buffer.from(one))]);
const withType = (partName: string, type: string) =>
  String(documentParts('docx')['[Content_Types].xml']).replace(
    '</Types>',
    `<Override PartName="/${partName}" ContentType="${type}"/></Types>`,
  );

/** A PNG whose text holds an archive, and which is whole all the same. */
async function archiveInAPng(): Promise<Buffer> {
  const png = await good('png');
  const archive = await good('docx');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(archive.length);
  const chunk = Buffer.concat([length, Buffer.from('tEXt'), archive, Buffer.alloc(4)]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** Points the list of an archive at where its parts are, and is none the worse for what is in front. */
async function behind(front: string): Promise<Buffer> {
  const bytes = await good('docx');
  const moved = Buffer.from(bytes);
  const shift = (at: number) => moved.writeUInt32LE(moved.readUInt32LE(at) + front.length, at);
  for (let at = moved.indexOf('PK\u0001\u0002'); at >= 0; at = moved.indexOf('PK\u0001\u0002', at + 4))
    shift(at + 42);
  shift(moved.length - 6);
  return Buffer.concat([Buffer.from(front), moved]);
}

/** [what it is, its name, its bytes, the code] */
const REFUSED: readonly [string, string, () => Buffer | Promise<Buffer>, string][] = [
  ['no byte', 'minutes.pdf', () => Buffer.alloc(0), 'file.empty'],
  ['no byte of a text', 'minutes.txt', () => Buffer.alloc(0), 'file.empty'],
  ['one byte too many', 'a.txt', () => Buffer.alloc(LARGEST_FILE + 1, 'x'), 'file.too-big'],

  // Two files in one.
  [
    'a PDF with an archive behind it',
    'a.pdf',
    async () => joined('pdf', await good('docx')),
    'file.two-in-one',
  ],
  [
    'a PDF with an archive in it and an end of its own',
    'a.pdf',
    async () => joined('pdf', await good('docx'), '\nstartxref\n9\n%%EOF\n'),
    'file.two-in-one',
  ],
  ['a PDF with a page behind it', 'a.pdf', () => joined('pdf', HTML), 'file.two-in-one'],
  ['a PNG with a page behind its end', 'a.png', () => joined('png', HTML), 'file.two-in-one'],
  ['a PNG with one byte behind its end', 'a.png', () => joined('png', '\n'), 'file.two-in-one'],
  ['a PNG with an archive in its text', 'a.png', archiveInAPng, 'file.two-in-one'],
  [
    'a JPEG with an archive behind it',
    'a.jpg',
    async () => joined('jpg', await good('docx')),
    'file.two-in-one',
  ],
  ['a JPEG with a page behind its end', 'a.jpg', () => joined('jpg', HTML), 'file.two-in-one'],
  [
    'a text with an archive behind it',
    'a.csv',
    async () => joined('csv', 'PK\u0001\u0002', 'PK\u0005\u0006'),
    'file.not-text',
  ],
  ['a document with a page behind it', 'a.docx', () => joined('docx', HTML), 'file.damaged'],
  ['a document with a page in front', 'a.docx', () => behind('<html>'), 'file.not-its-kind'],
  [
    'a document with a part in front that is not listed',
    'a.docx',
    () => behind('PK\u0003\u0004<html>'),
    'file.two-in-one',
  ],
  [
    'a document with a comment',
    'a.docx',
    async () => {
      const bytes = await good('docx');
      bytes.writeUInt16LE(HTML.length, bytes.length - 2);
      return Buffer.concat([bytes, HTML]);
    },
    'file.two-in-one',
  ],

  // Another thing than its name says.
  ['a GIF called a PNG', 'a.png', () => GIF, 'file.not-its-kind'],
  ['a GIF', 'a.gif', () => GIF, 'file.type'],
  ['a JPEG called a PNG', 'a.png', () => good('jpg'), 'file.not-its-kind'],
  ['a PDF called a document', 'a.docx', () => good('pdf'), 'file.not-its-kind'],
  [
    'a PDF that begins with something else',
    'a.pdf',
    async () => Buffer.concat([HTML, await good('pdf')]),
    'file.not-its-kind',
  ],
  ['a document called a workbook', 'a.xlsx', () => good('docx'), 'file.not-its-kind'],
  ['a presentation called a document', 'a.docx', () => good('pptx'), 'file.not-its-kind'],
  ['an OpenDocument text called a spreadsheet', 'a.ods', () => good('odt'), 'file.not-its-kind'],
  ['an OpenDocument text called a document', 'a.docx', () => good('odt'), 'file.not-its-kind'],
  ['an archive of files called a document', 'a.docx', () => zipOf({ 'a.txt': 'x' }), 'file.not-its-kind'],
  ['an archive of files', 'a.zip', () => zipOf({ 'a.txt': 'x' }), 'file.type'],
  ['a document called a text', 'a.txt', () => good('docx'), 'file.not-text'],
  [
    'a document whose main part is not there',
    'a.docx',
    async () => {
      const { 'word/document.xml': _, ...parts } = documentParts('docx');
      return zipOf(parts);
    },
    'file.not-its-kind',
  ],
  ['a program', 'setup.exe', () => Buffer.from('MZ'), 'file.type'],
  ['a program called a PDF backwards', 'annual\u202efdp.exe', () => good('pdf'), 'file.type'],
  ['a program called a PDF twice', 'annual.pdf.exe', () => good('pdf'), 'file.type'],
  ['a program that Windows would see', 'annual.exe. . ', () => good('pdf'), 'file.type'],
  ['no extension', 'annual', () => good('pdf'), 'file.type'],
  ['nothing but an extension', '.pdf', () => good('pdf'), 'file.type'],

  // Pages and scripts.
  ...['html', 'htm', 'svg', 'xml', 'xhtml', 'js'].map(
    (extension) =>
      [`${extension} by name`, `a.${extension}`, () => HTML, 'file.type'] as [
        string,
        string,
        () => Buffer,
        string,
      ],
  ),
  ...['png', 'pdf', 'docx', 'jpg'].map(
    (extension) =>
      [`a page called ${extension}`, `a.${extension}`, () => HTML, 'file.not-its-kind'] as [
        string,
        string,
        () => Buffer,
        string,
      ],
  ),
  ...['txt', 'csv'].flatMap((extension) =>
    (
      [
        ['a page', HTML],
        ['a picture in SVG', SVG],
        ['a page behind blank lines', Buffer.concat([Buffer.from('\r\n \t'), HTML])],
        ['a page behind a byte order mark', Buffer.concat([Buffer.from('\ufeff'), HTML])],
        ['XML', Buffer.from('<?xml version="1.0"?><x/>')],
        ['a comment and a page', Buffer.from('<!-- --><script>alert(1)</script>')],
        ['a closing tag', Buffer.from('</p><script>alert(1)</script>')],
        ['PHP', Buffer.from('<?php system("id");')],
        ['a shell script', Buffer.from('#!/bin/sh\nid\n')],
        ['a batch file', Buffer.from('@echo off\r\ndel *\r\n')],
        ['RTF', Buffer.from('{\\rtf1 x}')],
        ['PostScript', Buffer.from('%!PS-Adobe\n')],
      ] as const
    ).map(
      ([what, bytes]) =>
        [`${what} called ${extension}`, `a.${extension}`, () => bytes, 'file.not-its-kind'] as [
          string,
          string,
          () => Buffer,
          string,
        ],
    ),
  ),
  ['a text with a zero byte', 'a.txt', () => Buffer.from('a\0b'), 'file.not-text'],
  [
    'a text with a zero byte far behind',
    'a.csv',
    () => Buffer.from(`${'a,b\n'.repeat(500)}\0`),
    'file.not-text',
  ],
  ['UTF-16', 'a.csv', () => Buffer.from('\ufeffa,b', 'utf16le'), 'file.not-text'],
  ['bytes that Windows-1252 has not', 'a.txt', () => Buffer.from([0x61, 0x81, 0x62]), 'file.not-text'],

  // Cut short.
  ['a PDF cut short', 'a.pdf', async () => (await good('pdf')).subarray(0, 300), 'file.damaged'],
  ['a PDF without its last line', 'a.pdf', async () => (await good('pdf')).subarray(0, -7), 'file.damaged'],
  ['a PNG cut short', 'a.png', async () => (await good('png')).subarray(0, -1), 'file.damaged'],
  ['the beginning of a PNG', 'a.png', async () => (await good('png')).subarray(0, 4), 'file.damaged'],
  ['a JPEG cut short', 'a.jpg', async () => (await good('jpg')).subarray(0, -1), 'file.damaged'],
  ['the beginning of a JPEG', 'a.jpg', async () => (await good('jpg')).subarray(0, 3), 'file.damaged'],
  ['a JPEG without a picture', 'a.jpg', () => Buffer.from('ffd8ffd9', 'hex'), 'file.damaged'],
  ['a document cut short', 'a.docx', async () => (await good('docx')).subarray(0, -30), 'file.damaged'],

  // Passwords and old files.
  ['a document with a password', 'a.docx', () => OLE, 'file.password'],
  ['an old document', 'a.doc', () => OLE, 'file.password'],
  [
    'a part with a password',
    'a.docx',
    async () => {
      const bytes = await good('docx');
      const listed = bytes.indexOf('PK\u0001\u0002');
      bytes.writeUInt16LE(bytes.readUInt16LE(listed + 8) | 1, listed + 8);
      return bytes;
    },
    'file.password',
  ],

  // Macros.
  ...['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'potm', 'ppsm'].map(
    (extension) =>
      [`${extension} by name`, `a.${extension}`, () => good('docx'), 'file.macros'] as [
        string,
        string,
        () => Promise<Buffer>,
        string,
      ],
  ),
  [
    'macros called a document',
    'a.docx',
    () => changed('docx', { 'word/vbaProject.bin': 'x' }),
    'file.macros',
  ],
  [
    'macros under another name',
    'a.docx',
    () =>
      changed('docx', {
        '[Content_Types].xml': withType('word/x.bin', 'application/vnd.ms-office.vbaProject'),
        'word/x.bin': 'x',
      }),
    'file.macros',
  ],
  [
    'macros by the type of the main part',
    'a.docx',
    () =>
      changed('docx', {
        '[Content_Types].xml': withType(
          'word/document.xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      }),
    'file.macros',
  ],
  [
    'old macros of Excel',
    'a.xlsx',
    () => changed('xlsx', { 'xl/macrosheets/sheet1.xml': '<x/>' }),
    'file.macros',
  ],
  [
    'macros in a workbook behind a chart',
    'a.pptx',
    async () =>
      changed('pptx', { 'ppt/embeddings/book.xlsx': await changed('xlsx', { 'xl/vbaProject.bin': 'x' }) }),
    'file.macros',
  ],
  [
    'Basic in an OpenDocument',
    'a.odt',
    () => zipOf({ ...openDocumentParts('text'), 'Basic/Standard/Module1.xml': '<x/>' }),
    'file.macros',
  ],
  [
    'Python in an OpenDocument',
    'a.ods',
    () => zipOf({ ...openDocumentParts('spreadsheet'), 'Scripts/python/x.py': 'x' }),
    'file.macros',
  ],

  // Other files by entities.
  [
    'an entity in a workbook',
    'a.xlsx',
    () => changed('xlsx', { 'xl/sharedStrings.xml': XXE }),
    'file.entities',
  ],
  [
    'an entity in UTF-16',
    'a.xlsx',
    () => changed('xlsx', { 'xl/sharedStrings.xml': Buffer.from(`\ufeff${XXE}`, 'utf16le') }),
    'file.entities',
  ],
  [
    'an entity in UTF-16, high byte first',
    'a.xlsx',
    () => changed('xlsx', { 'xl/sharedStrings.xml': Buffer.from(`\ufeff${XXE}`, 'utf16le').swap16() }),
    'file.entities',
  ],
  [
    'an entity far within',
    'a.docx',
    () => changed('docx', { 'word/x.xml': `<x>${'y'.repeat(3 * 65536 - 8)}<!ENTITY a "b">` }),
    'file.entities',
  ],
  [
    'an entity in UTF-7',
    'a.docx',
    () => changed('docx', { 'word/x.xml': '<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE x+AD4-' }),
    'file.damaged',
  ],
  [
    'an entity in EBCDIC',
    'a.docx',
    () => changed('docx', { 'word/x.xml': Buffer.from('4c6fa79493405a', 'hex') }),
    'file.damaged',
  ],
  [
    'an entity in the list of types',
    'a.docx',
    () => changed('docx', { '[Content_Types].xml': XXE }),
    'file.entities',
  ],
  [
    'an entity in a workbook within',
    'a.pptx',
    async () =>
      changed('pptx', { 'ppt/embeddings/book.xlsx': await changed('xlsx', { 'xl/styles.xml': XXE }) }),
    'file.entities',
  ],

  // Bombs.
  [
    'a bomb',
    'a.xlsx',
    () =>
      changed('xlsx', { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(100 * MEGABYTE)}</worksheet>` }),
    'file.unpacks',
  ],
  [
    'a bomb in many parts',
    'a.docx',
    () =>
      changed(
        'docx',
        Object.fromEntries(
          Array.from({ length: 64 }, (_, n) => [`word/media/${n}.bin`, Buffer.alloc(MEGABYTE)]),
        ),
      ),
    'file.unpacks',
  ],
  [
    'a bomb in an archive within',
    'a.docx',
    async () =>
      changed('docx', { 'word/embeddings/a.docx': await zipOf({ a: Buffer.alloc(60 * MEGABYTE) }) }),
    'file.unpacks',
  ],
  [
    'a bomb in archives within archives',
    'a.docx',
    async () => changed('docx', { 'a.zip': await zipOf({ 'b.zip': await zipOf({ 'c.zip': 'x' }) }) }),
    'file.unpacks',
  ],
  [
    'a bomb in many archives within',
    'a.docx',
    async () => {
      const bomb = await zipOf({ a: Buffer.alloc(MEGABYTE) });
      return changed(
        'docx',
        Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`word/embeddings/${n}.docx`, bomb])),
      );
    },
    'file.unpacks',
  ],
  [
    '5,001 parts',
    'a.docx',
    () => zipOf(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`p${n}`, '']))),
    'file.unpacks',
  ],
  [
    'an overlap',
    'a.docx',
    async () => {
      const bytes = await good('docx');
      const first = bytes.indexOf('PK\u0001\u0002');
      const second = bytes.indexOf('PK\u0001\u0002', first + 4);
      bytes.copy(bytes, first + 42, second + 42, second + 46);
      return bytes;
    },
    'file.damaged',
  ],

  // Names that lead out of the archive.
  ...['..\u00a7etc', '\u00a7etc', 'C:x'].map(
    (name) =>
      [
        `a part called ${name}`,
        'a.docx',
        async () => {
          const written = name.replaceAll('\u00a7', '/').padEnd(8, 'x');
          return Buffer.from(
            (await zipOf({ ...documentParts('docx'), abcdefgh: 'x' }))
              .toString('latin1')
              .replaceAll('abcdefgh', written),
            'latin1',
          );
        },
        'file.damaged',
      ] as [string, string, () => Promise<Buffer>, string],
  ),
];

describe('a file that comes in', () => {
  it.each([...FILE_KINDS.keys()])('may be %s, and is known by its bytes', async (extension) => {
    const bytes = await good(extension);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const chunkSize of [1, 7, 100_000])
      expect(await gate(`Minutes of June.${extension.toUpperCase()}`, bytes, chunkSize)).toEqual({
        name: `Minutes of June.${extension.toUpperCase()}`,
        ...{ extension, sha256, bytes, size: bytes.length },
        mediaType: FILE_KINDS.get(extension)!.mediaType,
      });
  });

  it('may be nothing else', () => {
    expect(ACCEPTED_EXTENSIONS).toBe('.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,.png,.jpg,.jpeg');
  });

  it.each([
    ['a PDF with blanks behind its end', 'a.pdf', async () => joined('pdf', ' \r\n\0')],
    [
      'a JPEG with a preview in it and marks to go on from',
      'a.jpg',
      async () => {
        const jpeg = await good('jpg');
        const preview = Buffer.concat([Buffer.from('ffe10000', 'hex'), jpeg]);
        preview.writeUInt16BE(jpeg.length + 2, 2);
        const scan = Buffer.from('ffd0ff00ffd71234', 'hex');
        return Buffer.concat([jpeg.subarray(0, 2), preview, jpeg.subarray(2, -2), scan, jpeg.subarray(-2)]);
      },
    ],
    ['UTF-8 with a byte order mark', 'a.csv', () => Buffer.from('\ufeffa,\u00e9')],
    ['Windows-1252', 'a.csv', () => Buffer.from('caf\u00e9,\u00a35', 'latin1')],
    ['a text that begins with less than five', 'a.txt', () => Buffer.from('<5 offences')],
    [
      'a document with the workbook behind a chart',
      'a.docx',
      async () => changed('docx', { 'word/embeddings/b.xlsx': await good('xlsx') }),
    ],
    [
      'a document with a part in UTF-16',
      'a.docx',
      () =>
        changed('docx', {
          'customXml/item1.xml': Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><x/>', 'utf16le'),
        }),
    ],
    [
      'a document that says what a document type is',
      'a.docx',
      () => changed('docx', { 'word/document.xml': '<x>&lt;!DOCTYPE html&gt;</x>' }),
    ],
    [
      'a long table of the same words',
      'a.docx',
      () =>
        changed('docx', {
          'word/x.xml': `<x>${Array.from({ length: 100_000 }, (_, n) => `<row>${n % 97}</row>`).join('')}</x>`,
        }),
    ],
    ['the largest', 'a.txt', () => Buffer.alloc(LARGEST_FILE, 'x')],
  ] as [string, string, () => Buffer | Promise<Buffer>][])('may be %s', async (_, name, bytes) => {
    expect(await gate(name, await bytes(), 65_536)).toMatchObject({ extension: name.split('.')[1] });
  });

  it.each(REFUSED.map((one) => [one[0], one] as const))('is refused as %s', async (_, one) => {
    const [, name, , code] = one;
    expect(await gate(name, await sample(one), 65_536)).toBe(code);
  });

  it('is refused the same whatever the pieces it arrives in', async () => {
    for (const one of REFUSED) {
      const [what, name, , code] = one;
      const bytes = await sample(one);
      if (bytes.length < 2000) expect([what, await gate(name, bytes, 1)]).toEqual([what, code]);
    }
  });

  it('is refused at its first bytes, not at its last', () => {
    expect(() => FileCheck.begin('a.pdf').take(Buffer.from('<'))).toThrow(
      /is not a PDF, although its name ends in \.pdf/,
    );
    expect(() => FileCheck.begin('a.png').take(Buffer.from('\u0089PNX', 'latin1'))).toThrow(
      /is not a PNG picture/,
    );
    expect(() => FileCheck.begin('a.txt').take(Buffer.from('<!'))).toThrow(/is not a plain text/);
  });

  it('is given up on long before a bomb is unpacked', async () => {
    const bytes = await changed('xlsx', { 'xl/worksheets/sheet1.xml': Buffer.alloc(150 * MEGABYTE, 32) });
    const before = process.memoryUsage().rss;
    expect(await gate('a.xlsx', bytes, 65_536)).toBe('file.unpacks');
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(150);
  });

  it('may say that it is compressed and be nothing of the kind', async () => {
    const parts = documentParts('docx', `<x>${'words '.repeat(100)}</x>`);
    const bytes = await zipOf(parts);
    const at = bytes.indexOf(deflateRawSync(Buffer.from(parts['word/document.xml']!)).subarray(0, 12));
    expect(at).toBeGreaterThan(0);
    expect(await gate('a.docx', bytes.fill(0xff, at, at + 12))).toBe('file.damaged');
  });

  it('is taken or refused, and never fails, with any byte changed', async () => {
    for (const extension of ['docx', 'odt', 'png', 'jpg', 'pdf']) {
      const bytes = await good(extension);
      for (let at = 0; at < bytes.length; at += 3) {
        const one = Buffer.from(bytes);
        one[at] = (one[at]! + 101) % 256;
        expect([at, await gate(`a.${extension}`, one)]).toEqual([at, expect.anything()]);
      }
    }
  });

  it('says what is wrong and what to do', async () => {
    for (const one of REFUSED.filter(([, , , code]) => code !== 'file.empty')) {
      const bytes = await sample(one);
      if (bytes.length > 2000) continue;
      const refusal = async () => {
        const check = FileCheck.begin(one[1]);
        check.take(bytes);
        await check.end();
      };
      await expect(refusal()).rejects.toThrow(/^The selected file .*: (open|save) .*upload /);
    }
  });
});
