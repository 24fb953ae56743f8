import type { Finding } from '../core/rules/rule';
import { comparePositions, touches, type Position } from '../core/text/position';
import type { PlanDocument } from './documents';

/** The state of a document that the caret stands in. */
type Version = Pick<PlanDocument, 'uri' | 'version'>;

/**
 * Holds back what is newly found in the words under the caret: a half-typed name is no mistake yet. Only for clients that
 * tell where the caret goes, since someone must say when it has left.
 */
export interface CaretHold {
  /** Of the findings of a document those that may be shown. */
  visible(document: PlanDocument, findings: readonly Finding[]): readonly Finding[];
  /** The caret moved; whether findings that were held back may be shown now. */
  moved(document: Version, caret: Position): boolean;
  /** Changes whenever what is visible may change without the document changing. */
  generation(uri: string): number;
  /** The document was saved: whatever is there is meant. Whether findings were held back. */
  release(document: Version): boolean;
  close(uri: string): void;
}

interface State {
  version: number;
  caret: Position | null;
  /** This version was saved: nothing of it is held back, wherever the caret rests afterwards. */
  saved: boolean;
  generation: number;
  /** Findings that were shown, as `rule@line`. */
  shown: ReadonlySet<string>;
  held: readonly Finding[];
}

export function createCaretHold(active: () => boolean): CaretHold {
  const states = new Map<string, State>();
  const stateOf = (uri: string): State => {
    let state = states.get(uri);
    if (!state) {
      state = { version: -1, caret: null, saved: false, generation: 0, shown: new Set(), held: [] };
      states.set(uri, state);
    }
    return state;
  };
  /** What was known of an older version counts no more. */
  const stateAt = ({ uri, version }: Version, caret: Position | null): State => {
    const state = stateOf(uri);
    if (version !== state.version) Object.assign(state, { version, caret, saved: false });
    return state;
  };
  return {
    visible(document, findings) {
      if (!active()) return findings;
      const state = stateAt(document, document.caret);
      const { shown } = state;
      const caret = state.saved ? null : state.caret;
      const isHeld = (finding: Finding): boolean =>
        caret !== null && touches(finding.range, caret) && !isWhole(finding) && !shown.has(keyOf(finding));
      state.held = findings.filter(isHeld);
      const visible = state.held.length === 0 ? findings : findings.filter((finding) => !state.held.includes(finding));
      state.shown = new Set(visible.map(keyOf));
      return visible;
    },
    moved(document, caret) {
      const state = stateAt(document, caret);
      // Kept even when nothing is held: findings may be asked for only later, with the next save.
      state.caret = caret;
      if (state.held.every(({ range }) => touches(range, caret))) return false;
      state.generation++;
      return true;
    },
    generation: (uri) => states.get(uri)?.generation ?? 0,
    release(document) {
      const state = stateAt(document, null);
      state.saved = true;
      if (state.held.length === 0) return false;
      state.generation++;
      return true;
    },
    close: (uri) => void states.delete(uri),
  };
}

const keyOf = ({ rule, range }: Finding): string => `${rule}@${range.start.line}`;

/** Findings over several lines are about more than the words under the caret. */
function isWhole({ range }: Finding): boolean {
  return comparePositions(range.start, range.end) < 0 && range.end.line - range.start.line > 2;
}
