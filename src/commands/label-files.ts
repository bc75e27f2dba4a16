/** The label files that a command is given, and what is said of them. */
import path from 'node:path'
import { ROOT } from '../config.ts'
import { readExamples, type LabelFile } from '../learn/read-examples.ts'
import { printable } from './printable.ts'

/** The posts that were written for the project and are part of it. */
export const CORPUS = path.join(ROOT, 'src/read/corpus')

/**
 * Reads label files and folders; says on stderr what each holds and names the rows that were skipped.
 * Posts of the corpus are marked as written for training.
 */
export async function readLabels(paths: readonly string[]): Promise<LabelFile[]> {
  const files = await readExamples(paths)
  for (const file of files.filter(isOfCorpus)) {
    file.examples = file.examples.map((example) => ({ ...example, written: true }))
  }
  for (const { file, form, examples, bad, repeats, problems } of files) {
    const complaints = examples.filter(({ complaint }) => complaint).length
    say(
      `${file}: ${form}, ${examples.length} texts, ${complaints} complaints` +
        ` (left out: ${repeats} repeats, ${bad} bad rows)`,
    )
    for (const problem of problems) say(`  ${problem}`)
    if (bad > problems.length) say(`  and ${bad - problems.length} more`)
  }
  return files
}

/** True for the files that are part of the project. */
export const isOfCorpus = ({ file }: LabelFile): boolean =>
  path.dirname(path.resolve(file)) === CORPUS

export const say = (text: string): void => console.error(printable(text))
