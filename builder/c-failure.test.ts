import { expect, test } from 'vitest';
import { cFailure } from './c-failure.ts';

test.each([
  [
    "# example.org/keys\n/m/keys.go:9:10: fatal error: 'CoreFoundation/CoreFoundation.h' file not found",
    'SDK_MISSING',
    "the C code of example.org/keys needs Apple's framework CoreFoundation",
  ],
  [
    "# usegolib.internal/library\nlink: running zig failed\nerror: unable to find framework 'Cocoa'. searched paths:",
    'SDK_MISSING',
    "the C code of a package needs Apple's framework Cocoa",
  ],
  ['error: undefined symbol: _SecItemAdd', 'SDK_MISSING', "needs SecItemAdd of Apple's frameworks"],
  [
    "# example.org/tls\na.go:2:11: fatal error: 'openssl/ssl.h' file not found",
    'C_LIBRARY_MISSING',
    'the C code of example.org/tls needs the header openssl/ssl.h',
  ],
  ["error: unable to find dynamic system library 'ssl' using strategy", 'C_LIBRARY_MISSING', 'needs the library ssl'],
  ['exec: "pkg-config-is-not-used": executable file not found in $PATH', 'C_LIBRARY_MISSING', 'by pkg-config'],
  ['ld.lld: error: undefined symbol: deflate', 'C_LIBRARY_MISSING', 'needs deflate, which nothing that is linked has'],
])('%j is %s', (output, code, message) => {
  const error = cFailure(output, 'go build');
  expect(error).toMatchObject({
    code,
    output,
    command: 'go build',
    hint: expect.stringMatching(/USEGOLIB_MACOS_SDK|of this machine/),
  });
  expect(error?.message).toContain(message);
});

test('what is no lack of C is left to others', () => {
  expect(cFailure('./a.go:3:5: undefined: x')).toBeUndefined();
});
