/** What both entry points share. Nothing here waits: the server starts in the background while the editor goes on. */
import * as vscode from 'vscode';
import { registerBaseRegister } from './baseRegister';
import { registerCaret } from './caret';
import { registerCommands } from './commands';
import { registerEncodingHint } from './encoding';
import { registerExport } from './exportPlan';
import { registerImport } from './importFile';
import { registerLenses } from './lenses';
import { registerNewPlan } from './newPlan';
import { registerPaste } from './paste';
import { registerPlanEdits } from './planEdits';
import { registerReviewSheet } from './reviewSheet';
import { registerUnits, type UnitsView } from './units/view';
import { registerWorkspaceCheck } from './workspaceCheck';
import { TaskTableManager } from './preview/manager';
import { ServerController, type ClientFactory } from './server';
import { registerStatus } from './status';
import { registerStructureView } from './structureView';

/** What `activate` returns; the tests in a real editor use it. */
export interface PlandocApi {
  /** Settles when the first start of the server has ended, well or badly. */
  readonly ready: Promise<void>;
  /** Milliseconds `activate` took of our own code. */
  readonly activationTime: number;
  /** The list of units in the side bar. */
  readonly units: Pick<UnitsView, 'tree'>;
}

let running: ServerController | undefined;

export function startPlandoc(context: vscode.ExtensionContext, factory: ClientFactory): PlandocApi {
  const began = performance.now();
  const log = vscode.window.createOutputChannel('Plandoc', { log: true });
  const server = new ServerController(factory, log);
  const tables = new TaskTableManager({ extensionUri: context.extensionUri, server, log, openPage: factory.openPage });
  const units = registerUnits(server, log);
  running = server;
  context.subscriptions.push(
    log,
    server,
    tables,
    registerStatus(server),
    registerCommands({ server, tables, log }),
    registerEncodingHint(log),
    registerBaseRegister(server, log),
    registerCaret(server),
    registerLenses(tables),
    units,
    registerReviewSheet(server),
    registerExport(server, log),
    registerImport(server, log),
    registerPlanEdits(server, log),
    registerNewPlan(server, log),
    registerPaste(server, log),
    registerStructureView(server, log),
    registerWorkspaceCheck(server, log),
  );
  const ready = server.start();
  const activationTime = performance.now() - began;
  log.info(`activated in ${activationTime.toFixed(1)} ms`);
  return { ready, activationTime, units };
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
