/** Whose return it is, and on which form where there is more than one. */
export function whoseReturn({ authority, form }: { authority: string; form: string | null }): string {
  return form === null ? authority : `${authority}, ${form}`;
}
