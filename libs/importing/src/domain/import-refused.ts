/** Thrown where a file cannot be loaded as it is. The message says what its owner can do, and names the cell. */
export class ImportRefused extends Error {}
