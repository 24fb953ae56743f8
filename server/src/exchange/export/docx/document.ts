/** The parts of a plan as the body of a Word document. */
import type { Layout } from '../../../core/plan/layout';
import { linesIn, widthOf } from '../measure';
import { FOOTERS } from './package';
import { acrossPage, characterSpacing, uprightPage, type Page } from './page';
import type { Part, TextKind, TextPart } from './parts';
import type { Run } from './runs';
import { signatureIndents } from './signature';
import { headingStyle, STYLES } from './styles';
import { isWide, tableXml } from './tables';
import { titleLines } from './title';
import { fontsXml, fromMillimetres, fromPoints, paragraphXml, runXml } from './xml';

/** Parts that share a page and its direction. */
interface Section {
  readonly across: boolean;
  readonly parts: readonly Part[];
}

/** The content of `w:body`. */
export function bodyXml(parts: readonly Part[], layout: Layout, direction: 'by-table' | 'across' = 'by-table'): string {
  const sections = direction === 'across' ? [{ across: true, parts }] : sectionsOf(parts);
  return sections
    .map((section, at) => {
      const page = section.across ? acrossPage(layout) : uprightPage(layout);
      const content = sectionXml(section, page, layout);
      const properties = sectPr(page, section.across);
      // All sections but the last end with a paragraph that carries their properties.
      return at === sections.length - 1 ? content + properties : withProperties(content, properties);
    })
    .join('');
}

/** What stands over a wide table goes on its page. */
const OVER_TABLE: readonly Part['kind'][] = ['title', 'subtitle', 'annex-mark', 'number', 'letterhead', 'heading'];

function sectionsOf(parts: readonly Part[]): readonly Section[] {
  const sections: { across: boolean; parts: Part[] }[] = [];
  let waiting: Part[] = [];
  const add = (across: boolean, more: readonly Part[]): void => {
    const last = sections.at(-1);
    if (last?.across === across) last.parts.push(...more);
    else if (more.length > 0) sections.push({ across, parts: [...more] });
  };
  for (const part of parts) {
    if (part.kind === 'table' && isWide(part.table)) {
      add(true, [...waiting, part]);
      waiting = [];
    } else if (OVER_TABLE.includes(part.kind)) {
      // A title right below another one's text is over the table alone.
      waiting.push(part);
    } else {
      add(false, [...waiting, part]);
      waiting = [];
    }
  }
  add(sections.at(-1)?.across ?? false, waiting);
  return sections.length > 0 ? sections : [{ across: false, parts: [] }];
}

