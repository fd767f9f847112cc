import { AuditTrailModule } from '@lib/audit-trail';
import { ClockModule, VirusScannerModule } from '@lib/gateways';
import { IdentityModule } from '@lib/identity';
import { ImportingModule } from '@lib/importing';
import { MeetingsModule } from '@lib/meetings';
import { PartnershipsModule } from '@lib/partnerships';
import { PersistenceModule } from '@lib/persistence';
import { PlansModule } from '@lib/plans';
import { ComparatorsModule } from '@lib/comparators';
import { ReportingModule } from '@lib/reporting';
import { AssuranceModule } from '@lib/assurance';
import { ResultsModule } from '@lib/results';
import { ReturnsModule } from '@lib/returns';
import { type DynamicModule, Module } from '@nestjs/common';

/** The use cases without a web server. */
@Module({})
export class CliModule {
  /** @param clamdAddress as in the settings */
  static connect(runtimeUrl: string, clamdAddress: string | undefined): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PersistenceModule.connect(runtimeUrl),
        ClockModule,
        VirusScannerModule.at(clamdAddress),
        AuditTrailModule,
        IdentityModule,
        PartnershipsModule,
        PlansModule,
        ReportingModule,
        AssuranceModule,
        ComparatorsModule,
        ImportingModule,
        MeetingsModule,
        ResultsModule,
        ReturnsModule,
      ],
    };
  }
}
