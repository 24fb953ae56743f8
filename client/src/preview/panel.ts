/**
 * One task table beside the text it shows, always the same one if it is locked. It keeps no rows: the server owns them, the
 * page shows them, the panel passes them on. The page is thrown away while hidden (no `retainContextWhenHidden`): drawing it
 * anew takes a frame or two, a hidden copy would cost memory and work on every keystroke, and the same restoring is needed for
 * a window reload anyway.
 */
import * as vscode from 'vscode';
import {
  LOCATE_FINDING,
  LOCATE_TASK,
  UNIT_NAMES,
  UNWATCH_TASK_TABLE,
  WATCH_TASK_TABLE,
  type LocateFindingParams,
  type LocateTaskParams,
  type TaskLocation,
  type UnitNamesParams,
  type WatchTaskTableParams,
} from '../../../server/src/protocol';
import { fileName } from '../savedFiles';
import { editCell } from './cellEdit';
import { CaretFollower } from './caret';
import { makeNonce, pageHtml } from './html';
import {
  isPageMessage,
  isTable,
  isTableChange,
  type PageAction,
  type PageMessage,
  type PanelMessage,
} from './messages';
import { printTable, type PrintServices } from './printing';
import { pageStrings } from './strings';
import { exportUnit, savePicture } from './saving';
import { revealRange, showText, visibleEditor } from './textEditors';

export interface PanelServices extends PrintServices {
  readonly extensionUri: vscode.Uri;
}

/** Tells the tables of this window apart for the server. */
let viewers = 0;

