/** Of the plan for 2010/11, and invented. */
export const PUBLISHED_SUMMARY = {
  publishedOn: '2010-04-06',
  publicAt: 'https://www.safer-kingston.example/plan/summary-2010-11',
  forms: 'Web page, leaflet, easy read',
} as const;
