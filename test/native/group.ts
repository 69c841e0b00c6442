/** The calls of one group of modules, as JavaScript makes them; `go/` makes the same calls natively, under the same names. */
export interface Group {
  name: string;
  specs: string[];
  calls: (modules: any[]) => Record<string, () => unknown>;
}

/** Filled by the files of `cases/`. */
export const groups: Group[] = [];

/**
 * @param specs import paths, without versions: `test-modules/shelf.json` has those
 * @param calls gets the module objects in the order of `specs`
 */
export function group(name: string, specs: string[], calls: Group['calls']): void {
  groups.push({ name, specs, calls });
}
