import type { ServerCapabilities } from 'vscode-languageserver';
import type { Services } from '../services';

/** One feature of the protocol: what the server says it can do, and the handlers that do it. */
export interface LspFeature {
  /** Said once, in the answer to `initialize`. No two features say the same. */
  readonly capabilities: Partial<ServerCapabilities>;
  /** Called once, before the connection listens. */
  register(services: Services): void;
}
