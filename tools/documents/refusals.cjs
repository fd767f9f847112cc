'use strict';

/**
 * The list of all refusals with their sentences, read from the sources: `docs/refusals.md`. Without an argument it is
 * written; with `--check` it fails when the document is not what the sources say. Every refusal has to say who can do
 * what about it; the list is there to be read for that.
 *
 * Read are: `new DomainError(kind, code, message)`; tables of sentences that carry the tag `@refusals`; and what forms
 * say (`message:` of their rules, `text:` of a problem with a box).
 */
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');
const { ROOT } = require('../launcher/root.cjs');

const DOCUMENT = path.join(ROOT, 'docs', 'refusals.md');
const STATUS = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409, 'too-many': 429 };

function sources() {
  return ['libs', 'apps'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((name) => name.endsWith('.ts') && !/spec\.ts$|^libs\/testing/.test(name)),
  );
}

/** The sentences an expression can be: values that are filled in show as "…". Empty for what is not written there. */
function sentencesOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isIdentifier(node)) return constantOf(node);
  if (ts.isTemplateExpression(node))
    return [
      node.head.text +
        node.templateSpans
          .map(({ expression, literal }) => `${constantOf(expression)[0] ?? '…'}${literal.text}`)
          .join(''),
    ];
  if (ts.isParenthesizedExpression(node)) return sentencesOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...sentencesOf(node.whenTrue), ...sentencesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [sentencesOf(node.left), sentencesOf(node.right)];
    return [`${left[0] ?? '…'}${right[0] ?? '…'}`];
  }
  return [];
}

/** What a constant of the same file says, as a list of one; empty for anything else. */
function constantOf(node) {
  if (!ts.isIdentifier(node)) return [];
  for (const statement of node.getSourceFile().statements)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (name.getText() === node.text && initializer && ts.isStringLiteralLike(initializer))
          return [initializer.text];
  return [];
}

function isTagged(node) {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'refusals');
}

function readRefusals() {
  const refusals = [];
  const forms = [];
  for (const name of sources()) {
    const file = ts.createSourceFile(
      name,
      fs.readFileSync(path.join(ROOT, name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const isForm = name.startsWith('apps/web/');
    const visit = (node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
        const [kind, code, message] = node.arguments;
        for (const sentence of sentencesOf(message))
          refusals.push({ code: sentencesOf(code)[0] ?? '…', status: STATUS[kind.text] ?? '', sentence });
      }
      if (ts.isVariableStatement(node) && isTagged(node))
        for (const declaration of node.declarationList.declarations)
          collectTable(declaration.initializer, refusals);
      if (isForm && ts.isPropertyAssignment(node) && ['message', 'text'].includes(node.name.getText()))
        for (const sentence of sentencesOf(node.initializer))
          if (isRefusalOfAForm(node)) forms.push(sentence);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return {
    refusals: inOrder(refusals),
    forms: [...new Set(forms)].sort((a, b) => a.localeCompare(b, 'en-GB')),
  };
}

/** `{ text, href }` is a problem with a box; `message` belongs to a rule. Links and labels have a text too. */
function isRefusalOfAForm(property) {
  if (property.name.getText() === 'message') return true;
  const names = property.parent.properties.map((one) => one.name?.getText());
  const href = property.parent.properties.find((one) => one.name?.getText() === 'href');
  return names.includes('href') && /^['`"]#/.test(href.initializer?.getText() ?? '');
}

function collectTable(initializer, refusals) {
  const table = ts.isAsExpression(initializer) ? initializer.expression : initializer;
  for (const property of table.properties)
    for (const sentence of sentencesOf(property.initializer))
      refusals.push({ code: property.name.getText().replace(/['"]/g, ''), status: '', sentence });
}

function inOrder(refusals) {
  const key = ({ code, sentence }) => `${code} ${sentence}`;
  return [...new Map(refusals.map((one) => [key(one), one])).values()].sort((a, b) =>
    key(a).localeCompare(key(b), 'en-GB'),
  );
}

function documentOf({ refusals, forms }) {
  const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
  return [
    '# Refusals',
    '',
    'Made from the sources by `node tools/documents/refusals.cjs`. "…" stands for what is filled in. Each says what holds and who can do what about it.',
    '',
    '| Code | Status | Sentence |',
    '| --- | --- | --- |',
    ...refusals.map(({ code, status, sentence }) => `| \`${cell(code)}\` | ${status} | ${cell(sentence)} |`),
    '',
    '## What forms say',
    '',
    'With status 422, beside the box and in the summary; what was typed stays.',
    '',
    ...forms.map((sentence) => `- ${cell(sentence)}`),
    '',
  ].join('\n');
}

const wanted = documentOf(readRefusals());
if (process.argv.includes('--check')) {
  if (!fs.existsSync(DOCUMENT) || fs.readFileSync(DOCUMENT, 'utf8') !== wanted) {
    console.error('docs/refusals.md is not what the sources say: run node tools/documents/refusals.cjs');
    process.exitCode = 1;
  }
} else fs.writeFileSync(DOCUMENT, wanted);
