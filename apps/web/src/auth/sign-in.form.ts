import { IsEmail, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInForm {
  @IsEmail({}, { message: 'Enter an email address in the correct format, like name@example.com' })
  @MaxLength(254, { message: 'Enter an email address in the correct format, like name@example.com' })
  email: string;

  @IsString({ message: 'Enter your password' })
  @IsNotEmpty({ message: 'Enter your password' })
  @MaxLength(256, { message: 'Enter your password' })
  password: string;

  /** Where the person was going. */
  @IsOptional()
  @IsString()
  next?: string;
}

/** A path of ours to go on to after signing in; anything else leads home, never to another site. */
export function safeNext(next: unknown): string {
  // Visible ASCII only: an address of ours has nothing else in it, and a header cannot.
  const path = typeof next === 'string' && /^\/(?![/\\])[!-[\]-~]*$/.test(next) ? next : '/';
  return path.startsWith('/sign-') ? '/' : path;
}
