/**
 * A Go module nobody here wrote, called from JavaScript: built once, then cached.
 */
import { importGo } from 'usegolib';

const spec = 'github.com/Masterminds/semver/v3@v3.5.0';
console.log(`importGo('${spec}')\n`);
const start = performance.now();
const semver = /** @type {any} */ (await importGo(spec));
console.log(`\nready after ${((performance.now() - start) / 1000).toFixed(1)} s\n`);

const v = semver.NewVersion('1.2.3-beta.1+b345');
show("const v = semver.NewVersion('1.2.3-beta.1+b345')", () => v);
show('v.Major()', () => v.Major());
show('v.IncMinor().String()', () => v.IncMinor().String());
show("semver.NewConstraint('>= 1.2, < 3').Check(v)", () => semver.NewConstraint('>= 1.2, < 3').Check(v));
show("v.LessThan(semver.NewVersion('2.0.0'))", () => v.LessThan(semver.NewVersion('2.0.0')));
show("semver.NewVersion('one')", () => semver.NewVersion('one'));
show('semver.NewVersion(1)', () => semver.NewVersion(1));

console.log('\nNext, in a project of your own:\n  npx usegolib build github.com/Masterminds/semver/v3@v3.5.0');

/**
 * @param {string} source
 * @param {() => unknown} run
 */
function show(source, run) {
  try {
    console.log(`${source}\n  →`, run());
  } catch (error) {
    const { name, code, message, goType } = /** @type {any} */ (error);
    console.log(`${source}\n  ✗ ${name} ${code}: ${message}${goType ? ` (Go: ${goType})` : ''}`);
  }
}
