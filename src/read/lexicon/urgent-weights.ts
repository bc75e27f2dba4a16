/**
 * What each count of danger.ts says, as log-odds per count; "flood*now" counts once when both are there,
 * `kinds` are kinds of danger (at most 3), `calls` words of an emergency (1 or 0.5 each, at most 2), and
 * all others count at most 2. Fitted by logistic regression (L2 penalty 3) on complaints only: 1,688 labelled
 * public posts of other cities, 217 of them urgent, and 1,026 of the corpus in `corpus/`, 156 urgent. The
 * threshold was chosen by 5-fold cross-validation.
 */
export const URGENT_BIAS = -1.51

/** From here on a complaint is urgent, 0..1. */
export const URGENT_THRESHOLD = 0.37

export const URGENT_WEIGHTS: Readonly<Record<string, number>> = {
  level: 1.3,
  tree: 1.14,
  feared: 0.88,
  calls: 0.86,
  'pump*flood': 0.82,
  kinds: 0.78,
  wire: 0.75,
  today: 0.75,
  'hazard*road': 0.73,
  alone: 0.64,
  'victim*dark': 0.64,
  'flood*lasting': 0.6,
  hazard: 0.56,
  disease: 0.54,
  blocked: 0.49,
  'flood*still': 0.44,
  flood: 0.42,
  violence: 0.42,
  'victim*road': 0.4,
  unstable: 0.37,
  collapse: 0.36,
  'flood*now': 0.33,
  help: 0.3,
  lasting: 0.28,
  fire: 0.21,
  unmade: 0.19,
  'weak*medical': 0.15,
  now: 0.13,
  victim: 0.12,
  medical: 0.1,
  'pump*help': 0.06,
  'help*kinds': 0.05,
  'flood*level': -0.16,
  rescue: -0.27,
  told: -0.34,
  upkeep: -0.37,
  'level*upkeep': -0.37,
  'tree*outage': -0.38,
  outage: -0.43,
  seasonal: -0.44,
  'tree*everywhere': -0.49,
  rubbish: -0.51,
  figure: -0.53,
  'flood*road': -0.63,
  everywhere: -0.69,
  pump: -0.73,
  harmless: -0.78,
  'flood*upkeep': -0.85,
  weak: -0.88,
}
