/** The parts of the key of an occurrence, as they stand in an address. */
export type OccurrenceAddress = Readonly<Record<'reference' | 'bearer' | 'slug', string>>;

export const keyIn = ({ reference, bearer, slug }: OccurrenceAddress): string =>
  `${reference}/${bearer}/${slug}`;
