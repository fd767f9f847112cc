import { checkCommands } from './check-commands.js';
import type { BundleScope } from './audit-bundle.js';

/** What the README of a bundle is made from. */
export interface ReadmeFacts extends BundleScope {
  readonly requestedBy: string;
  readonly sections: readonly { readonly name: string; readonly folder: string; readonly holds: string }[];
  /** The newest event of the trail in it, with its hash. */
  readonly lastEvent: { readonly seq: string; readonly hash: string };
  /** The id of the key that signs the manifest; null where none is set. */
  readonly keyId: string | null;
  readonly checkpoint: { readonly seq: string; readonly at: string; readonly keyId: string } | null;
}

/** The text that comes first in a bundle: what it is, what is in it, and how anybody can check it. */
export function readme(facts: ReadmeFacts): string {
  const { partnership, period, at, requestedBy, sections, lastEvent, keyId, checkpoint } = facts;
  return `# Audit bundle: ${partnership.name}, ${period.from} to ${period.until}

Made ${at.toISOString()} for ${requestedBy}. Everything in it is as it stood at that moment; all of it was read at once.

## What is in it

${sections.map(({ name, folder, holds }) => `### ${name}: folder \`${folder}\`\n\n${holds}`).join('\n\n')}

### The rest

- \`MANIFEST.sha256\`: the SHA-256 of every file but itself${keyId === null ? '.' : ' and its signature.'}
${keyId === null ? '' : '- `MANIFEST.sha256.sig`, `bundle-key.pem`: the signature of that list, and the public key that it is checked with.\n'}${checkpoint === null ? '' : '- `checkpoint`: what was signed of the trail and kept outside the service (see below).\n'}
CSV files are UTF-8 with a comma between cells. Times are UTC; days are days in London, and the first and the last day of the period are in it. A text that a spreadsheet would run as a formula has an apostrophe before it. People have the names that they have now, and in the trail the names that they had then.

Not in it: what was in a draft that nobody has sent, files that figures were taken from (their SHA-256 is), and anything about how people sign in.

## Check it

You need Linux with Bash, GNU coreutils and OpenSSL 3, and nothing of ours.

1. Compare the SHA-256 of the ZIP file (\`sha256sum audit-bundle-….zip\`) with the one that the page **Audit bundles** shows for it.
2. Unpack it into an empty folder: \`unzip audit-bundle-….zip -d bundle\`.
3. Run this in that folder. It ends with "Everything is as it was when the bundle was made.", or stops at what is wrong.

\`\`\`bash
${checkCommands({ signed: keyId !== null, checkpointSeq: checkpoint?.seq ?? null })}
\`\`\`

The trail takes a minute for about 50,000 events, and some room in your temporary folder.

## What that proves

- **Files and list.** No byte has changed since the bundle was made${keyId === null ? ', **if the SHA-256 of the ZIP file is the one that the page shows**. This bundle is **not signed**: no key is set for it. Somebody who can change its files can make a list that fits them' : `, as long as the key is the right one. Its fingerprint is \`${keyId}\`. A key that comes with what it proves, proves little: compare it with the page **Audit bundles**, or with what you wrote down when you first met it`}.
- **The trail.** Each event was recorded after the one before it and none was changed in between. An event's hash, line by line in \`trail/hashes.txt\`, is the SHA-256 of three lines without a line feed at the end: the hash before it (64 zeros for the first), its number, and its line of \`trail/events.jsonl\`. The newest event is ${lastEvent.seq}; its hash is \`${lastEvent.hash}\`.
- **Against whoever owns the database.** They could still cut the end of the trail off, or work every hash out anew, before the bundle was made. ${checkpointWords(checkpoint)}
- **Not proved.** That what was recorded is true. The CSV files are read from the same database as the trail, and were compared with nothing: the trail says who recorded what.
`;
}

function checkpointWords(checkpoint: ReadmeFacts['checkpoint']): string {
  if (checkpoint === null)
    return 'A checkpoint kept elsewhere would show that; there was **none** when this bundle was made.';
  return `The checkpoint shows that they did not, up to event ${checkpoint.seq}: it was signed at ${checkpoint.at} with another key, which the service that made this bundle does not have (\`${checkpoint.keyId}\`).`;
}
