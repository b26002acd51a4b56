/** One line of a page: words on the left, figures on the right. */
export type PdfLine = {
  readonly left: string;
  readonly right?: string;
  readonly style?: 'title' | 'heading' | 'total' | 'note';
};

const PAGE = { width: 595, height: 842, margin: 64 } as const;
const STYLES = {
  title: { font: 'F2', size: 20, height: 34 },
  heading: { font: 'F2', size: 12, height: 34 },
  total: { font: 'F2', size: 10, height: 20 },
  note: { font: 'F1', size: 9, height: 16 },
  plain: { font: 'F1', size: 10, height: 18 },
} as const;

/** Every figure of Courier is as wide as this share of its size: it can be set flush right without a table of widths. */
const COURIER_WIDTH = 0.6;

/**
 * Writes lines as a PDF of as many pages as they need, in fonts that every reader has. The text is ASCII only, so that
 * its length is the length of the file.
 */
export function pdfOf(title: string, lines: readonly PdfLine[]): string {
  const pages = pagesOf(lines);
  const first = FONTS.length + 4;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const fonts = FONTS.map((_, index) => `/F${index + 1} ${index + 4} 0 R`).join(' ');
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Title ${literal(title)} /Producer (Stripe emulator) >>`,
    ...FONTS.map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << ${fonts} >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]);
}

const FONTS = ['Helvetica', 'Helvetica-Bold', 'Courier', 'Courier-Bold'];

function fileOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}${trailer}`;
}

function pagesOf(lines: readonly PdfLine[]): readonly string[] {
  const pages: string[] = [];
  let content: string[] = [];
  let y: number = PAGE.height - PAGE.margin;
  for (const line of lines) {
    y -= STYLES[line.style ?? 'plain'].height;
    if (y < PAGE.margin) {
      pages.push(content.join('\n'));
      content = [];
      y = PAGE.height - PAGE.margin - STYLES.plain.height;
    }
    content.push(...drawn(line, y));
  }
  return [...pages, content.join('\n')];
}

function drawn({ left, right, style }: PdfLine, y: number): readonly string[] {
  const { font, size } = STYLES[style ?? 'plain'];
  const words = `BT /${font} ${size} Tf ${PAGE.margin} ${y} Td ${literal(left)} Tj ET`;
  if (right === undefined) return [words];
  const from = PAGE.width - PAGE.margin - right.length * size * COURIER_WIDTH;
  const figures = `BT /${style === 'total' ? 'F4' : 'F3'} ${size} Tf ${from.toFixed(1)} ${y} Td ${literal(right)} Tj ET`;
  const rule = `0.8 G ${PAGE.margin} ${y + size + 3} m ${PAGE.width - PAGE.margin} ${y + size + 3} l S 0 G`;
  return style === 'total' ? [rule, words, figures] : [words, figures];
}

/** What the Windows encoding has outside of Latin-1, in the octal numbers of PDF. */
const WINDOWS: Readonly<Record<string, string>> = {
  '€': '\\200', '…': '\\205', '‘': '\\221', '’': '\\222', '“': '\\223', '”': '\\224', '•': '\\225', '–': '\\226', '—': '\\227',
}; // prettier-ignore

function literal(text: string): string {
  return `(${Array.from(text, character).join('')})`;
}

/** Characters that the fonts do not have become question marks. */
function character(one: string): string {
  if (/^[\\()]$/u.test(one)) return `\\${one}`;
  const code = one.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return one;
  if (code >= 0xa0 && code <= 0xff) return `\\${code.toString(8)}`;
  return WINDOWS[one] ?? '?';
}
