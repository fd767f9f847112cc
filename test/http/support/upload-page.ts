import type { Agent, Response } from 'supertest';
import { hiddenField } from '../test-app.js';
import { openFigures } from './figures-page.js';
import { boxOf, mainText } from './html.js';
import { post, send, type SentFile } from './send.js';

/** The page on which an officer uploads a filled-in template of the first return that is owed. */
export interface UploadPage {
  readonly path: string;
  /** Where its sister pages and its templates are. */
  readonly returnPath: string;
  upload(file: SentFile): Promise<Response>;
  /** Presses "Save these figures" under a preview. */
  save(preview: string): Promise<Response>;
  template(format: 'csv' | 'xlsx'): Promise<Buffer>;
}

export async function openUpload(agent: Agent): Promise<UploadPage> {
  const { returnPath } = await openFigures(agent);
  const path = `${returnPath}/upload`;
  await agent.get(path).expect(200);
  return {
    path,
    returnPath,
    upload: (file) => send(agent, path, { file }),
    async save(preview) {
      const names = [...preview.matchAll(/name="(figures\[[^"]+)"/g)].map((match) => match[1]!);
      const boxes = Object.fromEntries(names.map((name) => [name, boxOf(preview, name)!]));
      const version = hiddenField(preview, 'version');
      return post(agent, `${returnPath}/figures`, {
        ...{ _csrf: hiddenField(preview, '_csrf'), version, action: 'check' },
        ...boxes,
      });
    },
    async template(format) {
      const response = await agent
        .get(`${returnPath}/template.${format}`)
        .buffer(true)
        .parse(asBytes)
        .expect(200);
      return response.body as Buffer;
    },
  };
}

/** What a preview says of a line: "now", "new" and "change", in words. */
export function previewOf(html: string, label: string): string {
  const row = [...html.matchAll(/<tr class="govuk-table__row"[^>]*>([\s\S]*?)<\/tr>/g)].find(([text]) =>
    text.includes(`${label},`),
  );
  return row ? mainText(row[0]).replace(/^.*?, \w+ /, '') : 'no such row';
}

function asBytes(
  response: Response | NodeJS.ReadableStream,
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  (response as NodeJS.ReadableStream).on('data', (chunk: Buffer) => chunks.push(chunk));
  (response as NodeJS.ReadableStream).on('end', () => done(null, Buffer.concat(chunks)));
}
