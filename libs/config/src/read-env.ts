import { randomBytes } from 'node:crypto';
import { validateSync } from 'class-validator';
import { Env } from './env.js';

/**
 * Reads the settings once, at the start. Throws one Error that lists everything wrong, so that nobody mends
 * settings one start at a time. The only reader of `process.env` in apps/ and libs/.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const production = source['NODE_ENV'] === 'production';
  const env = new Env();
  env.NODE_ENV = (source['NODE_ENV'] ?? 'development') as Env['NODE_ENV'];
  env.PORT = Number(source['PORT'] ?? 3000);
  env.BASE_URL = source['BASE_URL'] ?? `http://localhost:${env.PORT}`;
  if (source['DATABASE_RUNTIME_URL']) env.DATABASE_RUNTIME_URL = source['DATABASE_RUNTIME_URL'];
  if (source['DATABASE_URL']) env.DATABASE_URL = source['DATABASE_URL'];
  // Outside production a secret of the moment will do: people sign in again after a restart.
  env.SESSION_SECRET = source['SESSION_SECRET'] ?? (production ? '' : randomBytes(32).toString('hex'));
  env.TRUSTED_PROXIES = Number(source['TRUSTED_PROXIES'] ?? 0);
  // In production somebody has to say where: beside the database a checkpoint proves nothing.
  const isDevelopment = env.NODE_ENV === 'development';
  const folder = source['CHECKPOINT_FOLDER'] ?? (isDevelopment ? '.data/checkpoints' : undefined);
  const key = source['CHECKPOINT_KEY'] ?? (isDevelopment ? '.data/checkpoint-key.pem' : undefined);
  if (folder) env.CHECKPOINT_FOLDER = folder;
  if (key) env.CHECKPOINT_KEY = key;
  if (source['CLAMD_ADDRESS']) env.CLAMD_ADDRESS = source['CLAMD_ADDRESS'];
  const bundleKey = source['BUNDLE_KEY'] ?? (isDevelopment ? '.data/bundle-key.pem' : undefined);
  if (bundleKey) env.BUNDLE_KEY = bundleKey;
  env.DEMO = !production && source['DEMO'] !== 'off';
  const problems = validateSync(env).flatMap((error) => Object.values(error.constraints ?? {}));
  if (problems.length > 0) throw new Error(`The settings are not right:\n- ${problems.join('\n- ')}`);
  return env;
}
