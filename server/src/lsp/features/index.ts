import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { completion } from './completion';
import { definition } from './definition';
import { documentLink } from './documentLink';
import type { LspFeature } from './feature';
import { folding } from './folding';
import { formatting } from './formatting';
import { hover } from './hover';
import { onTypeFormatting } from './onTypeFormatting';
import { inlayHint } from './inlayHint';
import { newPlans } from './newPlan';
import { outline } from './outline';
import { paste } from './paste';
import { planEdit } from './planEdit';
import { documentHighlight, references } from './references';
import { rename } from './rename';
import { selectionRange } from './selectionRange';
import { semanticTokens } from './semanticTokens';
import { units } from './units';
import { workspaceSymbols } from './workspaceSymbols';

/** Every feature of the protocol, each in the file of its name. */
export const FEATURES: readonly LspFeature[] = [
  outline,
  folding,
  hover,
  completion,
  codeActions,
  planEdit,
  formatting,
  onTypeFormatting,
  newPlans,
  paste,
  semanticTokens,
  selectionRange,
  documentLink,
  codeLens,
  inlayHint,
  workspaceSymbols,
  units,
  definition,
  references,
  documentHighlight,
  rename,
];
