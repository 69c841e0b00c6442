/**
 * What the crossing was designed to reach, held against a run. Printed, never asserted: a noisy machine breaks no test.
 * @param {Map<string, Map<string, number>>} results case → contender → nanoseconds
 * @param {import('./modules.mjs').Cost[]} costs
 * @returns {{ text: string, met: boolean }[]}
 */
export function goals(results, costs) {
  const ns = (/** @type {string} */ name, who = 'usegolib') => results.get(name)?.get(who) ?? Number.NaN;
  const goal = (
    /** @type {string} */ text,
    /** @type {number} */ value,
    /** @type {number} */ limit,
    atLeast = false,
  ) => ({
    text: `${text} ${atLeast ? '≥' : '≤'} ${limit} (${value.toPrecision(3)})`,
    met: atLeast ? value >= limit : value <= limit,
  });
  return [
    goal('no-op / same exports by Node-API', ns('no-op') / ns('no-op', 'Node-API frames'), 1.25),
    goal('Add / same exports by Node-API', ns('Add(int, int)') / ns('Add(int, int)', 'Node-API frames'), 1.25),
    goal('raw koffi / no-op', ns('no-op', 'raw koffi') / ns('no-op'), 500, true),
    goal('raw koffi / Add', ns('Add(int, int)', 'raw koffi') / ns('Add(int, int)'), 500, true),
    goal('small struct / no-op', ns('small struct') / ns('no-op'), 3),
    goal('method of an object / Add', ns('method of an object') / ns('Add(int, int)'), 1.5),
    goal('text of 1 KB / same exports by Node-API', ns('text of 1 KB') / ns('text of 1 KB', 'Node-API frames'), 1.2),
    goal('text of 1 KB / plain exports by Node-API', ns('text of 1 KB') / ns('text of 1 KB', 'Node-API addon'), 1.2),
    goal('text of 1 MB / plain exports by Node-API', ns('text of 1 MB') / ns('text of 1 MB', 'Node-API addon'), 0.8),
    goal('JSON child / map', ns('map of 1,000 entries', 'JSON child') / ns('map of 1,000 entries'), 3, true),
    goal('JSON child / any', ns('any: 10,000 rows', 'JSON child') / ns('any: 10,000 rows'), 2, true),
    goal('callback in µs', ns('callback') / 1000, 1),
    goal('callback from another goroutine in µs', ns('callback from another goroutine') / 1000, 1),
    goal('JSON child / 10,000 rows', ns('10,000 rows', 'JSON child') / ns('10,000 rows'), 5, true),
    ...costs.flatMap(({ name, koffi, start, import: first, build, plain }) => [
      goal(`import of ${name} over koffi in ms`, first - koffi, 5),
      goal(`import of ${name} over koffi and the start of its library in ms`, first - start, 5),
      goal(`build of ${name} / plain go build`, build / plain, 1.5),
    ]),
  ];
}
