// What is wrong with a FEEL expression of a decision or a form.

import { lintExpression } from '@bpmn-io/feel-lint';

/** Messages, none for an expression that is fine. `dialect` is `expression` or, for the input cells of a table, `unaryTests`. */
export function feelProblems(text, dialect = 'expression') {
  const unquoted = text.replace(/"(\\.|[^"\\])*"/g, '""');
  const problems = lintExpression(text, { dialect }).map(({ message }) => message);

  // The parser takes it, the engine does not.
  if (/={2}/.test(unquoted.replace(/\s/g, ''))) problems.push('FEEL compares with a single =');

  // Parses as the name of a variable and is null at run time. Variables have English names, so it is a forgotten quote.
  const bare = unquoted.match(/[^\x00-\x7F]+/)?.[0];
  if (bare) problems.push(`Text outside of quotes: ${bare}`);

  return problems.map(problem => `${problem}, in: ${text}`);
}
