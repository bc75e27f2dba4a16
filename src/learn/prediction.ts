/** What a reader said of a labelled text: what is scored. */
import type { Message, Reading } from '../read/reading.ts'
import type { Category } from '../region/category.ts'
import type { Example } from './example.ts'

export type Prediction = {
  example: Example
  /** The reader's own verdict; its thresholds may differ by channel. */
  complaint: boolean
  /** 0..1 */
  probability: number
  /** Best first; empty where the reader names none. */
  categories: Category[]
  urgent: boolean
}

/** Has each example read, in order. */
export function predict(
  read: (message: Message) => Reading,
  examples: readonly Example[],
): Prediction[] {
  return examples.map((example) => {
    const { text, title, channel } = example
    const reading = read({ text, title, channel })
    const others = reading.categories.map(({ code }) => code)
    const categories =
      reading.category === null ? others : [...new Set([reading.category, ...others])]
    const { complaint, probability, urgent } = reading
    return { example, complaint, probability, categories, urgent }
  })
}
