import { fileURLToPath } from 'node:url';
import { importGo } from '../../runtime/index.ts';

/**
 * The module object of `test-modules/<name>`. The folders are packages of one Go module, so the first test to ask builds one
 * library of them all, by the product's own path for a folder of the user's.
 */
export function testModule(name: string): Promise<any> {
  return importGo(fileURLToPath(new URL(`../../test-modules/${name}`, import.meta.url)), { buildIfMissing: true });
}
