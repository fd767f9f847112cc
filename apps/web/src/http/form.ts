import { DomainError } from '@lib/kernel';
import type { PageError } from '@lib/ui';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { freeTextsOf } from './free-text.js';
import { screen } from './screening.js';

export type FormResult<Form> =
  | { readonly form: Form; readonly errors: null }
  | { readonly form: Form; readonly errors: readonly PageError[] };

/**
 * Reads a posted body as a form class, whose decorators carry the sentence for each rule. A field the form does not
 * have is refused with 400: nothing is bound that was not asked for. What looks like personal data in its free texts is
 * an error too, until its sender says that it is about nobody.
 *
 * @param options.hidden fields without a box on the page, to which the error summary cannot lead
 */
export function readForm<Form extends object>(
  type: new () => Form,
  body: unknown,
  { hidden = [] }: { hidden?: readonly (keyof Form & string)[] } = {},
): FormResult<Form> {
  const form = plainToInstance(type, isRecord(body) ? { ...body } : {}, { enableImplicitConversion: false });
  const problems = validateSync(form, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  const unknown = problems.find(({ constraints }) => constraints?.['whitelistValidation']);
  if (unknown) throw unknownField(unknown.property);
  const errors = problems.map(({ property, constraints }): PageError => ({
    text: Object.values(constraints ?? {})[0] ?? 'This is not right',
    href: (hidden as readonly string[]).includes(property) ? undefined : `#${property}`,
  }));
  for (const { box, name, text } of freeTextsOf(form)) {
    const flagged = screen(name, text);
    // Of a box that is wrong in itself, one sentence is enough.
    if (flagged && !problems.some(({ property }) => property === box))
      errors.push({ text: flagged, href: `#${box}` });
  }
  return errors.length === 0 ? { form, errors: null } : { form, errors };
}

export function unknownField(name: string): DomainError {
  return new DomainError(
    'invalid',
    'forms.unknown-field',
    `This form has no field "${name.slice(0, 60)}". Go back, load the page again and send it once more.`,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
