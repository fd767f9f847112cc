import { Clock, SystemClock } from '@lib/kernel';
import { Global, Module } from '@nestjs/common';

/** The time, from the machine. A test puts another Clock in its place. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }],
  exports: [Clock],
})
export class ClockModule {}
