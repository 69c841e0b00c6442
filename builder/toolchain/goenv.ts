import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Go's settings as the go command would see them, without running it: the environment first, then the file that
 * `go env -w` writes. An empty variable counts as unset, as it does for Go.
 */
export function goSetting(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env[name] || fileSettings(env).get(name);
}

function fileSettings(env: NodeJS.ProcessEnv): Map<string, string> {
  const settings = new Map<string, string>();
  const file = settingsFile(env);
  let text = '';
  if (file) {
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // No such file: nothing was set.
    }
  }
  for (const line of text.split('\n')) {
    const match = /^([A-Z]\w*)=(.*?)\r?$/.exec(line);
    if (match) settings.set(match[1]!, match[2]!);
  }
  return settings;
}

function settingsFile(env: NodeJS.ProcessEnv): string | undefined {
  if (env['GOENV'] === 'off') return undefined;
  if (env['GOENV']) return env['GOENV'];
  const home = env['HOME'] || homedir();
  if (process.platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'go', 'env');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'go', 'env');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'go', 'env');
}
