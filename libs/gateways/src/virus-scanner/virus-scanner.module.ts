import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ClamdScanner, NoScanner } from './clamd-scanner.js';
import { VirusScanner } from './virus-scanner.js';

@Global()
@Module({})
export class VirusScannerModule {
  /** @param address of a clamd; without one nothing is scanned, and what needs it waits */
  static at(address: string | undefined): DynamicModule {
    const scanner = address === undefined ? new NoScanner() : new ClamdScanner(address);
    return {
      module: VirusScannerModule,
      providers: [{ provide: VirusScanner, useValue: scanner }],
      exports: [VirusScanner],
    };
  }
}
