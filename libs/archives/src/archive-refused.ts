/** What is wrong with an archive, for the room that was handed it to say in its own words. */
export type ArchiveFault = 'damaged' | 'password' | 'unpacks';

/** Thrown where an archive, or XML in it, is not what it should be or more than was allowed. */
export class ArchiveRefused extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(`The archive is refused: ${fault}`);
  }
}
