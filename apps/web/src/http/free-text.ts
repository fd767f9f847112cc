import 'reflect-metadata';

const NAME = Symbol('free text');

/**
 * A box for somebody's own words: they are looked through for personal data before they are saved (see screening.ts).
 *
 * @param name what the box is called at the beginning of a sentence
 */
export function FreeText(name: string): PropertyDecorator {
  return (form, property) => Reflect.defineMetadata(NAME, name, form, property);
}

/** The boxes for free text of a form, its superclasses' among them, with what is in them. */
export function freeTextsOf(
  form: object,
): { readonly box: string; readonly name: string; readonly text: string }[] {
  return Object.entries(form).flatMap(([box, text]: [string, unknown]) => {
    const name: unknown = Reflect.getMetadata(NAME, form, box);
    return typeof name === 'string' && typeof text === 'string' ? [{ box, name, text }] : [];
  });
}
