/** Every kind of source; the only list of them. */
import type { SourceKind } from '../source-kind.ts'
import { feed } from './feed.ts'
import { file } from './file.ts'
import { webhook } from './webhook.ts'

export const SOURCE_KINDS: SourceKind[] = [feed, file, webhook] as SourceKind[]
