import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CliModule } from '../../apps/cli/src/cli.module.js';
import { seedKingston2010 } from './seed-kingston-2010.js';

/** Fills the empty database at DATABASE_RUNTIME_URL with the world of the tests, as `seed-demo` does with its own. */
async function main(): Promise<void> {
  const runtimeUrl = process.env['DATABASE_RUNTIME_URL'];
  if (!runtimeUrl) throw new Error('Set DATABASE_RUNTIME_URL to the database as the runtime role.');
  const application = await NestFactory.createApplicationContext(CliModule.connect(runtimeUrl, undefined), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    await seedKingston2010(application);
  } finally {
    await application.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
