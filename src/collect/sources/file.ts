/** Messages imported from a file: `dengar import FILE`. The file is read by `import-file.ts`. */
import { z } from 'zod'
import type { SourceKind } from '../source-kind.ts'

const settings = z.object({})

export const file: SourceKind<z.infer<typeof settings>> = {
  kind: 'file',
  label: 'Impor berkas (CSV, XLSX, JSONL)',
  settings,
}
