import type { Manifest } from '../../manifests/manifest.ts';
import type { Common } from './files.ts';
import { liveVariables, packageOf } from './symbols.ts';

/**
 * What a stranger needs to use the package; the error of a missing library names its last section.
 *
 * @param exported the named exports of each Go package
 */
export function printReadme(
  { modules, schema }: Manifest,
  paths: Map<string, string>,
  exported: Map<string, string[]>,
  common: Common,
): string {
  const { name, version } = common;
  const specifier = (path: string) => (path === '.' ? name : name + path.slice(1));
  const [path, go] = [...paths][0]!;
  const pkg = packageOf(schema, go)!;
  const some = (pkg.functions ?? []).map((one) => one.name).filter((one) => exported.get(go)!.includes(one));
  const variable = [...paths].flatMap(([path, go]) => {
    const pkg = packageOf(schema, go)!;
    return liveVariables(schema, pkg).map((one) => ({ from: specifier(path), name: one, local: pkg.name }));
  })[0];
  const list = modules.map((module) => `\`${module.path}\` ${module.version}`).join(', ');
  const rows = [...paths].map(([path, go]) => `| \`${specifier(path)}\` | [\`${go}\`](https://pkg.go.dev/${go}) |`);
  return `# ${name}

${common.description}. Nothing is compiled when it is installed, and no install script runs.

    npm install ${name}

\`\`\`js
import ${some.length ? `{ ${some.slice(0, 2).join(', ')} }` : pkg.name} from '${specifier(path)}';
\`\`\`

It holds ${list}, as shared libraries, with types and Go's own documentation.

| import | Go package |
|---|---|
${rows.join('\n')}

\`${name}/usegolib\` has what goes with any Go module: \`ref\`, \`sink\`, \`scope\`, \`isGoError\`, the error classes.
After \`import '${name}/register'\`, \`importGo('${go}')\` of usegolib gives this module, with its types.
${variable ? `\nVariables of plain data are read and assigned on the default export, where they are never stale:\n\n\`\`\`js\nimport ${variable.local} from '${variable.from}';\n${variable.local}.${variable.name};\n\`\`\`\n` : ''}
## When the library is missing

The library of your platform is a package of its own, an optional dependency (${name}-…@${version}). It is missing where
optional dependencies were left out (\`--omit=optional\`), where \`node_modules\` was copied from another platform, or where a
lockfile of npm 10.3 to 11.2 lists only the platform it was written on. The error says which, and what to type.
\`USEGOLIB_LIBRARY_PATH\` names a folder with a library and its \`manifest.json\` to be taken instead. Go libraries cannot be loaded by
musl (Alpine): use an image with glibc, such as \`node:24-slim\`.

Bundlers: esbuild, rolldown and vite take it in; the package of the library and \`@koromix/koffi-<platform>\` must lie in
\`node_modules\` beside the bundle. For webpack, keep \`usegolib\` and this package external. Vercel's tracer finds everything by
itself. Electron: \`asarUnpack\` the packages that hold libraries.

A release is visible to npm at once, but pnpm and Yarn wait for a day before they take a new version (\`minimumReleaseAge\`,
\`npmMinimalAgeGate\`).
`;
}
