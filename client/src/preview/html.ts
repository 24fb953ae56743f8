/**
 * The frame of the task-table page. Everything shown is built by its script out of messages: no text of a document is in here.
 * Images are drawings the page itself makes.
 */

export interface PageFrame {
  /** Where the editor lets a page take its style sheets from. */
  readonly cspSource: string;
  readonly style: string;
  readonly script: string;
  /** A word only this page knows; scripts without it do not run. */
  readonly nonce: string;
}

export function pageHtml({ cspSource, style, script, nonce }: PageFrame): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; img-src blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Plandoc</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

export function makeNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
