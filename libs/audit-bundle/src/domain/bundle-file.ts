/** One file of a bundle. What is big comes piece by piece, so that no file has to fit into memory. */
export interface BundleFile {
  /** With slashes, made of small letters, digits, dots and hyphens; names of ours only, never of what somebody sent. */
  readonly path: string;
  readonly content: string | Buffer | AsyncIterable<string | Buffer>;
}
