import { Foundations } from './0001-foundations.js';
import { PeopleAndPartnerships } from './0002-people-and-partnerships.js';
import { AuditTrail } from './0003-audit-trail.js';
import { Plans } from './0004-plans.js';
import { Returns } from './0005-returns.js';
import { MeasureResults } from './0006-measure-results.js';
import { TargetsAndJudgement } from './0007-targets-and-judgement.js';
import { PeriodsAndRevisions } from './0008-periods-and-revisions.js';
import { RequestKeys } from './0009-request-keys.js';
import { PlanVersions } from './0010-plan-versions.js';
import { FiguresInFull } from './0011-figures-in-full.js';
import { TargetsByDecision } from './0012-targets-by-decision.js';
import { MeasureDefinitions } from './0013-measure-definitions.js';
import { AsAt } from './0014-as-at.js';
import { Delegation } from './0015-delegation.js';
import { ReadyMeasures } from './0016-ready-measures.js';
import { ReturnForms } from './0017-return-forms.js';
import { EndedBeforeItsTime } from './0018-ended-before-its-time.js';
import { WorkedOutMeasures } from './0019-worked-out-measures.js';
import { Breakdowns } from './0020-breakdowns.js';
import { SearchTheTrail } from './0021-search-the-trail.js';
import { Duties } from './0022-duties.js';
import { Evidence } from './0023-evidence.js';
import { Meetings } from './0024-meetings.js';
import { CalendarAddresses } from './0025-calendar-addresses.js';
import { AuditBundles } from './0026-audit-bundles.js';
import { Findings } from './0027-findings.js';
import { PublishedFigures } from './0028-published-figures.js';
import { PublishedSums } from './0029-published-sums.js';
import { ComparatorGroups } from './0030-comparator-groups.js';
import { OwnTables } from './0031-own-tables.js';
import { ArrivingFiles } from './0032-arriving-files.js';
import { PublishedLines } from './0033-published-lines.js';

/** In the order they run. A merged migration is never edited: a change is a new one at the end. */
export const MIGRATIONS = [
  Foundations,
  PeopleAndPartnerships,
  AuditTrail,
  Plans,
  Returns,
  MeasureResults,
  TargetsAndJudgement,
  PeriodsAndRevisions,
  RequestKeys,
  PlanVersions,
  FiguresInFull,
  TargetsByDecision,
  MeasureDefinitions,
  AsAt,
  Delegation,
  ReadyMeasures,
  ReturnForms,
  EndedBeforeItsTime,
  WorkedOutMeasures,
  Breakdowns,
  SearchTheTrail,
  Duties,
  Evidence,
  Meetings,
  CalendarAddresses,
  AuditBundles,
  Findings,
  PublishedFigures,
  PublishedSums,
  ComparatorGroups,
  OwnTables,
  ArrivingFiles,
  PublishedLines,
];
