import type { PageError } from '@lib/ui';
import { Page } from '../../http/page.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One box of a small form, as the template draws it. */
export type Box =
  | {
      readonly kind: 'text' | 'area';
      readonly name: string;
      readonly label: string;
      readonly value: string;
      readonly hint?: string;
      readonly width?: number;
    }
  | {
      readonly kind: 'radios' | 'select';
      readonly name: string;
      readonly label: string;
      readonly value: string;
      readonly choices: readonly Choice[];
      readonly hint?: string;
    }
  | {
      readonly kind: 'checkboxes';
      readonly name: string;
      readonly label: string;
      readonly values: readonly string[];
      readonly choices: readonly Choice[];
      readonly hint?: string;
    }
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string };

export interface SmallForm {
  readonly pageTitle: string;
  readonly caption?: string;
  readonly backLink: { readonly href: string; readonly text: string };
  readonly formAction: string;
  readonly button: string;
  /** Paragraphs above the boxes. */
  readonly explanation?: readonly string[];
  readonly boxes: readonly Box[];
  /** Whether it makes something new, and so must be carried out once however often it is sent. */
  readonly makes?: boolean;
}

/** A page with one small form. Whatever was typed stays in its boxes. */
export function formPage(form: SmallForm, errors: readonly PageError[] = [], status = 422): Page {
  return new Page('pages/plan/form.njk', { ...form, errors }, errors.length > 0 ? status : 200);
}
