/** Pictures, charts, shapes and embedded objects: told, since a plan has none; the words of text boxes are kept. */
import { descendant, elementsOf, type Element } from '../tree';
import { chosen, type Reading } from './reading';

/** What a drawing holds. `before` is the text it stands behind. */
export function drawing(node: Element, before: string, reading: Reading): void {
  const found = { boxes: 0, told: 0 };
  const place = titleOf(node) || before.slice(-20);
  look(node, place, reading, found);
  if (found.boxes === 0 && found.told === 0) reading.notes.add(node.name === 'w:object' ? 'object' : 'drawing', place);
}

interface Found {
  boxes: number;
  told: number;
}

function look(node: Element, place: string, reading: Reading, found: Found): void {
  for (const inner of elementsOf(node)) {
    if (inner.name === 'w:txbxContent') {
      found.boxes++;
      reading.boxes.push(inner);
      continue;
    }
    const kind = kindOf(inner);
    if (kind) {
      found.told++;
      reading.notes.add(kind, place);
    }
    if (inner.name === 'mc:AlternateContent') {
      const alternative = chosen(inner);
      if (alternative) look(alternative, place, reading, found);
    } else if (kind !== 'object') look(inner, place, reading, found);
  }
}

function kindOf({ name }: Element): 'image' | 'chart' | 'object' | null {
  if (name === 'pic:pic' || name === 'v:imagedata') return 'image';
  if (name === 'c:chart' || name === 'cx:chart' || name === 'dgm:relIds') return 'chart';
  return name === 'o:OLEObject' ? 'object' : null;
}

/** What the author called it, if anything but “Picture 1”. */
function titleOf(node: Element): string {
  const properties = descendant(node, 'wp:docPr');
  const { descr = '', title = '', name = '' } = properties?.attributes ?? {};
  return descr || title || (/^(?:图片|Picture|图像|文本框|Text Box|直线|Line|矩形|Rectangle)/i.test(name) ? '' : name);
}
