// Checks of decision tables that dmnlint does not have.

import { feelProblems } from './feel.mjs';

/** `found(check, elementId, message)` is called for every finding. */
export function checkDecisions(definitions, found) {
  for (const decision of (definitions.drgElement ?? []).filter(is('dmn:Decision'))) {
    // The engine refuses to deploy a decision without it.
    if (!decision.get('camunda:historyTimeToLive')) found('history-time-to-live', decision.id, 'No history time to live');

    const logic = decision.decisionLogic;
    if (is('dmn:DecisionTable')(logic)) checkTable(logic, found);
    else if (is('dmn:LiteralExpression')(logic)) checkFeel(logic, 'expression', found);
    else found('decision-logic', decision.id, 'Neither a table nor an expression');
  }
}

function checkTable(table, found) {
  const { input: inputs = [], output: outputs = [], rule: rules = [] } = table;

  for (const column of [...inputs, ...outputs]) {
    if (!column.label?.trim()) found('column-label', column.id, 'Column without a label');
  }
  for (const { id, inputExpression } of inputs) {
    if (inputExpression?.text?.trim()) checkFeel(inputExpression, 'expression', found);
    else found('input-expression', id, 'Input without an expression');
  }

  if (!rules.length) found('rules', table.id, 'Table without a rule');
  for (const rule of rules) {
    // The annotation says which clause a rule comes from: 4.2.3, S3, Q1, or why it is there.
    if (!rule.description?.trim()) found('rule-annotation', rule.id, 'Rule without an annotation');
    for (const entry of rule.inputEntry ?? []) {
      if (!isAny(entry.text)) checkFeel(entry, 'unaryTests', found);
    }
    for (const entry of rule.outputEntry ?? []) {
      if (entry.text?.trim()) checkFeel(entry, 'expression', found);
    }
  }

  // Under COLLECT and RULE ORDER several rules may apply; under these they must not, or only the first one ever does.
  if (['UNIQUE', 'FIRST'].includes(table.hitPolicy ?? 'UNIQUE')) checkCovered(table, rules, found);
}

/** Compares cells by their text: a rule is covered if each cell of another is the same or accepts anything. */
function checkCovered({ hitPolicy = 'UNIQUE' }, rules, found) {
  const cells = rules.map(rule => (rule.inputEntry ?? []).map(entry => normalized(entry.text)));
  const covers = (a, b) => cells[a].every((cell, i) => isAny(cell) || cell === cells[b][i]);

  rules.forEach((rule, later) => rules.slice(0, later).forEach((other, earlier) => {
    const pair = `(rule ${later + 1}) and ${other.id} (rule ${earlier + 1})`;
    if (covers(earlier, later) && covers(later, earlier)) {
      found('duplicate-rule', rule.id, `${pair} have the same conditions`);
    } else if (covers(earlier, later)) {
      found('covered-rule', rule.id, `${pair}: the earlier one always applies too`);
    } else if (hitPolicy === 'UNIQUE' && covers(later, earlier)) {
      found('covered-rule', rule.id, `${pair}: the later one always applies too`);
    }
  }));
}

function checkFeel({ id, text, expressionLanguage }, dialect, found) {
  if (expressionLanguage && !/feel/i.test(expressionLanguage)) {
    found('feel', id, `Written in ${expressionLanguage}, which is not checked: use FEEL`);
    return;
  }
  for (const problem of feelProblems(text ?? '', dialect)) found('feel', id, problem);
}

const is = type => element => element?.$instanceOf?.(type) ?? false;

const isAny = text => ['', '-'].includes(text?.trim() ?? '');

/** Drops white space outside of quotes, and the order of alternatives where it can be told without parsing. */
function normalized(text = '') {
  const compact = text.replace(/("(?:\\.|[^"\\])*")|\s+/g, '$1');
  return /[([{]/.test(compact) ? compact : compact.match(/("(\\.|[^"\\])*"|[^,])+/g)?.sort().join() ?? '';
}