/** The last paragraph of a section says what its pages are; after a table it is one of its own, as small as can be. */
function withProperties(content: string, properties: string): string {
  const marker = '</w:pPr>';
  const at = content.lastIndexOf(marker);
  if (content.endsWith('</w:p>') && at > content.lastIndexOf('<w:p>'))
    return content.slice(0, at) + properties + content.slice(at);
  return `${content}<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;
}

function sectPr(page: Page, across: boolean): string {
  const orientation = across ? ' w:orient="landscape"' : '';
  return `<w:sectPr><w:footerReference w:type="default" r:id="${FOOTERS.odd}"/><w:footerReference w:type="even" r:id="${FOOTERS.even}"/><w:pgSz w:w="${page.width}" w:h="${page.height}"${orientation}/><w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="${Math.min(850, page.top)}" w:footer="${page.footer}" w:gutter="0"/></w:sectPr>`;
}

function sectionXml({ parts }: Section, page: Page, layout: Layout): string {
  /** How much of the page is taken, about: tables are told where they begin. */
  let used = 0;
  return parts
    .map((part, at) => {
      const above = parts[at - 1];
      if (part.kind === 'table') {
        // Tables that follow each other would become one.
        const gap = above?.kind === 'table' ? paragraphXml(STYLES.flush, '') : '';
        const { xml, end } = tableXml(
          part.table,
          page,
          layout,
          gap === '' ? used : used + fromPoints(layout.linePitch),
        );
        used = end;
        return gap + xml;
      }
      const { xml, height } = textXml(part, { parts, at, page, layout });
      used = (part.opens && at > 0 ? 0 : used) + height;
      used %= page.textHeight;
      return xml;
    })
    .join('');
}

/** Where a part stands. */
interface Place {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly page: Page;
  readonly layout: Layout;
}

/** About how high it is, too, twips. */
function textXml(part: TextPart, place: Place): { readonly xml: string; readonly height: number } {
  const { layout, page, at } = place;
  // A section begins a page by itself.
  const opens = part.opens && at > 0 ? '<w:pageBreakBefore/>' : '';
  const kept = keepsNext(part, place.parts[at + 1]?.kind) ? '<w:keepNext/>' : '';
  const words = part.runs.map(({ text }) => text).join('');
  const details = DETAILS[part.kind](words, place);
  const title = part.kind === 'title' ? linesOfTitle(words, place) : null;
  const lines = title?.length ?? linesIn(words, 2 * Math.floor(page.textWidth / em(layout)));
  const before = Number(/w:before="(\d+)"/.exec(details)?.[1] ?? 0);
  return {
    xml: paragraphXml(styleOf(part), title ? runXml(title.join('\n')) : runsXml(part, layout), kept + opens + details),
    height: before + lines * fromPoints(layout.linePitch),
  };
}

/**
 * A heading stands on the page of what it is over, what names a table on that of the table, and who signs on that of the
 * date; no page has only these (7.3.5: no 此页无正文).
 */
const keepsNext = ({ kind }: TextPart, next: Part['kind'] | undefined): boolean =>
  kind === 'heading' ||
  kind === 'signature' ||
  next === 'table' ||
  next === 'signature' ||
  (next === 'date' && kind === 'body');

function linesOfTitle(words: string, { page, layout }: Place): readonly string[] {
  return titleLines(words, Math.floor(page.textWidth / fromPoints(layout.sizes.title)));
}

function styleOf({ kind, level }: TextPart): string {
  switch (kind) {
    case 'heading':
      return level === 0 ? STYLES.chapter : headingStyle(level);
    case 'body':
    case 'remark':
      return STYLES.body;
    case 'addressee':
    case 'annex-note':
      return STYLES.flush;
    case 'annex-mark':
      return STYLES.annexMark;
    case 'date':
      return STYLES.signature;
    default:
      return STYLES[kind];
  }
}

function runsXml({ kind, level, runs }: TextPart, layout: Layout): string {
  const { fonts } = layout;
  const look = (run: Run): string | undefined => {
    if (run.look === 'head' && level <= 2)
      return fontsXml(level === 2 ? fonts.heading2 : fonts.heading1, fonts.western);
    if (run.look === 'annotation' && fonts.annotation !== fonts.body) return fontsXml(fonts.annotation, fonts.western);
    if (run.look === 'bold') return '<w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/>';
    return undefined;
  };
  if (kind === 'letterhead') return runs.map((run) => runXml(run.text, letterheadLook(run.text, layout))).join('');
  return runs.map((run) => runXml(run.text, look(run))).join('');
}

const MAX_LETTERHEAD = 48;

/** As large as fits one line; the standard leaves the size open (7.2.4). */
function letterheadLook(text: string, layout: Layout): string {
  const fits = uprightPage(layout).textWidth / 20 / Math.max(widthOf(text), 1);
  const size = Math.max(layout.sizes.title, Math.min(MAX_LETTERHEAD, Math.floor(fits)));
  return `<w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

const spacing = (before: number, layout: Layout): string =>
  before === 0 ? '' : `<w:spacing w:before="${Math.round(before * fromPoints(layout.linePitch))}"/>`;

const kindAbove = ({ parts, at }: Place): Part['kind'] | undefined => parts[at - 1]?.kind;
const isFirst = (kind: TextKind, place: Place): boolean => kindAbove(place) !== kind;
const none = (): string => '';
/** Text begins one line below its title, as addressees do (7.3.2). */
const belowTitle = (_: string, place: Place): string => {
  const above = kindAbove(place);
  return spacing(above === 'title' || above === 'subtitle' ? 1 : 0, place.layout);
};

/** What paragraphs have beyond their style: room above, indents. In the order the schema asks for. */
const DETAILS: Readonly<Record<TextKind, (words: string, place: Place) => string>> = {
  body: belowTitle,
  heading: belowTitle,
  remark: none,
  letterhead: (words, { layout }) => {
    const line = Math.round(uprightPage(layout).textWidth / 20 / Math.max(widthOf(words), 1));
    const height = fromPoints(Math.max(layout.sizes.title, Math.min(MAX_LETTERHEAD, line)) * 1.3);
    // 7.2.4: 35 mm below the top of the text area.
    return `<w:spacing w:before="${fromMillimetres(35)}" w:line="${height}" w:lineRule="exact"/>`;
  },
  number: (_, place) => {
    if (kindAbove(place) !== 'letterhead') return '';
    // 7.2.5: two lines below; 7.2.7: a red line 4 mm under it.
    return `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="11" w:color="FF0000"/></w:pBdr>${spacing(2, place.layout)}`;
  },
  title: (_, place) => {
    const above = kindAbove(place);
    // 7.3.1: two lines below the red line; 7.3.7: in the third line of an annex.
    return spacing(above === 'letterhead' || above === 'number' ? 2 : above === 'annex-mark' ? 1 : 0, place.layout);
  },
  subtitle: none,
  addressee: (_, place) => spacing(isFirst('addressee', place) ? 1 : 0, place.layout),
  'annex-note': annexNoteIndent,
  signature: (words, place) => {
    const below = place.parts.slice(place.at).find(({ kind }) => kind === 'date');
    const date = below && below.kind !== 'table' ? below.runs.map(({ text }) => text).join('') : '';
    const { signature } = signatureIndents(widthOf(words), widthOf(date), place.layout.seal);
    // A seal needs room above; without one the signature stands one line below the text (7.3.5).
    const lines = isFirst('signature', place) ? (place.layout.seal ? 2 : 1) : 0;
    return spacing(lines, place.layout) + rightIndent(signature, place.layout);
  },
  date: (words, place) => {
    const above = place.parts[place.at - 1];
    const signed = above?.kind === 'signature' ? above.runs.map(({ text }) => text).join('') : '';
    const { date } = signatureIndents(widthOf(signed), widthOf(words), place.layout.seal && signed !== '');
    return rightIndent(signed === '' ? 4 : date, place.layout);
  },
  'annex-mark': none,
  imprint: (_, place) => {
    // 7.4.1: lines of 0.35 mm above and below the whole, of 0.25 mm between.
    const edge = (side: string, thick: boolean): string =>
      `<w:${side} w:val="single" w:sz="${thick ? 8 : 6}" w:space="1" w:color="000000"/>`;
    const last = place.parts[place.at + 1]?.kind !== 'imprint';
    const first = isFirst('imprint', place);
    return `<w:pBdr>${edge('top', first)}${last ? edge('bottom', true) : ''}</w:pBdr>${spacing(first ? 1 : 0, place.layout)}`;
  },
};

/** One character of the body, as it is set. */
const em = (layout: Layout): number => fromPoints(layout.sizes.body) + characterSpacing(layout);

function rightIndent(characters: number, layout: Layout): string {
  if (characters <= 0) return '';
  return `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * em(layout))}"/>`;
}

/** 7.3.4: a line below the text, two characters in; what runs on stands below the first character of the name. */
function annexNoteIndent(words: string, place: Place): string {
  const first = isFirst('annex-note', place);
  const label = first ? /^附\s*件\s*[:：]\s*/.exec(words)?.[0] : undefined;
  const start = label ? 2 + widthOf(label) : 5;
  const number = /^\d{1,2}\s*[.．、]\s*/.exec(words.slice(label?.length ?? 0))?.[0] ?? '';
  const width = em(place.layout);
  const left = Math.round((start + widthOf(number)) * width);
  const hanging = Math.round((label ? widthOf(label) : 0) * width + widthOf(number) * width);
  return `${spacing(first ? 1 : 0, place.layout)}<w:ind w:left="${left}" w:hanging="${hanging}"/>`;
}
