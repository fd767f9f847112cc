import { MANIFEST, PUBLIC_KEY, SIGNATURE } from './manifest.js';

/** What of a bundle there is to check beside its files. */
export interface Seals {
  /** Whether the manifest is signed. */
  readonly signed: boolean;
  /** The event that the checkpoint in it covers, as decimal digits; null where there is no checkpoint. */
  readonly checkpointSeq: string | null;
}

const FINGERPRINT_OF = (key: string) =>
  `openssl pkey -pubin -in ${key} -outform DER | sha256sum | cut -d ' ' -f 1`;

/**
 * The commands that check an unpacked bundle, to be run in its folder: GNU coreutils, Bash and OpenSSL 3 will do. They
 * end with an error at the first thing that is wrong.
 */
export function checkCommands({ signed, checkpointSeq }: Seals): string {
  const steps = [
    ...(signed ? [keyStep(), signatureStep()] : []),
    filesStep(signed),
    chainStep(),
    ...(checkpointSeq === null ? [] : [checkpointStep(checkpointSeq)]),
  ];
  return [
    "bash -euo pipefail <<'CHECK'",
    'export LC_ALL=C',
    `say() { printf '%s\\n' "$*"; }`,
    `trap '[ $? -eq 0 ] || say "SOMETHING IS WRONG, at the number above."' EXIT`,
    ...steps.map((step, index) => `\n${step.replace('#', String(index + 1))}`),
    "\nsay 'Everything is as it was when the bundle was made.'",
    'CHECK',
  ].join('\n');
}

function keyStep(): string {
  return [
    "say '#. The key. Compare it with the one that the page Audit bundles shows:'",
    FINGERPRINT_OF(PUBLIC_KEY),
  ].join('\n');
}

function signatureStep(): string {
  return [
    "say '#. The list of files was signed with this key:'",
    `openssl pkeyutl -verify -pubin -inkey ${PUBLIC_KEY} -rawin -in ${MANIFEST} -sigfile ${SIGNATURE}`,
  ].join('\n');
}

function filesStep(signed: boolean): string {
  const besides = signed ? `${MANIFEST} ${SIGNATURE}` : MANIFEST;
  return [
    "say '#. Every file is the one in the list, and there is no other.'",
    `sha256sum --strict --quiet -c ${MANIFEST}`,
    'shopt -s globstar dotglob nullglob',
    'there=$(for file in **; do if [ -f "$file" ]; then say "$file"; fi; done | sort)',
    `listed=$({ cut -c 67- ${MANIFEST}; printf '%s\\n' ${besides}; } | sort)`,
    `[ "$there" = "$listed" ] || { say '   A file is there that is not in the list.'; exit 1; }`,
  ].join('\n');
}

/** An event's hash covers three lines, the last without a line feed: the hash before it, its number, its content. */
function chainStep(): string {
  return [
    "say '#. Every event of the trail follows the one before it.'",
    'events=$(wc -l < trail/hashes.txt)',
    "{ printf '%064d\\n' 0; head -n -1 trail/hashes.txt; } |",
    `  paste -d '\\n' - <(seq "$events") trail/events.jsonl |`,
    // A thousand events at a time as files, each without its last line feed: one process for an event takes ten times as long.
    `  split -l 3000 --filter='cd "$(mktemp -d)" && split -l 3 && truncate -s -1 * && sha256sum * && rm -r "$PWD"' |`,
    `  paste -d ' ' <(seq "$events") - trail/hashes.txt |`,
    '  while read -r number found name recorded; do',
    '    [ "$found" = "$recorded" ] || { say "   Event $number is not as it was recorded."; exit 1; }',
    '  done',
    'say "   $events events."',
  ].join('\n');
}

function checkpointStep(seq: string): string {
  const signedEvent = `"hash":"'"$(head -n ${seq} trail/hashes.txt | tail -n 1)"'"`;
  return [
    "say '#. The trail has the event that the checkpoint covers. Compare its key with the one you wrote down:'",
    FINGERPRINT_OF('checkpoint/key.pem'),
    'openssl pkeyutl -verify -pubin -inkey checkpoint/key.pem -rawin \\',
    '  -in checkpoint/checkpoint.json -sigfile checkpoint/checkpoint.sig',
    `[[ $(cat checkpoint/checkpoint.json) == *'${signedEvent}'*'"seq":"${seq}"'* ]]`,
  ].join('\n');
}
