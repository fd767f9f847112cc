import { calendarDate } from '@lib/kernel';
import type { ContentAction, ContentFinding, ContentPriority } from '@lib/reporting';
import { publicCopy } from './public-copy.js';

type Publication = ContentAction['publication'];

const action = (id: string, publication: Publication): ContentAction => ({
  ...{ id, rowId: id, priorityId: 'any', wording: id, owner: { id: 'police', name: 'Police' } },
  ...{ dueOn: calendarDate('2027-03-31'), tier: 'primary', publication },
});
const priority = (id: string, publication: Publication, actions: ContentAction[]): ContentPriority => ({
  ...{ id, rowId: id, title: id, narrative: null, publication, lead: null, contributors: [], measures: [] },
  actions,
});
const finding = (id: string, publication: Publication, priorityIds: string[]): ContentFinding => ({
  ...{ id, rowId: id, source: 'consultation', document: id, foundOn: calendarDate('2027-01-31') },
  ...{ wording: id, publication, priorityIds },
});

describe('the copy of a plan that may be published', () => {
  const copy = publicCopy({
    priorities: [
      priority('open', 'public', [action('lights', 'public'), action('covert', 'restricted')]),
      priority('secret', 'restricted', [action('under a secret', 'public')]),
    ],
    findings: [finding('survey', 'public', ['open', 'secret']), finding('source', 'restricted', ['open'])],
  });

  it('leaves out restricted priorities with all that stands under them, actions and findings', () => {
    expect(copy.priorities.map(({ id }) => id)).toEqual(['open']);
    expect(copy.priorities.flatMap(({ actions }) => actions.map(({ id }) => id))).toEqual(['lights']);
    expect(copy.findings.map(({ id }) => id)).toEqual(['survey']);
  });

  it('does not let a finding tell of a priority that is left out', () => {
    expect(copy.findings[0]!.priorityIds).toEqual(['open']);
  });
});
