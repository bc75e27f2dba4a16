/** `dengar evaluate --topics`: how well the same machinery learns another city's own topics. */
import { readFile } from 'node:fs/promises'
import { trainClasses } from '../learn/classes.ts'
import { scoreClasses } from '../learn/score-classes.ts'
import { splitTopics } from '../learn/topic-split.ts'
import { say } from './label-files.ts'
import { printClasses } from './print-scores.ts'

/**
 * Trains on the letters before a date and tests on those from that date on.
 * @throws a sentence when there is no such file or it cannot be split
 */
export async function evaluateTopics(
  file: string,
  { until, json }: { until: string; json: boolean },
): Promise<void> {
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`topics: the file "${file}" cannot be read`, { cause: error })
  })
  const { before, after, ...counts } = splitTopics(content, file, until)
  const { classes, repeats, rare, bad } = counts
  say(
    `${file}: ${before.length} letters before ${until}, ${after.length} from then on, ` +
      `${classes} topics (left out: ${repeats} repeats, ${rare} of rare topics, ${bad} bad rows)`,
  )
  const { predict } = trainClasses(before)
  const scores = scoreClasses(
    after.map(({ text, label }) => ({ label, ranked: predict(text).map((each) => each.label) })),
  )
  if (json) {
    console.log(JSON.stringify({ file, until, trained: before.length, ...counts, topics: scores }))
  } else printClasses('Topics', scores)
}
