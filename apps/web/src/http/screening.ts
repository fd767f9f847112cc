import { AsyncLocalStorage } from 'node:async_hooks';
import { confirmedFlag, type ConfirmedFlag } from '@lib/audit-trail';
import { contentHash } from '@lib/kernel';
import {
  PERSONAL_DATA_KINDS,
  type PersonalData,
  personalDataIn,
  type PersonalDataKind,
} from '@lib/personal-data';
import type { PersonalDataFlag } from '@lib/ui';

const MOST_SHOWN = 3;

/** What was found in the words of one request, and what its sender confirmed. */
class Screening {
  private readonly sentences: string[] = [];
  private readonly kinds = new Set<PersonalDataKind>();
  private readonly found = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly confirmed: ReadonlySet<string>,
  ) {}

  /** What is said of a box; null where nothing is found in it that was not confirmed as it stands. */
  look(name: string, text: string): string | null {
    const data = personalDataIn(text);
    if (data.length === 0) return null;
    const sentence = `${name}: ${inWords(data)}`;
    this.sentences.push(sentence);
    for (const one of data) {
      this.kinds.add(one.kind);
      this.found.add(seen(one));
    }
    return data.every((one) => this.confirmed.has(seen(one))) ? null : sentence;
  }

  get flag(): PersonalDataFlag | null {
    if (this.found.size === 0) return null;
    return { found: this.sentences, value: [...this.found].join(' '), isConfirmed: this.isConfirmed };
  }

  get confirmation(): ConfirmedFlag | null {
    if (this.found.size === 0 || !this.isConfirmed) return null;
    return { kinds: [...this.kinds].map((kind) => PERSONAL_DATA_KINDS[kind]), path: this.path };
  }

  private get isConfirmed(): boolean {
    return [...this.found].every((one) => this.confirmed.has(one));
  }
}

const current = new AsyncLocalStorage<Screening>();

/**
 * Carries a request out. What is found in its words is asked about, save what its sender confirmed when it was shown:
 * something else that is typed afterwards is asked about again.
 *
 * @param path the form that was sent
 * @param confirmed the value of the flag that was confirmed, see `personalDataFlag`; empty for none
 */
export function screened(path: string, confirmed: string, carryOut: () => void): void {
  const screening = new Screening(path, new Set(confirmed.split(' ')));
  current.run(screening, () => confirmedFlag.run(() => screening.confirmation, carryOut));
}

/**
 * Looks through words for personal data. It is soft: what is found is asked about, and saved when somebody says that it
 * is about nobody.
 *
 * @param name what the box is called at the beginning of a sentence
 * @returns the sentence for the box; null where there is nothing to ask
 */
export function screen(name: string, text: string): string | null {
  return (current.getStore() ?? new Screening('', new Set())).look(name, text);
}

/** What the form of a page asks about the words that were just sent; null for nothing. */
export function personalDataFlag(): PersonalDataFlag | null {
  return current.getStore()?.flag ?? null;
}

function seen({ kind, text }: PersonalData): string {
  return contentHash({ kind, text }).slice(0, 8);
}

function inWords(data: readonly PersonalData[]): string {
  const said = data.map(({ kind, text }) => `“${text}” looks like ${PERSONAL_DATA_KINDS[kind]}`);
  const more = said.length - MOST_SHOWN;
  return [...said.slice(0, MOST_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
