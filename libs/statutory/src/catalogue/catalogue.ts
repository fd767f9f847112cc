import { ANTI_SOCIAL_BEHAVIOUR_CRIME_AND_POLICING_ACT_2014 } from './anti-social-behaviour-crime-and-policing-act-2014.js';
import { CARE_ACT_2014 } from './care-act-2014.js';
import { CHILDREN_ACT_2004 } from './children-act-2004.js';
import { COMBATING_DRUGS_GUIDANCE_2022 } from './combating-drugs-guidance-2022.js';
import { COUNTER_TERRORISM_AND_SECURITY_ACT_2015 } from './counter-terrorism-and-security-act-2015.js';
import { CRIME_AND_DISORDER_ACT_1998 } from './crime-and-disorder-act-1998.js';
import { CRIME_AND_POLICING_ACT_2026 } from './crime-and-policing-act-2026.js';
import { CRIMINAL_JUSTICE_ACT_2003 } from './criminal-justice-act-2003.js';
import { DATA_PROTECTION } from './data-protection.js';
import { DOMESTIC_ABUSE_ACT_2021 } from './domestic-abuse-act-2021.js';
import { DOMESTIC_HOMICIDE_GUIDANCE_2016 } from './domestic-homicide-guidance-2016.js';
import { DOMESTIC_VIOLENCE_CRIME_AND_VICTIMS_ACT_2004 } from './domestic-violence-crime-and-victims-act-2004.js';
import type { DutiesOfAct, Duty } from './duty.js';
import { EQUALITY_ACT_2010 } from './equality-act-2010.js';
import { FREEDOM_OF_INFORMATION_ACT_2000 } from './freedom-of-information-act-2000.js';
import { HUMAN_RIGHTS_ACT_1998 } from './human-rights-act-1998.js';
import { MODERN_SLAVERY_ACT_2015 } from './modern-slavery-act-2015.js';
import { NATIONAL_HEALTH_SERVICE_ACT_2006 } from './national-health-service-act-2006.js';
import { POLICE_AND_JUSTICE_ACT_2006 } from './police-and-justice-act-2006.js';
import { POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022 } from './police-crime-sentencing-and-courts-act-2022.js';
import { POLICE_REFORM_AND_SOCIAL_RESPONSIBILITY_ACT_2011 } from './police-reform-and-social-responsibility-act-2011.js';
import { SERIOUS_VIOLENCE_REGULATIONS_2022 } from './serious-violence-regulations-2022.js';
import { SI_2007_1830 } from './si-2007-1830.js';
import { SI_2007_1831 } from './si-2007-1831.js';
import { SI_2009_942 } from './si-2009-942.js';
import { SI_2017_353 } from './si-2017-353.js';
import { VICTIMS_AND_PRISONERS_ACT_2024 } from './victims-and-prisoners-act-2024.js';

/** The order in which a reader meets them: the partnership's own law first. */
const ACTS: readonly DutiesOfAct[] = [
  CRIME_AND_DISORDER_ACT_1998,
  SI_2007_1830,
  SI_2007_1831,
  POLICE_AND_JUSTICE_ACT_2006,
  SI_2009_942,
  POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022,
  SERIOUS_VIOLENCE_REGULATIONS_2022,
  DOMESTIC_VIOLENCE_CRIME_AND_VICTIMS_ACT_2004,
  DOMESTIC_HOMICIDE_GUIDANCE_2016,
  VICTIMS_AND_PRISONERS_ACT_2024,
  ANTI_SOCIAL_BEHAVIOUR_CRIME_AND_POLICING_ACT_2014,
  CRIME_AND_POLICING_ACT_2026,
  COUNTER_TERRORISM_AND_SECURITY_ACT_2015,
  DOMESTIC_ABUSE_ACT_2021,
  POLICE_REFORM_AND_SOCIAL_RESPONSIBILITY_ACT_2011,
  EQUALITY_ACT_2010,
  SI_2017_353,
  DATA_PROTECTION,
  FREEDOM_OF_INFORMATION_ACT_2000,
  MODERN_SLAVERY_ACT_2015,
  CHILDREN_ACT_2004,
  CARE_ACT_2014,
  CRIMINAL_JUSTICE_ACT_2003,
  NATIONAL_HEALTH_SERVICE_ACT_2006,
  COMBATING_DRUGS_GUIDANCE_2022,
  HUMAN_RIGHTS_ACT_1998,
];

/** Every provision that was ever published here, by Act. */
export const DUTIES: readonly Duty[] = ACTS.flatMap(({ act, duties }) =>
  duties.map((row): Duty => ({ ...row, act })),
);

const BY_REFERENCE = new Map(DUTIES.map((duty) => [duty.reference, duty]));

/** Throws RangeError for a reference that was never published. */
export function dutyOf(reference: string): Duty {
  const duty = BY_REFERENCE.get(reference);
  if (!duty) throw new RangeError(`There is no duty "${reference}".`);
  return duty;
}
