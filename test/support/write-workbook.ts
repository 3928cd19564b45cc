import { writeZip, type ZipEntry } from './write-zip.js';

/** The parts of a workbook as a test wants them; what it does not name is the least that is needed. */
export interface WorkbookParts {
  /** What stands inside `<sheetData>`, or a whole document where it starts with `<`+`?xml`. */
  sheet?: string;
  /** Behind `<sheetData>`. */
  afterRows?: string;
  sharedStrings?: string;
  /** Number formats by style: codes, or numbers of built-in ones. */
  formats?: readonly (string | number)[];
  workbookPr?: string;
  more?: readonly ZipEntry[];
}

/** Writes a workbook from raw XML, as spreadsheet programs do and as none would. */
export function writeWorkbook({
  sheet = '',
  afterRows = '',
  sharedStrings,
  formats = [],
  ...parts
}: WorkbookParts): Buffer {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = [relation(1, 'worksheet', 'worksheets/sheet1.xml'), relation(2, 'styles', 'styles.xml')];
  if (sharedStrings !== undefined) relations.push(relation(3, 'sharedStrings', '/xl/sharedStrings.xml'));
  const codes = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>` : '',
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return writeZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr ${parts.workbookPr ?? ''}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheet.startsWith('<?xml') ? sheet : `<worksheet><sheetData>${sheet}</sheetData>${afterRows}</worksheet>`,
    },
    ...(sharedStrings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst>${sharedStrings}</sst>` }]),
    ...(parts.more ?? []),
  ]);
}

/** A row of texts, numbers (of style 0) and raw cells. */
export function row(number: number, ...cells: readonly (string | number | { xml: string })[]): string {
  const written = cells.map((cell, index) => {
    if (typeof cell === 'object') return cell.xml;
    const reference = `${String.fromCharCode(65 + index)}${number}`;
    return typeof cell === 'number'
      ? `<c r="${reference}"><v>${cell}</v></c>`
      : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
