import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

const POSTGRES_URL = /^postgres(ql)?:\/\//;
const CLAMD_ADDRESS = /^(\/.+|([\w.-]+|\[[\da-f:]+\]):\d{1,5})$/i;

/** Every setting there is, with its rule. `.env.example` lists the same, and a test compares them. */
export class Env {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production';

  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number;

  /** The address people type. Over https the session cookie is `Secure` and named `__Host-`. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  BASE_URL: string;

  /** The database as the role that owns nothing. The web process knows no other. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_RUNTIME_URL must be a postgres:// address' })
  DATABASE_RUNTIME_URL?: string;

  /** The database as its owner: for migrations, never for the web process. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_URL must be a postgres:// address' })
  DATABASE_URL?: string;

  /** Signs the session cookie; the same in every web process. */
  @IsString()
  @MinLength(32, { message: 'SESSION_SECRET must have at least 32 characters' })
  SESSION_SECRET: string;

  /** How many proxies stand in front; the caller's address is taken from that hop only. */
  @IsInt()
  @Min(0)
  @Max(5)
  TRUSTED_PROXIES: number;

  /** Where checkpoints of the audit trail are kept: out of reach of whoever can change the database. */
  @IsOptional()
  @IsString()
  CHECKPOINT_FOLDER?: string;

  /** The key of checkpoints as PEM, or the path of a file with it. Who only checks needs its public half only. */
  @IsOptional()
  @IsString()
  CHECKPOINT_KEY?: string;

  /** The clamd that looks into files: `host:port`, or the path of its Unix socket. Without one files wait unseen. */
  @IsOptional()
  @Matches(CLAMD_ADDRESS, { message: 'CLAMD_ADDRESS must be host:port, or the path of a socket' })
  CLAMD_ADDRESS?: string;
  /** The key that signs audit bundles, as PEM or the path of a file with it. Never the one of checkpoints. */
  @IsOptional()
  @IsString()
  BUNDLE_KEY?: string;

  /** Says on every page that this is a demonstration. */
  @IsBoolean()
  DEMO: boolean;
}
