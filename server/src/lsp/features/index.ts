import { codeActions } from './codeActions';
import { completion } from './completion';
import type { LspFeature } from './feature';
import { folding } from './folding';
import { hover } from './hover';
import { onTypeFormatting } from './onTypeFormatting';
import { outline } from './outline';
import { planEdit } from './planEdit';
import { semanticTokens } from './semanticTokens';

/** Every feature of the protocol, each in the file of its name. */
export const FEATURES: readonly LspFeature[] = [
  outline,
  folding,
  hover,
  completion,
  codeActions,
  planEdit,
  onTypeFormatting,
  semanticTokens,
];
