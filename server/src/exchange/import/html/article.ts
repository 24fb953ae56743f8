/** Finds the document in a saved web page. What stands outside is set aside, not thrown away: it is told to the user. */
import { elementsOf, isElement, type Element } from '../tree';

/** Names that content systems of government sites give the element that holds the document. Source: observed practice. */
const NAMES =
  /(?:^|[\s_-])(?:ucap-?content|zoom|trs_editor|trs_ueditor|trs_editor_view|pages_content|article-?con(?:tent|t)?|articlecon|content_?text|xxgk_?content|wzcontent|news_?con(?:tent)?|detail_?con(?:tent)?|view|custom_unionstyle|easysite-news-text|bt_content|con_?text|js_content|p_content|xl-?content|gsj_?content|conTxt)(?:$|[\s_-])/i;

const UNREAD = /^(?:head|script|style|noscript|template|nav|footer|header|aside|select|button|form|iframe|svg)$/;

/** How much of a page an element holds, in characters outside links. */
type Weights = ReadonlyMap<Element, number>;

function weigh(element: Element, weights: Map<Element, number>): number {
  if (UNREAD.test(element.name) || element.name === 'a') return 0;
  let weight = 0;
  for (const node of element.children) {
    weight += isElement(node) ? weigh(node, weights) : node.replace(/\s+/g, '').length;
  }
  weights.set(element, weight);
  return weight;
}

/** The element that holds the document; the page itself when nothing stands out. */
export function findArticle(page: Element): Element {
  const weights = new Map<Element, number>();
  const total = weigh(page, weights);
  if (total === 0) return page;
  const [best] = named(page).toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  return best && (weights.get(best) ?? 0) >= total * LEAST ? best : heaviest(page, weights);
}

/** A named element with less of the page than this is something else, or empty because a script was to fill it. */
const LEAST = 0.25;

/** The outermost elements of known names. */
function named(element: Element): readonly Element[] {
  return elementsOf(element).flatMap((node) => {
    const { id = '', class: names = '' } = node.attributes;
    return NAMES.test(id) || NAMES.test(names) || node.name === 'ucapcontent' ? [node] : named(node);
  });
}

/** Elements a document may be divided by, but never consists of. */
const INSIDE = /^(?:p|table|tbody|tr|td|th|ul|ol|dl|li|span|font|b|strong|h\d|pre|blockquote|section)$/;

/** Goes down as long as one child holds nearly all there is. */
function heaviest(page: Element, weights: Weights): Element {
  let here = page;
  for (;;) {
    const weight = weights.get(here) ?? 0;
    const next = elementsOf(here).find((node) => (weights.get(node) ?? 0) >= weight * 0.8);
    if (!next || (here !== page && isInside(next))) return here;
    here = next;
  }
}

/** A wrapper about one table is no more than the table: what stands beside it is part of the document. */
function isInside(element: Element): boolean {
  if (INSIDE.test(element.name)) return true;
  const [only, ...more] = elementsOf(element);
  return only?.name === 'table' && more.length === 0;
}

/** All elements at and below `element`. */
export function within(element: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  const add = (one: Element): void => {
    found.add(one);
    for (const node of one.children) if (isElement(node)) add(node);
  };
  add(element);
  return found;
}
