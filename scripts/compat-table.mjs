/** The rows of COMPAT.md: counted from a schema, printed, read back, compared. */

/**
 * @typedef {object} Row
 * @property {string} module with its version
 * @property {number} callable
 * @property {number} exported callable and skipped
 * @property {number} later skipped because calls cannot outlive themselves yet: contexts, channels, iterators
 * @property {string} line as it stands in the table
 */

const LATER = ['context', 'channel', 'iterator'];

/** @typedef {{ schema: import('../manifests/schema.ts').Schema, library: { size: number } }} Inspected */

/**
 * @param {string} module
 * @param {number} seconds
 * @param {Inspected | undefined} inspected undefined: the module did not build
 * @returns {Row}
 */
export function row(module, seconds, inspected) {
  if (!inspected)
    return { module, exported: 0, callable: 0, later: 0, line: `| ${module} | does not build | | | | | |` };
  const { packages, callable, reasons } = count(inspected.schema);
  const skipped = [...reasons.values()].reduce((sum, number) => sum + number, 0);
  const why = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, number]) => `${reason} ${number}`);
  const size = (inspected.library.size / 1e6).toFixed(1);
  const cells = [module, packages, callable + skipped, callable, why.join(', ') || '–', seconds.toFixed(0), size];
  const later = LATER.reduce((sum, reason) => sum + (reasons.get(reason) ?? 0), 0);
  return { module, exported: callable + skipped, callable, later, line: `| ${cells.join(' | ')} |` };
}

/** @param {import('../manifests/schema.ts').Schema} schema */
function count(schema) {
  const bound = schema.packages.filter((one) => one.bound);
  /** @type {Map<string, number>} */
  const reasons = new Map();
  for (const { reason, on, members } of bound.flatMap((one) => one.skips ?? [])) {
    reasons.set(reason, (reasons.get(reason) ?? 0) + members.length * (on?.length ?? 1));
  }
  const numbers = new Set(schema.packages.flatMap((one, index) => (one.bound ? [index] : [])));
  const classes = schema.types.filter((type) => type.kind === 'class' && numbers.has(type.pkg));
  const methods = classes.reduce((sum, type) => sum + (type.kind === 'class' ? (type.methods?.length ?? 0) : 0), 0);
  const symbols = bound.reduce(
    (sum, one) => sum + (one.functions?.length ?? 0) + (one.variables?.length ?? 0) + (one.constants?.length ?? 0),
    0,
  );
  return { packages: bound.length, callable: symbols + methods, reasons };
}

/** @param {Row[]} rows */
export function table(rows) {
  return [
    '# What works of real modules',
    '',
    'Printed by `npm run compat`; a change may only improve it. Exported and callable count functions, methods, variables and',
    'constants; a skip names why a symbol is not offered (`manifests/schema.ts` explains the reasons). Seconds are of one run',
    'with a warm standard library; the size is the library in MB.',
    '',
    total(rows),
    '',
    '| module | packages | exported | callable | skipped | seconds | MB |',
    '|---|--:|--:|--:|---|--:|--:|',
    ...rows.map(({ line }) => line),
    '',
  ].join('\n');
}

/** What the table says in one sentence. @param {Row[]} rows */
function total(rows) {
  const sum = (/** @type {'exported' | 'callable' | 'later'} */ key) => rows.reduce((n, one) => n + one[key], 0);
  const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${((100 * part) / whole).toFixed(1)} %`;
  const [all, callable, later] = [sum('exported'), sum('callable'), sum('later')];
  return `Of ${all} symbols ${callable} (${percent(callable, all)}) can be called; of those without a context, channel or iterator, ${percent(callable, all - later)}.`;
}

/**
 * @param {string} text
 * @returns {Map<string, Row>}
 */
export function readTable(text) {
  const rows = [...text.matchAll(/^\| (\S+@\S+) \|(.*)\|$/gm)].map(([line, module, rest]) => {
    const cells = rest.split('|');
    const reasons = new Map(
      [...rest.matchAll(/([a-z-]+) (\d+)/g)].map(([, reason, number]) => [reason, Number(number)]),
    );
    const later = LATER.reduce((sum, reason) => sum + (reasons.get(reason) ?? 0), 0);
    return { module, exported: Number(cells[1]) || 0, callable: Number(cells[2]) || 0, later, line };
  });
  return new Map(rows.map((one) => [one.module, one]));
}

/**
 * @param {Row | undefined} before
 * @param {Row} now
 * @returns {string[]}
 */
export function worse(before, now) {
  if (!before || now.callable >= before.callable) return [];
  return [`${now.module}: ${now.callable} symbols can be called, ${before.callable} could before`];
}
