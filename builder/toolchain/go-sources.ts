import { goSetting } from './goenv.ts';
import { GO_DOWNLOAD, type GoPin } from './versions.ts';

/**
 * Where a Go may be had, first choice first: the mirror that `USEGOLIB_GO_DOWNLOAD` names and nowhere else, or what GOPROXY
 * lists, in its order: a module proxy has Go as the module golang.org/toolchain, `direct` is the official download, and
 * `off` forbids what comes after it. Nothing else is asked, and every source must give what was pinned.
 */
export function goSources(pin: GoPin, env: NodeJS.ProcessEnv = process.env): string[] {
  const archive = `go${pin.version}.${pin.target}.${pin.target.startsWith('windows') ? 'zip' : 'tar.gz'}`;
  const mirror = env['USEGOLIB_GO_DOWNLOAD'];
  if (mirror) return [`${mirror.replace(/\/$/, '')}/${archive}`];
  const official = `${GO_DOWNLOAD}/${archive}`;
  const urls: string[] = [];
  for (const entry of (goSetting('GOPROXY', env) ?? 'direct').split(/[,|]/).map((one) => one.trim())) {
    if (entry === 'off') return urls;
    if (entry === 'direct') return [...urls, official];
    if (pin.h1 && /^(https?|file):\/\//.test(entry))
      urls.push(`${entry.replace(/\/$/, '')}/golang.org/toolchain/@v/${toolchainVersion(pin)}.zip`);
  }
  return urls.length ? urls : [official];
}

/** The version of the module golang.org/toolchain that is this Go. */
export function toolchainVersion({ version, target }: GoPin): string {
  return `v0.0.1-go${version}.${target}`;
}
