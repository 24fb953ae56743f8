/** Web pages that are handed on: one file each, nothing loaded, all text escaped. */
import type { Locale } from '../core/text/locale';

/** Text as text; marks that turn the direction of writing are taken out, since they would reorder what stands beside them. */
export function escapeHtml(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

export interface HtmlPage {
  readonly locale: Locale;
  /** As text. */
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Beyond what all pages have. */
  readonly style: string;
  /** The only script the page's policy allows, by its SHA-256 in base64. */
  readonly script?: { readonly text: string; readonly hash: string };
}

/** A page that prints on A4 landscape with repeated heads of tables; light and dark. */
export function htmlPage({ locale, title, content, style, script }: HtmlPage): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'${script ? `; script-src 'sha256-${script.hash}'` : ''}`;
  return `<!DOCTYPE html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
${content}
</main>${script ? `\n<script>${script.text}</script>` : ''}
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light dark;--line:#999}
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;margin:1.5rem}
main{max-width:90rem;margin:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid var(--line);padding:.3rem .4rem;vertical-align:top;text-align:start;overflow-wrap:anywhere}
@media print{@page{size:A4 landscape;margin:15mm}body{margin:0;font-size:10.5pt}tr{break-inside:avoid}thead{display:table-header-group}}
`;
