/** What the readers of file formats hand over. */

/**
 * A row that cannot be used. `line` is where a person finds it in the file, counted from 1; `isLast`
 * says that the file could not be read any further.
 */
export type RowProblem = { line: number; problem: string; isLast?: true }
/** Named cells of one row; empty cells are absent. */
export type TableRow = { line: number; cells: Map<string, string> } | RowProblem
/** A row of a format that names its columns in the first row. */
export type TableRecord = { line: number; values: string[] } | RowProblem

/** A file that cannot be imported at all; the message says why and what to do. */
export class FileError extends Error {}
