/** The page of the task table: takes messages, shows rows, says what the person wants. */
import {
  isPanelMessage,
  readKeptState,
  type KeptState,
  type PageMessage,
  type PageState,
  type PanelMessage,
} from '../src/preview/messages';
import { Page } from './page';

/** What VS Code gives a page, once. */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: KeptState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** A table that follows the active plan finds so many documents again as they were left. */
const MOST_KEPT = 12;

const api = acquireVsCodeApi();
let page: Page | undefined;
let kept = readKeptState(api.getState());
let locked = kept?.locked ?? false;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isPanelMessage(event.data)) receive(event.data);
});
api.postMessage({ type: 'ready' });

function receive(message: PanelMessage): void {
  switch (message.type) {
    case 'strings':
      page?.dispose();
      page = new Page(
        { strings: message.strings, file: message.file, uri: message.uri },
        { post: (out) => api.postMessage(out), keep },
        stateFor(message.uri),
      );
      break;
    case 'locked':
      ({ locked } = message);
      if (kept) keep(kept);
      break;
    default:
      page?.receive(message);
  }
}

function keep(state: PageState): void {
  const before = kept ? [kept, ...kept.others] : [];
  const others = before.filter(({ uri }) => uri !== state.uri).slice(0, MOST_KEPT - 1);
  kept = { ...state, locked, others: others.map(onlyPage) };
  api.setState(kept);
}

const onlyPage = ({ uri, scroll, choices, views, full, key }: PageState): PageState => ({
  ...{ uri, scroll, choices, views, full, key },
});

/** How a document was left; one seen for the first time gets the order, columns and view of the one before, not its filter. */
function stateFor(uri: string): PageState | undefined {
  if (!kept) return undefined;
  const own = [kept, ...kept.others].find((state) => state.uri === uri);
  if (own) return own;
  const { choices, views, full } = kept;
  return { uri, scroll: 0, key: null, choices: { ...choices, wanted: undefined }, views, full };
}
