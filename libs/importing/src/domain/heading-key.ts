/** A heading without what varies from file to file: capitals, spaces, line ends, underscores, a byte order mark. */
export function headingKey(heading: string): string {
  return heading.replace(/[\s_\uFEFF]+/g, '').toLowerCase();
}
