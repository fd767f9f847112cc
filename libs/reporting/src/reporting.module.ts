import { Module } from '@nestjs/common';
import { BoardQuery } from './board.query.js';
import { BreakdownChoicesQuery } from './breakdown-choices.query.js';
import { CrossChecksQuery } from './cross-checks.query.js';
import { DelegationsQuery } from './delegations.query.js';
import { DecisionsQuery } from './decisions.query.js';
import { DefinitionSheetQuery } from './definition-sheet.query.js';
import { DutiesQuery } from './duties.query.js';
import { EvidenceQuery } from './evidence.query.js';
import { FindingsQuery } from './findings.query.js';
import { ForecastRecordQuery } from './forecast-record.query.js';
import { MeasureChoicesQuery } from './measure-choices.query.js';
import { MeasureQuery } from './measure.query.js';
import { MeasuresListQuery } from './measures-list.query.js';
import { OccurrenceQuery } from './occurrence.query.js';
import { MeetingsQuery } from './meetings.query.js';
import { NomineesQuery } from './nominees.query.js';
import { PeopleQuery } from './people.query.js';
import { PlanChoicesQuery } from './plan-choices.query.js';
import { PlanQuery } from './plan.query.js';
import { PublishedFilesQuery } from './published-files.query.js';
import { PublishedReleaseQuery } from './published-release.query.js';
import { PublishedForReturnQuery } from './published-for-return.query.js';
import { PublishedMeasureQuery } from './published-measure.query.js';
import { ComparatorGroupsQuery } from './comparator-groups.query.js';
import { PublishedComparisonQuery } from './published-comparison.query.js';
import { OwnTablesQuery } from './own-tables.query.js';
import { PublishedSummariesQuery } from './published-summaries.query.js';
import { QuartersQuery } from './quarters.query.js';
import { ReturnsOverTimeQuery } from './returns-over-time.query.js';
import { ReturnFormsQuery } from './return-forms.query.js';
import { ReturnSheetQuery } from './return-sheet.query.js';
import { ReturnsListQuery } from './returns-list.query.js';
import { TrailThingsQuery } from './trail-things.query.js';
import { WorkpapersQuery } from './workpapers.query.js';
import { ChangesSinceQuery } from './since/changes-since.query.js';

const QUERIES = [
  BoardQuery,
  BreakdownChoicesQuery,
  ChangesSinceQuery,
  CrossChecksQuery,
  DelegationsQuery,
  DecisionsQuery,
  DefinitionSheetQuery,
  DutiesQuery,
  EvidenceQuery,
  FindingsQuery,
  ForecastRecordQuery,
  MeasureChoicesQuery,
  MeasureQuery,
  MeasuresListQuery,
  OccurrenceQuery,
  MeetingsQuery,
  NomineesQuery,
  PeopleQuery,
  PlanChoicesQuery,
  PlanQuery,
  PublishedFilesQuery,
  PublishedForReturnQuery,
  PublishedMeasureQuery,
  PublishedReleaseQuery,
  ComparatorGroupsQuery,
  PublishedComparisonQuery,
  OwnTablesQuery,
  PublishedSummariesQuery,
  QuartersQuery,
  ReturnsOverTimeQuery,
  ReturnFormsQuery,
  ReturnSheetQuery,
  ReturnsListQuery,
  TrailThingsQuery,
  WorkpapersQuery,
];

@Module({ providers: QUERIES, exports: QUERIES })
export class ReportingModule {}
