import { BuildError } from '../abi/errors.ts';

/** What C code lacks: the pattern of what the compiler or linker says, and what it means by it. */
const LACKS: [RegExp, (name: string) => string, 'SDK_MISSING' | 'C_LIBRARY_MISSING'][] = [
  [/did not find header '[^']*' in framework '(\w+)'/, framework, 'SDK_MISSING'],
  [/fatal error: '([A-Z]\w+)\/[A-Z]\w+\.h' file not found/, framework, 'SDK_MISSING'],
  [/unable to find framework '(\w+)'/, framework, 'SDK_MISSING'],
  [
    /undefined symbol: _?((?:CF|Sec|NS|CG|IO|objc_|OBJC_CLASS_)\w*)/,
    (name) => `${name} of Apple's frameworks`,
    'SDK_MISSING',
  ],
  [/fatal error: '?([^\s']+\.(?:h|hpp))'? file not found/, (name) => `the header ${name}`, 'C_LIBRARY_MISSING'],
  [/unable to find dynamic system library '([^']+)'/, (name) => `the library ${name}`, 'C_LIBRARY_MISSING'],
  [/"pkg-config-is-not-used"()/, () => 'a library of the system, by pkg-config', 'C_LIBRARY_MISSING'],
  [/undefined symbol: (\w+)/, (name) => `${name}, which nothing that is linked has`, 'C_LIBRARY_MISSING'],
];

const HINTS = {
  SDK_MISSING:
    "Only Apple's SDK describes it: put its folder, on a Mac what xcrun --show-sdk-path prints, into USEGOLIB_MACOS_SDK.",
  C_LIBRARY_MISSING:
    'Headers and libraries of this machine are not used: the library would need them wherever it is loaded. A static one can be named by CGO_CFLAGS=-I… and CGO_LDFLAGS=….',
};

/** What a package's C code needs that is not there, if that is why a build failed. */
export function cFailure(output: string, command?: string): BuildError | undefined {
  for (const [pattern, what, code] of LACKS) {
    const name = pattern.exec(output)?.[1];
    if (name === undefined) continue;
    const whose = /^# (\S+)$/m.exec(output)?.[1];
    const owner =
      whose && !whose.startsWith('usegolib.internal/') ? `the C code of ${whose}` : 'the C code of a package';
    return new BuildError(`${owner} needs ${what(name)}`, {
      code,
      output,
      ...(command && { command }),
      hint: HINTS[code],
    });
  }
  return undefined;
}

function framework(name: string): string {
  return `Apple's framework ${name}`;
}
