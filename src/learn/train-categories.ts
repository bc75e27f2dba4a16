/** Labelled complaints -> a model of the 18 categories. */
import { classCues, CLASS_CUES, MISCONDUCT_CUE } from '../read/category.ts'
import { isFiled } from '../read/channel.ts'
import type { ClassModel } from '../read/classes.ts'
import { makeLook } from '../read/look.ts'
import { CATEGORIES, type Category } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import { adaptClassModel, trainClassModel, type ClassRow } from './classes.ts'
import type { Example } from './example.ts'
import { textKey } from './text-key.ts'

/** What a filed letter counts beside a post, and what a label of which somebody was in doubt. */
const LETTER = 0.07
const UNSURE = 0.6
/** Of letters of one category; more only teach how letters are written. */
const MOST_LETTERS = 300
/** By cross-validation on posts and the written corpus. */
const OPTIONS = { labels: CATEGORIES, bits: 15, cost: 0.5, balance: 0.5, pull: 0.003 }
/** What the champion knows is worth as many labels. */
const ADAPT_PRIOR = 50
/** What the words are held to say before any label: a problem, misconduct, a thing. */
const PROBLEM = 0.5
const MISCONDUCT = 1
const THING = 0.3

/** Null when the labels name fewer than two categories. */
export function trainCategories(examples: readonly Example[], region: Region): ClassModel | null {
  const rows = rowsOf(examples, region)
  if (new Set(rows.map(({ label }) => label)).size < 2) return null
  return trainClassModel(rows, { ...OPTIONS, cueStart: cueStart() })
}

/** Corrects the categories by newer labels; see adaptClassModel. */
export function adaptCategories(
  champion: ClassModel,
  examples: readonly Example[],
  region: Region,
): ClassModel {
  const rows = rowsOf(examples, region)
  return rows.length === 0 ? champion : adaptClassModel(champion, rows, ADAPT_PRIOR / rows.length)
}

function rowsOf(examples: readonly Example[], region: Region): ClassRow[] {
  const look = makeLook(region)
  const letters = new Map<Category, number>()
  const rows: ClassRow[] = []
  for (const example of examples) {
    const { category, complaint } = example
    if (!complaint || category === null) continue
    if (isLetter(example)) {
      const before = letters.get(category) ?? 0
      if (before >= MOST_LETTERS) continue
      letters.set(category, before + 1)
    }
    const { message, topics, modus } = look(example)
    rows.push({
      tokens: message.tokens,
      key: textKey(example.text),
      label: category,
      importance: isLetter(example) ? LETTER : example.sure ? 1 : UNSURE,
      cues: classCues(topics, modus),
    })
  }
  return rows
}

const isLetter = ({ channel, written }: Example): boolean => isFiled(channel) && !written

function cueStart(): Float64Array {
  const count = CATEGORIES.length
  const start = new Float64Array(CLASS_CUES * count)
  for (let c = 0; c < count; c += 1) {
    start[c * count + c] = PROBLEM
    start[(MISCONDUCT_CUE + 1 + c) * count + c] = THING
  }
  start[MISCONDUCT_CUE * count + CATEGORIES.indexOf('aparat')] = MISCONDUCT
  return start
}
