import { UnsupportedPlatformError } from '../abi/errors.ts';
import { hostTarget, type Target } from '../manifests/target.ts';

/** @throws UnsupportedPlatformError where nothing can be built. */
export function thisHost(): Target {
  const target = hostTarget();
  if (target) return target;
  throw new UnsupportedPlatformError(`no Go library can be built for ${process.platform}-${process.arch} yet`);
}
