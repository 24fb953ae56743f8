/** The page of the task table: takes messages, shows rows, says what the person wants. */
import {
  isPanelMessage,
  readPageState,
  type PageMessage,
  type PageState,
  type PanelMessage,
} from '../src/preview/messages';
import { Page } from './page';

/** What VS Code gives a page, once. */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
let page: Page | undefined;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isPanelMessage(event.data)) receive(event.data);
});
api.postMessage({ type: 'ready' });

function receive(message: PanelMessage): void {
  if (message.type !== 'strings') {
    page?.receive(message);
    return;
  }
  page?.dispose();
  const kept = readPageState(api.getState());
  page = new Page(
    { strings: message.strings, file: message.file, uri: message.uri },
    { post: (out) => api.postMessage(out), keep: (state) => api.setState(state) },
    kept?.uri === message.uri ? kept : undefined,
  );
}
