import { api, path, type Query, type Schema } from '../api';

export type Outline = Schema<'DocumentOutline'>;
export type Layout = Schema<'PaperLayout'>;
export type Letterhead = Schema<'Letterhead'>;
export type LetterheadWish = Schema<'LetterheadWish'>;
export type Progress = Schema<'ExportProgress'>;
export type Format = Schema<'ReportFormat'>;

/** A document that can be had here: báo cáo nhanh, biểu tổng hợp, danh sách, sổ theo dõi lớp. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  /** Where its figures are: `/reports/sessions/…`. */
  readonly of: string;
  readonly query: Query;
  /** What the file is named after. */
  readonly name: string;
}

/** What the office adds to its letterhead for one document. */
export interface Wish {
  readonly format: Format;
  readonly layout: Layout | '';
  readonly number: string;
  readonly date: string;
  readonly part: number;
}

function query(choice: Choice, wish: Wish): Query {
  return { ...choice.query, ...wish, number: wish.number.trim(), part: wish.part === 0 ? undefined : wish.part };
}

/** What the document will contain. */
export function outline(choice: Choice, wish: Wish, signal: AbortSignal): Promise<Outline> {
  return api.get(`${choice.of}/outline`, { query: query(choice, wish), signal, timeout: 60_000 });
}

/** The document; its progress can be followed under the id. A list of a whole province takes minutes. */
export function file(choice: Choice, wish: Wish, id: string, signal: AbortSignal): Promise<Blob> {
  return api.blob(`${choice.of}/file`, { query: { ...query(choice, wish), export: id }, signal, timeout: 900_000 });
}

/** Who was at a session, in the handbook's columns; its progress can be followed under the id. */
export function handbookFile(session: string, id: string, signal: AbortSignal): Promise<Blob> {
  return api.blob(path`/reports/sessions/${session}/exchange`, { query: { export: id }, signal, timeout: 900_000 });
}

export function progressAt(id: string): string {
  return path`/exports/${id}/live`;
}

export function readLetterhead(unit: string, signal: AbortSignal): Promise<Letterhead> {
  return api.get(path`/units/${unit}/letterhead`, { signal });
}

/** Fails with `changed_meanwhile` when somebody kept another since it was read. */
export function keepLetterhead(unit: string, wish: LetterheadWish): Promise<Letterhead> {
  return api.put(path`/units/${unit}/letterhead`, wish);
}