export class TaskTablePanel implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly viewer = ++viewers;
  private caret: CaretFollower;
  /** Counts the readings of the table, so that the answer to an old one is let go. */
  private reading = 0;
  /** The server was asked to tell what changes; whether it has, `watching` says. */
  private asked = false;
  private watching = false;
  /** The page has loaded and takes messages. */
  private ready = false;
  /** What the page is to be told once it is there. */
  private waiting: PanelMessage[] = [];

  constructor(
    readonly panel: vscode.WebviewPanel,
    private uri: vscode.Uri,
    private isLocked: boolean,
    private readonly services: PanelServices,
  ) {
    this.caret = this.followCaret();
    this.setTitle();
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(services.extensionUri, 'media', `plan-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(services.extensionUri, 'dist')],
    };
    this.disposables.push(
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => this.shownOrHidden()),
      services.server.onDidChangeState(() => this.serverChanged()),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
    );
    panel.webview.html = this.html();
  }

  /** Whether it stays with its document. */
  get locked(): boolean {
    return this.isLocked;
  }

  setLocked(locked: boolean): void {
    this.isLocked = locked;
    this.setTitle();
    if (this.ready) this.post({ type: 'locked', locked });
  }

  isOf(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** Shows the table of `uri` in place of the one shown. */
  show(uri: vscode.Uri): void {
    if (this.isOf(uri)) return;
    this.unwatch();
    this.caret.dispose();
    this.uri = uri;
    this.waiting = [];
    this.caret = this.followCaret();
    this.setTitle();
    if (this.ready) void this.begin();
  }

  /** Takes a change the server sent for this document. */
  applyChange(change: unknown): void {
    if (!this.watching) return;
    if (isTableChange(change)) this.post({ type: 'change', change });
    else this.services.log.warn('a task table change was not understood');
  }

  /** Shows only the tasks that hold these words; all of them for none. */
  filter(query: string): void {
    this.tell({ type: 'filter', query });
  }

  /** Prints what the page shows, in its order. */
  print(): void {
    this.tell({ type: 'print' });
  }

  /** Hands a file to the browser the editor runs in. */
  download(name: string, html: string): void {
    this.tell({ type: 'download', name, html });
  }

  dispose(): void {
    this.unwatch();
    this.caret.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private get params(): WatchTaskTableParams {
    return { uri: this.uri.toString(), viewer: this.viewer };
  }

  private followCaret(): CaretFollower {
    const tell = (key: string | null): void => this.post({ type: 'current', key });
    return new CaretFollower(this.uri.toString(), this.services.server, tell);
  }

  private setTitle(): void {
    const name = fileName(this.uri);
    this.panel.title = this.isLocked
      ? vscode.l10n.t('Task Table (locked) — {0}', name)
      : vscode.l10n.t('Task Table — {0}', name);
  }

  private html(): string {
    const { webview } = this.panel;
    const address = (name: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.services.extensionUri, 'dist', name)).toString();
    const { cspSource } = webview;
    return pageHtml({ cspSource, style: address('preview.css'), script: address('preview.js'), nonce: makeNonce() });
  }

  /** Says something to the page, as soon as it is there. */
  private tell(message: PanelMessage): void {
    if (this.ready) this.post(message);
    else this.waiting.push(message);
  }

  private post(message: PanelMessage): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    if (!isPageMessage(message)) {
      this.services.log.warn('a message of the task table page was not understood');
      return;
    }
    this.answer(message).catch((error: unknown) => this.services.log.warn(`${message.type}: ${String(error)}`));
  }

  private async answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.begin();
      case 'resync':
        return this.read();
      case 'reveal':
        return this.reveal(message);
      case 'showFinding':
        return this.showFinding(message);
      case 'action':
        return this.act(message.action);
      case 'exportUnit':
        return exportUnit(this.services, this.uri, message);
      case 'unitNames':
        return this.unitNames(message);
      case 'print':
        return printTable(this.services, this.uri, message, (name, html) => this.download(name, html));
      case 'savePicture':
        return savePicture(this.uri, message);
      case 'edit':
        return this.edit(message);
    }
  }

  /** Tells the page which document it shows, and that document's table. */
  private begin(): Promise<void> {
    this.post({ type: 'strings', strings: pageStrings(), file: fileName(this.uri), uri: this.uri.toString() });
    this.post({ type: 'locked', locked: this.isLocked });
    for (const message of this.waiting.splice(0)) this.post(message);
    return this.read();
  }

  private async unitNames({ id, typed, role, others }: Extract<PageMessage, { type: 'unitNames' }>): Promise<void> {
    const params: UnitNamesParams = { uri: this.uri.toString(), typed, role, others };
    const names = await this.services.server.request<readonly string[]>(UNIT_NAMES, params);
    this.post({ type: 'unitNames', id, names });
  }

  private async edit({ id, key, column, value, old }: Extract<PageMessage, { type: 'edit' }>): Promise<void> {
    const { server, log } = this.services;
    const params = { uri: this.uri.toString(), key, column, value, old };
    const refused = await editCell(this.uri, params, server, log);
    this.post({ type: 'edited', id, refused });
  }

  private async act(action: PageAction): Promise<void> {
    if (action === 'restart') await this.services.server.restart();
    else if (action === 'showLog') this.services.log.show(true);
    else {
      const options = { focus: true, tableColumn: this.panel.viewColumn };
      await showText(this.uri, options).catch(() => this.post({ type: 'notice', notice: 'missing' }));
    }
  }

  /** Reads the whole table and watches it from here on; says on the page why when it cannot. */
  private async read(): Promise<void> {
    const reading = ++this.reading;
    const { server, log } = this.services;
    if (server.state !== 'running') {
      this.post({ type: 'notice', notice: server.state === 'starting' ? 'starting' : 'stopped' });
      return;
    }
    const there = await this.openDocument();
    if (reading !== this.reading) return;
    if (!there) {
      this.post({ type: 'notice', notice: 'missing' });
      return;
    }
    try {
      this.asked = true;
      const table = await server.request<unknown>(WATCH_TASK_TABLE, this.params);
      if (reading !== this.reading) return;
      if (!isTable(table)) throw new Error('the server’s task table was not understood');
      this.watching = true;
      this.post({ type: 'table', table });
      this.caret.ask();
    } catch (error) {
      log.warn(`task table: ${String(error)}`);
      if (reading === this.reading) this.post({ type: 'notice', notice: 'failed' });
    }
  }

  /** After a window reload the text may not be open; the server knows only open documents. */
  private async openDocument(): Promise<boolean> {
    try {
      const document = await vscode.workspace.openTextDocument(this.uri);
      if (document.languageId !== 'plan') await vscode.languages.setTextDocumentLanguage(document, 'plan');
      return true;
    } catch {
      return false;
    }
  }

  private async reveal({ key, focus, finding }: Extract<PageMessage, { type: 'reveal' }>): Promise<void> {
    // A closed text is opened again by reading it; the server locates tasks in open ones only.
    if (!this.watching) await this.read();
    const { uri } = this;
    const params: LocateTaskParams = { uri: uri.toString(), key, finding: finding ?? null };
    const location = await this.services.server.request<TaskLocation | null>(LOCATE_TASK, params);
    if (!location) return;
    const { range } = location;
    this.caret.expect(new vscode.Position(range.start.line, range.start.character));
    await revealRange(uri, range, { focus, tableColumn: this.panel.viewColumn });
  }

  /** Goes from place to place, each time it is asked for the same rule. */
  private async showFinding({ rule, severity }: Extract<PageMessage, { type: 'showFinding' }>): Promise<void> {
    if (!this.watching) await this.read();
    const { uri } = this;
    const caret = visibleEditor(uri.toString())?.selection.active;
    const after = caret ? { line: caret.line, character: caret.character } : null;
    const params: LocateFindingParams = { uri: uri.toString(), rule, severity, after };
    const location = await this.services.server.request<TaskLocation | null>(LOCATE_FINDING, params);
    if (location) await revealRange(uri, location.range, { focus: false, tableColumn: this.panel.viewColumn });
  }

  private shownOrHidden(): void {
    // A page that comes back says “ready” itself.
    if (this.panel.visible) return;
    this.ready = false;
    this.unwatch();
  }

  private unwatch(): void {
    this.reading++;
    this.watching = false;
    if (!this.asked) return;
    this.asked = false;
    this.services.server.notify(UNWATCH_TASK_TABLE, this.params);
  }

  private serverChanged(): void {
    if (this.services.server.state !== 'running') this.asked = this.watching = false;
    if (this.panel.visible) void this.read();
  }

  private opened(document: vscode.TextDocument): void {
    if (!this.isOf(document.uri) || this.watching || !this.panel.visible) return;
    if (document.languageId === 'plan') void this.read();
  }

  private closed(document: vscode.TextDocument): void {
    if (!this.isOf(document.uri)) return;
    // A change of language closes and opens at once; only a text that stays closed is worth a word.
    setTimeout(() => {
      const open = vscode.workspace.textDocuments.some((other) => this.isOf(other.uri));
      if (open || !this.watching) return;
      this.unwatch();
      this.post({ type: 'notice', notice: 'closed' });
    }, 50);
  }
}
