/** The worker thread of one training: texts come in by message and leave with the thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { decodeModel, encodeModel, shippedModel, type Model } from '../read/model.ts'
import { makeReader } from '../read/read.ts'
import { figuresOf } from './card.ts'
import type { Retrained, Work } from './retrain.ts'
import { scoreReader } from './score.ts'
import { adaptModel } from './train.ts'

const { region, file, trained, heldOut, name } = workerData as Work
const champion = readChampion()
const challenger = adaptModel(champion, trained, { name, region })
const score = (model: Model) => figuresOf(scoreReader(makeReader(region, model), heldOut))
const answer: Retrained = {
  file: encodeModel(challenger),
  championName: champion.name,
  champion: score(champion),
  challenger: score(challenger),
}
parentPort?.postMessage(answer)

/** As the read job does: where the champion's file is damaged, the shipped model reads. */
function readChampion(): Model {
  if (file === null) return shippedModel()
  try {
    return decodeModel(file)
  } catch {
    return shippedModel()
  }
}
