import {
  answerInWords,
  ChangeAnswer,
  ChangeOwnTable,
  ForgetAnswer,
  ForgetOwnTable,
  type Loader,
  ownTableQuestions,
  rememberedQuestion,
} from '@lib/importing';
import { type AnySource, sourceNamed } from '@lib/published-data';
import { OwnTablesQuery, type RememberedAnswers } from '@lib/reporting';
import { type Command, readOptions, UsageError } from '../command.js';

const FOR_EVERYBODY: Loader = { actor: null, loadedFor: null };

/** What is remembered for everybody. What a partnership has answered is changed on its own page. */
export const remembered: Command = {
  name: 'remembered',
  summary: 'Lists what is remembered of published files for everybody, and changes or forgets one answer',
  usage: '[--forget ID] [--change ID:NUMBER=ANSWER]',
  async run(words, context) {
    const options = readOptions(words, ['forget', 'change']);
    const app = await context.application();
    const kept = await app.get(OwnTablesQuery).rememberedForEverybody();
    const [forget, change] = [options.get('forget'), options.get('change')];
    if (forget !== undefined) {
      const isTable = isKept(kept, forget);
      await (isTable
        ? app.get(ForgetOwnTable).execute(FOR_EVERYBODY, forget)
        : app.get(ForgetAnswer).execute(FOR_EVERYBODY, forget));
      context.print('Forgotten: the next file asks about it again.');
    } else if (change !== undefined) {
      const [, id, number, answer] = /^([^:]+):(\d+)=(.+)$/s.exec(change) ?? [];
      if (!id || !number || !answer) throw new UsageError('Say an answer as ID:NUMBER=ANSWER.');
      if (isKept(kept, id)) {
        const { questions } = listed(kept).find((one) => one.id === id)!;
        const answers = questions.map((question, at) =>
          at + 1 === Number(number) ? answer : question.answer!,
        );
        await app.get(ChangeOwnTable).execute(FOR_EVERYBODY, { keptId: id, answers });
      } else await app.get(ChangeAnswer).execute(FOR_EVERYBODY, { answerId: id, means: answer });
      context.print('Changed, for files that are applied from now on.');
    } else for (const line of linesOf(kept)) context.print(line);
  },
};

/** @returns whether it is a table @throws UsageError for what is not remembered */
function isKept({ tables, meanings }: RememberedAnswers, id: string): boolean {
  if (tables.some((table) => table.id === id)) return true;
  if (meanings.some((meaning) => meaning.id === id)) return false;
  throw new UsageError(`Nothing is remembered for everybody as ${id}: list it first.`);
}

function listed({ tables, meanings }: RememberedAnswers) {
  return [
    ...tables.map((table) => ({
      id: table.id,
      about: `The table “${table.name}”`,
      questions: ownTableQuestions(table as Parameters<typeof ownTableQuestions>[0]),
    })),
    ...meanings.map((meaning) => ({
      id: meaning.id,
      about: sourceNamed(meaning.source as AnySource, meaning.tableName).name,
      questions: [rememberedQuestion({ ...meaning, source: meaning.source as AnySource })],
    })),
  ];
}

function linesOf(kept: RememberedAnswers): string[] {
  const all = listed(kept);
  if (all.length === 0) return ['Nothing is remembered for everybody.'];
  return all.flatMap(({ id, about, questions }) => [
    `${id}  ${about}`,
    ...questions.map(
      ({ sentence, choices, answer }, at) => `  ${at + 1}. ${sentence} ${answerInWords(choices, answer!)}`,
    ),
  ]);
}
