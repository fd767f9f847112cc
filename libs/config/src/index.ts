export { Env } from './env.js';
export { readEnv } from './read-env.js';
