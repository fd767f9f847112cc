import 'reflect-metadata';
import { readEnv } from '@lib/config';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { usePipeline } from './http/pipeline.js';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(env), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  usePipeline(app);
  app.enableShutdownHooks();
  await app.listen(env.PORT);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
