import { hashPassword, passwordFits } from './password.js';

describe('passwords', () => {
  it('are kept as argon2id with at least 19,456 KiB, two passes and one lane', async () => {
    expect(await hashPassword('three blind horses')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fit their own hash and no other', async () => {
    const stored = await hashPassword('three blind horses');
    expect(await passwordFits(stored, 'three blind horses')).toBe(true);
    expect(await passwordFits(stored, 'three blind horse')).toBe(false);
    expect(await passwordFits(null, 'no password of anybody')).toBe(false);
  });

  it.each(['short', 'Kingston2026!', 'password1234', 'x'.repeat(257)])('refuses %p', async (password) => {
    await expect(hashPassword(password)).rejects.toThrow('Choose a password with');
  });

  it('takes a long phrase that holds an easy word', async () => {
    await expect(hashPassword('the kingston gates are open')).resolves.toContain('argon2id');
  });
});
