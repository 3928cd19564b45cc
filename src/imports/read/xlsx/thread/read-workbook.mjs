import { posix } from 'node:path';
import { readWholeXml } from './read-xml.mjs';
import { Refusal } from './refusal.mjs';

/** @import { Parts } from './open-parts.mjs' */

/**
 * @typedef {{
 *   sheets: { name: string, part: string }[],
 *   stringsPart: string | undefined,
 *   formats: (number | string)[],
 *   date1904: boolean,
 * }} Workbook
 * Sheets in their order, hidden ones last.
 */

/**
 * Reads what a workbook says of itself, following its relations: part names are free.
 * @param {Parts} parts
 * @returns {Promise<Workbook>}
 * @throws Refusal for an archive that is no workbook of this format
 */
export async function readWorkbook(parts) {
  const part = await findWorkbookPart(parts);
  const relations = await readRelations(parts, part);
  /** @type {{ name: string, id: string, hidden: boolean }[]} */
  const listed = [];
  let date1904 = false;
  await readWholeXml(await parts.stream(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes['name'] ?? '', id, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  const sheets = [...listed.filter(({ hidden }) => !hidden), ...listed.filter(({ hidden }) => hidden)].flatMap(
    (sheet) => {
      const relation = relations.find(({ id, type }) => id === sheet.id && type === 'worksheet');
      return relation === undefined ? [] : [{ name: sheet.name, part: relation.target }];
    },
  );
  const styles = relations.find(({ type }) => type === 'styles')?.target;
  return {
    sheets,
    date1904,
    stringsPart: relations.find(({ type, target }) => type === 'sharedStrings' && parts.has(target))?.target,
    formats: styles !== undefined && parts.has(styles) ? await readFormats(parts, styles) : [],
  };
}

/** @param {Parts} parts */
async function findWorkbookPart(parts) {
  refuseOtherArchives(parts);
  const related = parts.has('_rels/.rels') ? await readRelations(parts, '') : [];
  const found = related.find(({ type, target }) => type === 'officeDocument' && parts.has(target))?.target;
  if (found !== undefined) return found;
  if (parts.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw new Refusal('not_a_table', 'The file is a ZIP archive, not a workbook. Unpack it and send the table itself.');
}

/** @param {Parts} parts */
function refuseOtherArchives(parts) {
  if (parts.has('xl/workbook.bin')) {
    throw new Refusal('unreadable', 'The file is a binary workbook (XLSB). Save it as XLSX or CSV.');
  }
  if (parts.has('mimetype') && parts.has('content.xml')) {
    throw new Refusal('unreadable', 'The file is an OpenDocument file. Save the table as XLSX or CSV.');
  }
  if (parts.has('word/document.xml') || parts.has('ppt/presentation.xml')) {
    throw new Refusal('not_a_table', 'The file is an Office document without a table of its own.');
  }
}

/**
 * @param {Parts} parts
 * @param {string} source the part whose relations are wanted; the empty string for the archive itself
 */
async function readRelations(parts, source) {
  const folder = posix.dirname(source);
  const part = posix.join(folder, '_rels', `${posix.basename(source)}.rels`);
  /** @type {{ id: string, type: string, target: string }[]} */
  const relations = [];
  if (!parts.has(part)) return relations;
  await readWholeXml(await parts.stream(part), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/**
 * The number format of each cell style.
 * @param {Parts} parts
 * @param {string} part
 */
async function readFormats(parts, part) {
  /** @type {Map<number, string>} */
  const codes = new Map();
  /** @type {number[]} */
  const ids = [];
  let inCells = false;
  await readWholeXml(await parts.stream(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => codes.get(id) ?? id);
}
