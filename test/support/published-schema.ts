import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** The published description of what `--json` prints, read as a program of a user's would read it. */
interface Schema {
  type?: string;
  enum?: unknown[];
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
}

const KEYWORDS = ['type', 'enum', 'pattern', 'items', 'properties', 'required', 'additionalProperties', 'anyOf'];

/**
 * @param command by its words: `build`, `artifact rm`; or `error`
 * @returns where a value is not of the form that is published for a command, and why; undefined if it is
 */
export function misfit(value: unknown, command: string): string | undefined {
  const { $defs } = JSON.parse(readFileSync(join(root, 'manifests/cli.schema.json'), 'utf8'));
  return command in $defs ? mismatch(value, $defs[command], '$') : `no form of ${command} is published`;
}

/** The keywords of JSON Schema that ours uses; another one is an error, so that nothing passes unread. */
function mismatch(value: any, schema: Schema, at: string): string | undefined {
  const unknown = Object.keys(schema).find((keyword) => !KEYWORDS.includes(keyword));
  if (unknown) return `${at}: this reader does not know the keyword ${unknown}`;
  if (schema.anyOf) {
    const wrong = schema.anyOf.map((one) => mismatch(value, one, at));
    return wrong.includes(undefined) ? undefined : wrong.join(' and ');
  }
  if (schema.enum && !schema.enum.includes(value)) return `${at}: ${value} is none of ${schema.enum}`;
  if (schema.type && !isOfType(value, schema.type)) return `${at}: want ${schema.type}, got ${JSON.stringify(value)}`;
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) return `${at}: ${value} is not ${schema.pattern}`;
  if (schema.items) {
    const wrong = value.map((item: unknown, i: number) => mismatch(item, schema.items!, `${at}[${i}]`));
    return wrong.find(Boolean);
  }
  if (schema.type !== 'object') return undefined;
  const missing = schema.required?.find((key) => !(key in value));
  if (missing) return `${at}.${missing}: missing`;
  for (const [key, item] of Object.entries(value)) {
    const rule = schema.properties?.[key] ?? schema.additionalProperties ?? true;
    if (rule === false) return `${at}.${key}: unknown`;
    const wrong = rule === true ? undefined : mismatch(item, rule, `${at}.${key}`);
    if (wrong) return wrong;
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
