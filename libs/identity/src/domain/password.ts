import { hash, type Options, verify } from '@node-rs/argon2';
import { DomainError } from '@lib/kernel';

/** Argon2id (the library's default algorithm) at the floor of OWASP ASVS 5.0.0, 11.4.2. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 12;
const LONGEST = 256;
/** What a guesser of this service's passwords tries first. */
const TOO_EASY = ['kingston', 'password', 'partnership', 'qwerty', '123456', 'letmein', 'welcome'];

/**
 * Hashes a password that may be used. Throws `identity.weak-password` for one that is too short, too long, or an
 * easy word with a little added.
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST)
    throw weak(`between ${SHORTEST} and ${LONGEST} characters`);
  const letters = password.toLowerCase();
  if (TOO_EASY.some((word) => letters.includes(word) && password.length < word.length + SHORTEST / 2))
    throw weak('words that are harder to guess');
  return hash(password, PARAMETERS);
}

/** A hash no password fits: checked for an unknown address, so that the answer takes as long as for a known one. */
const NOBODY = hash('no password of anybody', PARAMETERS);

export async function passwordFits(storedHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(storedHash ?? (await NOBODY), password.slice(0, LONGEST));
  return fits && storedHash !== null;
}

function weak(needs: string): DomainError {
  return new DomainError('invalid', 'identity.weak-password', `Choose a password with ${needs}.`);
}
