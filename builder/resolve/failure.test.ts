import { describe, expect, test } from 'vitest';
import { GoTooOldError } from '../go-too-old.ts';
import { explain, explainLocal } from './failure.ts';

const shop = { text: 'example.org/shop@v1.2.3', path: 'example.org/shop', query: 'v1.2.3' };
const explained = (output: string) => explain(output, 'go get example.org/shop@v1.2.3', [shop]);
const proxy = 'https://proxy.example/example.org/shop/@v/v1.2.3.info';

/** What the go command says, word for word, and what becomes of it. */
describe('what go get says', () => {
  test.each<[said: string, code: string, message: string]>([
    [
      `go: example.org/shop@v1.2.3: reading ${proxy}: 404 Not Found\n\tserver response: not found`,
      'MODULE_NOT_FOUND',
      'cannot find example.org/shop@v1.2.3',
    ],
    [`go: example.org/shop@v1.2.3: reading ${proxy}: 410 Gone`, 'MODULE_NOT_FOUND', ''],
    [`go: example.org/shop@v1.2.3: reading ${proxy}: 403 Forbidden`, 'MODULE_NOT_FOUND', ''],
    [`go: example.org/shop@v1.2.3: reading ${proxy}: 400 Bad Request`, 'MODULE_NOT_FOUND', ''],
    ['go: example.org/shop@v1.2.3: invalid version: unknown revision v1.2.3', 'MODULE_NOT_FOUND', ''],
    ['go: example.org/shop@v3: no matching versions for query "v3"', 'MODULE_NOT_FOUND', ''],
    [
      'go: example.org/shop@v1.2.3: reading file:///p/example.org/shop/@v/v1.2.3.info: no such file or directory',
      'MODULE_NOT_FOUND',
      '',
    ],
    [
      'go: unrecognized import path "example.org/shop": reading https://example.org/shop?go-get=1: 404 Not Found',
      'MODULE_NOT_FOUND',
      '',
    ],
    ['go: malformed module path "example.org/shop..": trailing dot in path element', 'MODULE_NOT_FOUND', ''],
    [
      `go: example.org/shop@v1.2.3: reading ${proxy}: 502 Bad Gateway`,
      'NETWORK',
      'cannot download example.org/shop@v1.2.3: the module proxy cannot be reached',
    ],
    [`go: example.org/shop@v1.2.3: Get "${proxy}": dial tcp: lookup proxy.example: no such host`, 'NETWORK', ''],
    [`go: example.org/shop@v1.2.3: Get "${proxy}": dial tcp 127.0.0.1:9: connect: connection refused`, 'NETWORK', ''],
    [`go: example.org/shop@v1.2.3: Get "${proxy}": net/http: TLS handshake timeout`, 'NETWORK', ''],
    [
      `go: example.org/shop@v1.2.3: Get "${proxy}": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
      'NETWORK',
      '',
    ],
    ['go: example.org/shop@v1.2.3: module lookup disabled by GOPROXY=off', 'NETWORK', ''],
    [
      "\tfatal: could not read Username for 'https://example.org': terminal prompts disabled",
      'MODULE_NOT_ALLOWED',
      'not allowed to read example.org/shop@v1.2.3',
    ],
    [`go: example.org/shop@v1.2.3: reading ${proxy}: 401 Unauthorized`, 'MODULE_NOT_ALLOWED', ''],
    ['\tgit@example.org: Permission denied (publickey).', 'MODULE_NOT_ALLOWED', ''],
    [
      'verifying example.org/shop@v1.2.3: checksum mismatch\n\tdownloaded: h1:a=\n\tsum.golang.org: h1:b=\n\nSECURITY ERROR',
      'CHECKSUM_MISMATCH',
      'not what the checksum database says',
    ],
    [
      'go: example.org/shop@v1.2.3: parsing go.mod:\n\tmodule declares its path as: example.org/store\n\t        but was required as: example.org/shop',
      'MODULE_PATH_MISMATCH',
      'example.org/shop is the module example.org/store under another name',
    ],
    [
      'go: module example.org/shop@v1.2.3 found, but does not contain package example.org/shop',
      'PACKAGE_NOT_FOUND',
      'there is no package example.org/shop in its module',
    ],
    [
      'go: module example.org/shop@upgrade found (v1.2.3), but does not contain package example.org/shop',
      'PACKAGE_NOT_FOUND',
      '',
    ],
    [
      'go: example.org/other@v1.0.0 requires example.org/shop@v1.3.0, not example.org/shop@v1.2.3',
      'REQUIREMENT_CONFLICT',
      'example.org/shop@v1.2.3 cannot be in one library with example.org/other@v1.0.0, which needs example.org/shop@v1.3.0',
    ],
    [
      'go: example.org/other@v1.0.0 (matching example.org/other/part@v1.0.0) requires example.org/shop@v1.3.0, not example.org/shop@v1.2.3',
      'REQUIREMENT_CONFLICT',
      'example.org/shop@v1.2.3 cannot be in one library with example.org/other@v1.0.0, which needs example.org/shop@v1.3.0',
    ],
    ['go: something nobody has thought of', 'RESOLVE_FAILED', 'cannot resolve example.org/shop@v1.2.3'],
  ])('%j is %s', (said, code, message) => {
    const error = explained(said);
    expect(error).toMatchObject({
      code,
      module: 'example.org/shop',
      command: 'go get example.org/shop@v1.2.3',
      output: said.trim(),
      hint: expect.stringMatching(/\.$/),
    });
    expect(error.message).toContain(message);
  });

  test('names the command to try, with the version that was asked for', () => {
    const declared = 'go: x: parsing go.mod:\n\tmodule declares its path as: example.org/store';
    expect(explained(declared).fix).toBe('npx usegolib build example.org/store@v1.2.3');
    const latest = { text: 'example.org/shop', path: 'example.org/shop', query: 'latest' };
    expect(explain(declared, 'go get', [latest]).fix).toBe('npx usegolib build example.org/store');
    const missing = 'go: module example.org/shop@v1.2.3 found, but does not contain package example.org/shop/x';
    expect(explained(missing).fix).toBe('npx usegolib inspect example.org/shop');
    expect(explained('410 Gone').fix).toBe('go list -m -versions example.org/shop');
  });

  test('is about the spec it names, not about one whose path begins the same', () => {
    const longer = { text: 'example.org/shop/v2@v2.0.0', path: 'example.org/shop/v2', query: 'v2.0.0' };
    const output = 'go: example.org/shop/v2@v2.0.0: invalid version: unknown revision v2.0.0';
    expect(explain(output, 'go get', [shop, longer]).message).toBe('cannot find example.org/shop/v2@v2.0.0');
  });

  test.each([
    ['go: example.org/shop@v1.2.3 requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)', '1.99'],
    ['go: example.org/shop@v1.2.3 requires go >= 1.27.1 (running go 1.26.8)', '1.27.1'],
    ['go: ../go.work requires go >= 1.28rc1 (running go 1.26.8)', '1.28rc1'],
  ])('%j asks for a newer Go', (said, need) => {
    for (const error of [explained(said), explainLocal(said, 'go list', [local])]) {
      expect(error).toBeInstanceOf(GoTooOldError);
      expect(error).toMatchObject({ code: 'GO_TOO_OLD', need });
    }
  });
});

const local = {
  text: './shop',
  module: { path: 'example.org/shop', dir: '/home/me/shop', package: 'example.org/shop', hasModFile: true },
};

describe('what go list says of a folder', () => {
  test.each([
    [
      'errors parsing /home/me/shop/go.mod:\n/home/me/shop/go.mod:1: unknown directive: modul',
      'GO_MOD_INVALID',
      '/home/me/shop/go.mod cannot be read',
    ],
    [
      'go: error reading /home/me/shop/go.mod: no module declaration in go.mod',
      'GO_MOD_INVALID',
      '/home/me/shop/go.mod',
    ],
    ['go: something nobody has thought of', 'RESOLVE_FAILED', 'cannot resolve ./shop'],
  ])('%j is %s', (said, code, message) => {
    const error = explainLocal(said, 'go list -m', [local]);
    expect(error).toMatchObject({ code, module: 'example.org/shop', command: 'go list -m', output: said });
    expect(error.message).toContain(message);
  });
});
