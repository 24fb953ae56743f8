import type { Connection } from 'vscode-languageserver';
import type { Plan } from '../core/plan/plan';
import type { Superior } from '../core/rules/superior';
import type { Locale } from '../core/text/locale';
import type { CaretHold } from './caret';
import type { ClientInfo } from './clientInfo';
import type { Configs } from './configs';
import type { Documents, PlanDocument } from './documents';
import type { Environment } from './environment';
import type { Files } from './files';
import type { LoadedRegister, Registers } from './registers';
import type { Reviewed, Sessions } from './sessions';
import type { Settings } from './settings';
import type { WorkspaceIndex } from './workspaceIndex';

/** What the features need of the running server; one object, made once, handed to each `register…` function. */
export interface Services {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly environment: Environment;
  readonly sessions: Sessions;
  readonly registers: Registers;
  readonly caret: CaretHold;
  readonly locale: () => Locale;
  /** What the client said of itself; nothing before it has introduced itself. */
  readonly client: () => ClientInfo;
  /** The settings for a document, with what its `plandoc.yaml` says put over them. */
  readonly settings: (uri: string) => Promise<Settings>;
  readonly configs: Configs;
  /** Lets go of what is kept for a document that is not open: its settings, its superior plans. */
  forget(uri: string): void;
  readonly files: Files;
  /** All plans of the workspace; nothing is read before it is asked. */
  readonly index: WorkspaceIndex;
  /** The register that a plan at this address is checked with. */
  register(uri: string, plan: Plan, settings: Settings): Promise<LoadedRegister>;
  /** The superior plans a plan at this address is held against. */
  superiors(uri: string, plan: Plan): Promise<readonly Superior[]>;
  /** The document as it is now, read and checked with its register and settings. */
  review(document: PlanDocument): Promise<Reviewed>;
  /** Calls `listener` after each review that follows a change of a document. */
  onReviewed(listener: (document: PlanDocument, reviewed: Reviewed) => void): void;
}
