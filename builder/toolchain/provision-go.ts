import { ToolchainError } from '../../abi/errors.ts';
import type { Report } from '../report.ts';
import type { Go } from './go.ts';
import type { GoPin } from './versions.ts';

export async function provisionGo(pin: GoPin, reason: string, _report: Report): Promise<Go> {
  throw new ToolchainError(`Go ${pin.version} is missing: ${reason}`, { code: 'GO_MISSING' });
}
