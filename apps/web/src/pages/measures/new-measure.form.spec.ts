import { measureSlug, READY_MEASURES } from '@lib/plans';
import type { MeasureChoices } from '@lib/reporting';
import { newId } from '@lib/kernel';
import { readForm } from '../../http/form.js';
import { fillFromCatalogue, NewMeasureForm } from './new-measure.form.js';
import { readSheet } from './sheet.form.js';

/** A partnership that has every kind of authority, and every count of the catalogue. */
const CHOICES: MeasureChoices = {
  authorities: ['council', 'police', 'fire', 'probation', 'health'].map((kind) => ({
    ...{ id: newId(), name: kind, kind },
  })),
  counts: READY_MEASURES.filter(({ sheet }) => sheet.kind === 'count').map(({ key, sheet }) => ({
    ...{ id: newId(), name: sheet.name, catalogueKey: key },
  })),
  draft: null,
};

describe('the form that adds a measure, filled from the catalogue', () => {
  it.each(READY_MEASURES.map((one) => [one.key, one] as const))(
    'is right as it stands with %s',
    (_, ready) => {
      const filled = new NewMeasureForm();
      filled.quarter = '2026-27-q1';
      fillFromCatalogue(filled, ready, CHOICES);
      const { form, errors } = readForm(NewMeasureForm, Object.fromEntries(Object.entries(filled)));
      expect(errors).toBeNull();
      const read = readSheet(form, form.kind);
      expect(read.errors).toEqual([]);
      expect(read.sheet).toMatchObject(ready.sheet);
      expect(read.sheet.componentIds).toHaveLength(ready.partKeys.length);
      expect(measureSlug(read.sheet.name)).toMatch(/^[a-z][a-z0-9-]{1,62}$/);
      expect(CHOICES.authorities.find(({ id }) => id === form.authority)?.kind).toBe(ready.returnedBy);
    },
  );
});
