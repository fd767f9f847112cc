import type { Agent, Response } from 'supertest';
import { hiddenField } from '../test-app.js';
import { boxOf } from './html.js';
import { type Fields, sendRaw } from './send.js';

export type Box = 'value' | 'reason' | 'expectedOn' | 'rightBecause';
/** What is typed, by the position of its line on the page. */
export type Typed = Readonly<Record<number, Partial<Record<Box, string>>>>;

/** The page on which an officer enters figures, as a browser has it open. */
export interface FiguresPage {
  readonly path: string;
  /** Where its sister pages are: `/check`, `/decision`, and the return itself. */
  readonly returnPath: string;
  readonly lines: readonly string[];
  readonly version: string;
  /** The id of a box, which the error summary links to. */
  idOf(line: number, box: Box): string;
  /** Sends every box as it stands on the page, with what is typed in place of some. */
  save(typed: Typed, action?: 'check' | 'later'): Promise<Response>;
  /** Sends nothing but this body, as the page's form. */
  saveRaw(body: string): Promise<Response>;
}

/** Opens the first return that an officer owes. */
export async function openFigures(agent: Agent, slug = 'kingston'): Promise<FiguresPage> {
  const owed = await agent.get(`/partnerships/${slug}/returns`).expect(200);
  const path = /href="([^"]*\/figures)"/.exec(owed.text)![1]!;
  return pageOf(agent, path, (await agent.get(path).expect(200)).text);
}

/** The page as an answer shows it again. */
export function pageOf(agent: Agent, path: string, html: string): FiguresPage {
  const lines = [...html.matchAll(/ id="figure-([0-9a-f-]{36})"/g)].map((match) => match[1]!);
  const version = hiddenField(html, 'version');
  const nameOf = (line: string, box: Box) => `figures[${line}][${box}]`;
  return {
    path,
    returnPath: path.replace(/\/figures$/, ''),
    lines,
    version,
    idOf: (line, box) =>
      `${{ value: 'figure', reason: 'reason', expectedOn: 'expected', rightBecause: 'right' }[box]}-${lines[line]}`,
    async save(typed, action = 'later') {
      const fields: Record<string, string> = { _csrf: hiddenField(html, '_csrf'), version, action };
      for (const [index, line] of lines.entries())
        for (const box of ['value', 'reason', 'expectedOn', 'rightBecause'] as const)
          fields[nameOf(line, box)] = typed[index]?.[box] ?? boxOf(html, nameOf(line, box)) ?? '';
      return agent
        .post(path)
        .type('form')
        .send(fields as Fields);
    },
    saveRaw: (body) => sendRaw(agent, path, body),
  };
}

/** Says one number on every line, with a reason where it is unusual, and writes every commentary: ready to be sent. */
export async function readyToSend(agent: Agent, page: FiguresPage, value: string): Promise<void> {
  const said = { value, reason: '', expectedOn: '', rightBecause: 'It was looked at' };
  await page.save(Object.fromEntries(page.lines.map((_, line) => [line, said])));
  await writeCommentary(agent, page);
}

/** Writes a commentary on every line and on the return as a whole. */
export async function writeCommentary(
  agent: Agent,
  { returnPath }: FiguresPage,
  wording = 'It was looked into.',
): Promise<Response> {
  const path = `${returnPath}/commentary`;
  const { text } = await agent.get(path).expect(200);
  const boxes = [...text.matchAll(/name="(commentary\[[^\]]*\])"/g)].map((match) => match[1]!);
  return agent
    .post(path)
    .type('form')
    .send({
      ...{ _csrf: hiddenField(text, '_csrf'), version: hiddenField(text, 'version') },
      ...Object.fromEntries(boxes.map((name) => [name, wording])),
    });
}

/** What stands in a box of an answer. */
export function shownIn(html: string, { lines }: FiguresPage, line: number, box: Box): string | undefined {
  return boxOf(html, `figures[${lines[line]}][${box}]`);
}
