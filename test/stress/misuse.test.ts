import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DisposedError, ForeignObjectError, InvalidArgumentError } from '../../abi/errors.ts';
import type { Schema } from '../../manifests/schema.ts';
import { deref, loadArtifact, scope, snapshot } from '../../runtime/index.ts';
import { buildFolder } from '../support/child.ts';
import { FAULT, LANE_DEPTH, openNative, STATUS } from './scenes/native.mjs';

let artifact: string;
let go: any;
let other: any;

beforeAll(async () => {
  artifact = buildFolder('test/stress/go');
  go = await loadArtifact(artifact);
  other = await loadArtifact(buildFolder('test/fatal/go'));
});

describe('a disposed object', () => {
  it('is refused as receiver, as argument, and by the tools', () => {
    const counter = go.NewCounter(1);
    counter.dispose();
    for (const use of [
      () => counter.Add(1),
      () => counter.Self(),
      () => counter.goType,
      () => counter.as(go.Counter),
      () => go.Total(counter),
      () => snapshot(counter),
    ]) {
      expect(use).toThrow(DisposedError);
    }
    expect(String(counter)).toContain('disposed');
  });

  it('may be disposed again', () => {
    const counter = go.NewCounter(1);
    for (let i = 0; i < 3; i++) counter.dispose();
    expect(go.NewCounter(5).Add(1)).toBe(6);
  });

  it('is gone under all its names, and no later object takes its place', () => {
    const counter = go.NewCounter(1);
    const same = counter.Self();
    counter.dispose();
    const later = Array.from({ length: 100 }, (_, i) => go.NewCounter(i));
    expect(() => same.Add(1)).toThrow(DisposedError);
    expect(later.map((one) => one.Add(0))).toEqual(later.map((_, i) => i));
  });

  it('is what a scope leaves behind, except what it returns', () => {
    let inner: any;
    const kept = scope(() => {
      inner = go.NewCounter(1);
      return { within: [go.NewCounter(2)] };
    });
    expect(() => inner.Add(1)).toThrow(DisposedError);
    expect(kept.within[0].Add(1)).toBe(3);
    let failed: any;
    const failing = () =>
      scope(() => {
        failed = go.NewCounter(1);
        throw new RangeError('on purpose');
      });
    expect(failing).toThrow(RangeError);
    expect(() => failed.Add(1)).toThrow(DisposedError);
  });
});

describe('an object that Go does not know', () => {
  it('of another library is refused, and says so', () => {
    const foreign = new other.Thing();
    expect(() => go.Total(foreign)).toThrow(ForeignObjectError);
    expect(() => go.Counter.prototype.Add.call(foreign, 1)).toThrow(ForeignObjectError);
    expect(() => go.Total(foreign)).toThrow(/import both modules in one importGo/);
  });

  it('is refused when it only looks like one', () => {
    const counter = go.NewCounter(1);
    const { Add } = go.Counter.prototype;
    for (const receiver of [
      undefined,
      null,
      {},
      4294967297,
      Object.create(counter),
      new Proxy(counter, {}),
      go.Counter.prototype,
      deref(counter),
    ]) {
      expect(() => Add.call(receiver, 1), typeof receiver).toThrow(InvalidArgumentError);
    }
    for (const argument of [
      4294967297,
      'counter',
      [],
      () => {},
      new Date(),
      Object.create(counter),
      new Proxy(counter, {}),
    ]) {
      expect(() => go.Total(argument), typeof argument).toThrow(InvalidArgumentError);
    }
    expect(counter.Add(1)).toBe(2);
  });

  it('is a fault when another environment holds its handle', () => {
    const { schema } = JSON.parse(readFileSync(join(artifact, 'manifest.json'), 'utf8')) as { schema: Schema };
    const fn = (name: string) => schema.packages[0].functions?.find((one) => one.name === name)?.fn;
    const native = openNative(artifact);
    const [mine, yours] = [new ArrayBuffer(1024), new ArrayBuffer(1024)];
    const [from, to] = [mine, yours].map((memory) => native.attach(0, memory, 1024));
    new Uint8Array(mine)[0] = 7;
    expect(native.call(from, fn('NewCounter'), 1) & 7).toBe(STATUS.ok);
    new Uint8Array(yours).set(new Uint8Array(mine, 0, 9));
    expect(native.call(to, fn('Total'), 9) & 7).toBe(STATUS.fault);
    expect(new Uint8Array(yours)[0]).toBe(FAULT.disposed);
    expect(native.call(from, fn('Total'), 9) & 7).toBe(STATUS.ok);
    expect([native.close(from / LANE_DEPTH), native.close(to / LANE_DEPTH), native.close(to / LANE_DEPTH)]).toEqual([
      0, 0, -1,
    ]);
  });
});
