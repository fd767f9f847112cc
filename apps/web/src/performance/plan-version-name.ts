/** "Kingston priorities for 2010/11, version 2" */
export function nameOfVersion({ planTitle, number }: { planTitle: string; number: number }): string {
  return `${planTitle}, version ${number}`;
}
