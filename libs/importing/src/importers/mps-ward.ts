import { londonAreaCode } from '@lib/published-data';
import type { AreaLabel, Findings, Importer } from '../importer.js';
import { OFFENCE_COLUMNS, readWide, recogniseWide, type WideLayout } from './mps-wide.js';

/** Of the 32 boroughs, since May 2022. */
const WARDS = 679;

const LAYOUT: WideLayout = {
  wanted: [
    ...OFFENCE_COLUMNS,
    { key: 'ward', name: 'the name of the ward', headings: ['WardName', 'LookUp_WardName'] },
    { key: 'code', name: 'the code of the ward', headings: ['WardCode', 'LookUp_WardCode'] },
    {
      key: 'borough',
      name: 'the name of the borough',
      headings: ['LookUp_BoroughName', 'BoroughName', 'Borough'],
    },
  ],
  // Ten names of wards are found in two boroughs each: the code tells them apart.
  areaOf: (cell) => {
    const code = cell('code');
    return {
      ...{ label: code, name: cell('ward'), within: cell('borough') },
      code: /^[EW]05\d{6}$/.test(code) ? code : null,
    };
  },
  whenRead: (areas, findings) => {
    askIfAllWards(areas, findings);
    askAboutBoroughs(areas, findings);
  },
  by: 'by ward',
};

export const mpsWard: Importer = {
  key: 'mps-ward',
  source: 'mps-ward',
  title: 'MPS Ward Level Crime',
  lookOf: 'A CSV with a row for each offence and ward and a column for each month',
  roles: LAYOUT.wanted,
  // The one of June 2025 has 17,895.
  mostRows: 100_000,
  recognise: (head, answers) => recogniseWide(head, answers, LAYOUT),
  read: (table, recognised, findings, answers) => readWide(table, recognised, findings, answers, LAYOUT),
};

/** Where the names of wards and boroughs were swapped, the codes are right and the names are not. */
function askAboutBoroughs(areas: readonly AreaLabel[], findings: Findings): void {
  const [other] = areas.filter(({ within }) => within !== null && londonAreaCode(within) === null);
  if (!other) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'boroughs' },
    sentence: `“${other.name}” (${other.code ?? other.label}) lies in “${other.within}” here, which is no borough of London that is known. Is that so at its publisher’s?`,
    accept: 'It is: load it as it is',
  });
}

/** A file that was cut where a ward ends looks like a whole one. */
function askIfAllWards(areas: readonly AreaLabel[], findings: Findings): void {
  const wards = areas.filter(({ code }) => code !== null).length;
  if (wards === WARDS) return;
  findings.ask({
    ...{ kind: 'rows', subject: 'wards' },
    sentence: `The file has ${wards} wards; the boroughs of London have had ${WARDS} since May 2022. Is that so at its publisher’s?`,
    accept: 'It is: load it as it is',
  });
}
