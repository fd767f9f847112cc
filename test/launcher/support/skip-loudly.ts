/** `it` where the machine can do it; elsewhere a skipped test, and a line in the output that says why. */
export function itWhere(possible: boolean, otherwise: string): jest.It {
  if (possible) return it;
  process.stderr.write(`\nSKIPPED: ${otherwise}\n`);
  return it.skip;
}
