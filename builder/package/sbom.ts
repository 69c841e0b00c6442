import { sha256 } from '../../manifests/sha256.ts';
import { packageVersion } from '../assets.ts';
import type { Part } from './licences.ts';

/**
 * What is in a package, as CycloneDX 1.6 in JSON. The same contents give the same bytes: there is no time in it, and its
 * number is a hash.
 */
export function printSbom(name: string, version: string, parts: Part[]): string {
  const components = parts.map(component);
  const self = purl('npm', name, version);
  const body = {
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'usegolib', version: packageVersion }] },
      component: { type: 'library', 'bom-ref': self, name, version, purl: self },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one['bom-ref']) }],
  };
  const digest = sha256(JSON.stringify(body));
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${uuid}`, ...body }, null, 2)}\n`;
}

const PURL_TYPES: Record<Part['kind'], string> = { module: 'golang', go: 'golang', usegolib: 'npm', zig: 'generic' };

function component({ name, version, kind, sum, ids }: Part) {
  const ref = purl(PURL_TYPES[kind], name, version);
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    ...(ids.length > 0 && { licenses: ids.map((id) => ({ license: { id } })) }),
    purl: ref,
    ...(sum && { properties: [{ name: 'golang:h1', value: sum }] }),
  };
}

/** A package URL: the parts of a name stay apart, everything else is escaped. */
function purl(type: string, name: string, version: string): string {
  return `pkg:${type}/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;
}
