import 'reflect-metadata';
import { readEnv } from '@lib/config';
import { DomainError } from '@lib/kernel';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { CliModule } from './cli.module.js';
import { UsageError } from './command.js';
import { COMMANDS } from './commands/index.js';

async function main([name, ...words]: string[]): Promise<number> {
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    console.log('npm run cli -- <command>\n');
    for (const { name: known, usage, summary } of COMMANDS)
      console.log(`  ${[known, usage].filter(Boolean).join(' ').padEnd(38)} ${summary}`);
    return name && name !== 'help' ? 2 : 0;
  }
  let application: INestApplicationContext | undefined;
  try {
    const env = readEnv();
    await command.run(words, {
      env,
      print: (line) => console.log(line),
      application: async () => {
        if (!env.DATABASE_RUNTIME_URL)
          throw new Error('Set DATABASE_RUNTIME_URL to the database as the runtime role.');
        application ??= await NestFactory.createApplicationContext(
          CliModule.connect(env.DATABASE_RUNTIME_URL, env.CLAMD_ADDRESS),
          {
            logger: ['error', 'warn'],
            abortOnError: false,
          },
        );
        return application;
      },
    });
    return 0;
  } catch (error) {
    if (error instanceof UsageError)
      console.error(`${error.message} Usage: ${command.name} ${command.usage ?? ''}`);
    else console.error(error instanceof DomainError || error instanceof Error ? error.message : error);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await application?.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
