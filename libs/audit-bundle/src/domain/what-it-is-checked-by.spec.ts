import { calendarDate } from '@lib/kernel';
import { checkCommands } from './check-commands.js';
import { Manifest } from './manifest.js';
import { readme, type ReadmeFacts } from './readme.js';

async function read(content: AsyncIterable<string | Buffer>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of content) pieces.push(piece.toString());
  return pieces.join('');
}

describe('the manifest', () => {
  it('has the SHA-256 of what was read, in the order of reading, as sha256sum writes it', async () => {
    const manifest = new Manifest();
    async function* pieces() {
      yield 'ab';
      yield Buffer.from('c');
    }
    for (const content of [pieces(), 'abc', Buffer.from('')] as const) {
      const listed = manifest.listed({ path: 'one.txt', content });
      await read(listed.content as AsyncIterable<string>);
    }
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(manifest.text).toBe(`${abc}  one.txt\n${abc}  one.txt\n${nothing}  one.txt\n`);
  });

  it('does not list a file that was not read to its end', async () => {
    const manifest = new Manifest();
    const { content } = manifest.listed({ path: 'one.txt', content: 'abc' });
    for await (const _piece of content as AsyncIterable<string>) break;
    expect(manifest.text).toBe('');
  });
});

describe('the README', () => {
  const facts: ReadmeFacts = {
    partnership: { id: 'id', slug: 'kingston', name: 'Safer Kingston Partnership' },
    period: { from: calendarDate('2010-04-01'), until: calendarDate('2010-06-30') },
    at: new Date('2026-11-29T01:00:00Z'),
    requestedBy: 'Aude Example',
    sections: [{ name: 'Returns', folder: 'returns', holds: 'What belongs to the period.' }],
    lastEvent: { seq: '109', hash: 'f'.repeat(64) },
    keyId: 'a'.repeat(64),
    checkpoint: { seq: '100', at: '2026-11-28T01:00:00.000Z', keyId: 'b'.repeat(64) },
  };

  it('says whose, of when, what belongs, and which keys to compare', () => {
    const text = readme(facts);
    for (const said of [
      '# Audit bundle: Safer Kingston Partnership, 2010-04-01 to 2010-06-30',
      'Made 2026-11-29T01:00:00.000Z for Aude Example',
      '### Returns: folder `returns`\n\nWhat belongs to the period.',
      `Its fingerprint is \`${facts.keyId}\``,
      'up to event 100: it was signed at 2026-11-28T01:00:00.000Z',
      checkCommands({ signed: true, checkpointSeq: '100' }),
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/not signed|undefined|\bnull\b/);
  });

  it('says plainly what is not there', () => {
    const text = readme({ ...facts, keyId: null, checkpoint: null });
    expect(text).toContain('This bundle is **not signed**');
    expect(text).toContain('there was **none** when this bundle was made');
    expect(text).not.toMatch(/MANIFEST\.sha256\.sig|bundle-key\.pem|pkeyutl|checkpoint\/|undefined|\bnull\b/);
  });
});

describe('the commands that check a bundle', () => {
  it('are numbered, whatever there is to check', () => {
    const numbers = (commands: string) =>
      [...commands.matchAll(/^say '(\d)\./gm)].map(([, number]) => Number(number));
    expect(numbers(checkCommands({ signed: true, checkpointSeq: '7' }))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(checkCommands({ signed: false, checkpointSeq: null }))).toEqual([1, 2]);
  });
});
