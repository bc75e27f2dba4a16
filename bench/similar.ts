/** How long "cases like this" takes while somebody types, among many filed cases. */
import { randomBytes } from 'node:crypto'
import type { Database, Pool } from '../src/db/connect.ts'
import { prepare } from '../src/group/compare.ts'
import { vectorText } from '../src/group/embed.ts'
import { builtIn } from '../src/group/embedder.ts'
import { currentEmbedders, ensureEmbedder } from '../src/group/queries-refill.ts'
import { findSimilar, type Search } from '../src/group/search.ts'
import { makeReader } from '../src/read/read.ts'
import type { Region } from '../src/region/region.ts'
import { freshRegion, makeOfficer, makeSource } from '../tests/helpers.ts'
import { onEachDatabase } from './databases.ts'
import { percentile, printTable, rounded } from './table.ts'

const CASES = 20_000
const BATCH = 1000
const ASKED = 200
const DAY_MS = 86_400_000
const PROBLEMS = [
  ['penerangan', 'Lampu jalan mati total, gelap sekali dan rawan kecelakaan'],
  ['jalan', 'Jalan berlubang besar, sudah ada pengendara motor yang jatuh'],
  ['sampah', 'Sampah menumpuk tidak diangkut, baunya sampai ke rumah'],
  ['air', 'Air PDAM tidak mengalir, warga terpaksa membeli air galon'],
  ['drainase', 'Selokan tersumbat, setiap hujan air meluap ke rumah warga'],
  ['lingkungan', 'Asap pembakaran dari gudang mengganggu pernapasan anak-anak'],
] as const
const STREETS =
  'Kenanga Dahlia Flamboyan Anggur Rambutan Sawo Cempaka Bougenvil Teratai Nangka'.split(' ')
const SINCE = ['tiga malam', 'dua minggu', 'hari Senin', 'bulan lalu', 'habis lebaran']

/** @param cases how many are filed before it is asked */
export const benchSimilar = async (cases = CASES): Promise<void> =>
  printTable((await onEachDatabase((db, name) => measure(db, name, cases))).flat())

async function measure(db: Database, name: string, cases: number) {
  const region = await freshRegion(db.sql, 'kendari')
  await fill(db.sql, region, cases)
  const read = makeReader(region)
  const asked: Record<string, (n: number) => string> = {
    'a whole complaint': (n) => messageOf(region, n * 97 + 13).text,
    'five words of it': (n) =>
      messageOf(region, n * 97 + 13)
        .text.split(' ')
        .slice(0, 5)
        .join(' '),
    'one rare word': (n) => `lorong${n * 31}`,
    'one common word': (n) => STREETS[n % STREETS.length]!.slice(0, 4),
    'a number': (n) => `${region.casePrefix}-2026-${String(n * 17 + 1).padStart(5, '0')}`,
  }
  const rows = []
  for (const [what, textOf] of Object.entries(asked)) {
    for (const among of ['all', 'open'] as const) {
      const times: number[] = []
      let found = 0
      for (let n = 0; n < ASKED; n++) {
        const start = performance.now()
        const text = textOf(n)
        const told = { ...read({ text, channel: 'filed', at: new Date() }), text, date: null }
        found += (await findSimilar(db.sql, searchOf(region, told, among))).length
        times.push(performance.now() - start)
      }
      rows.push({
        database: name,
        cases,
        asked: what,
        among,
        'p50 ms': rounded(percentile(times, 0.5), 1),
        'p99 ms': rounded(percentile(times, 0.99), 1),
        'rows each': rounded(found / ASKED, 1),
      })
    }
  }
  return rows
}

const searchOf = (region: Region, told: Search['told'], among: Search['among']): Search => ({
  regionId: region.id,
  casePrefix: region.casePrefix,
  told,
  among,
  confidential: false,
  person: false,
  except: null,
  limit: 10,
})

function messageOf(region: Region, n: number) {
  const kelurahan = region.areas.filter(({ level }) => level === 'kelurahan')
  const area = kelurahan[(n * 7) % kelurahan.length]!
  const [category, problem] = PROBLEMS[n % PROBLEMS.length]!
  const street = `Jl. ${STREETS[(n * 3) % STREETS.length]} Lorong${n} No. ${n % 90}`
  const text = `${problem} di ${street}, kelurahan ${area.name}, sejak ${SINCE[n % SINCE.length]}`
  return { text, category, area, street, title: `${problem.split(',')[0]} · ${street}` }
}

/** One case in three is open. */
async function fill(sql: Pool, region: Region, cases: number): Promise<void> {
  const { id: sourceId } = await makeSource(sql, { regionId: region.id })
  const { id: openedBy } = await makeOfficer(sql, { regionId: region.id, role: 'humas' })
  await ensureEmbedder(sql, builtIn.name)
  // Built at once it takes a tenth of the time.
  await sql`drop index fingerprints_nearest`
  for (let from = 0; from < cases; from += BATCH) {
    await fillBatch(sql, { region, sourceId, openedBy }, from, Math.min(cases, from + BATCH))
  }
  await sql`set maintenance_work_mem = '256MB'`
  await sql`create index fingerprints_nearest on fingerprints using hnsw (embedding halfvec_cosine_ops)`
  await sql`analyze`
}

type Filler = { region: Region; sourceId: number; openedBy: number }

async function fillBatch(
  sql: Pool,
  { region, sourceId, openedBy }: Filler,
  from: number,
  to: number,
) {
  const regionId = region.id
  const told = Array.from({ length: to - from }, (_, i) => {
    const n = from + i
    return { n, at: new Date(Date.now() - (n % 700) * DAY_MS), ...messageOf(region, n) }
  })
  const insert = (rows: object[]) => sql(rows as never[])
  const posts = await sql<{ id: number }[]>`
    insert into posts ${insert(
      told.map(({ text, at }) => ({
        ...{ regionId, sourceId, sourceKind: 'file', nativeId: randomBytes(8).toString('hex') },
        ...{ kind: 'post', channel: 'x', rawHash: Buffer.alloc(32), text, createdAt: at },
        ...{ readAt: at, groupedAt: at, outcome: 'candidate' },
      })),
    )} returning id`
  const filed = await sql<{ id: number }[]>`
    insert into cases ${insert(
      told.map(({ n, at, title, text, category, area, street }) => ({
        ...{ regionId, number: `${region.casePrefix}-2026-${String(n).padStart(5, '0')}`, title },
        ...{
          description: text,
          status: n % 3 === 0 ? 'disposed' : 'closed',
          category,
          place: street,
        },
        ...{
          kecamatanCode: area.code.slice(0, area.code.lastIndexOf('.')),
          kelurahanCode: area.code,
        },
        ...{ openedBy, openedAt: at },
      })),
    )} returning id`
  const candidates = await sql<{ id: number }[]>`
    insert into candidates ${insert(
      told.map(({ at, title, category, area, street }, i) => ({
        ...{ regionId, status: 'opened', title, probability: 0.9, category, place: street },
        ...{
          kecamatanCode: area.code.slice(0, area.code.lastIndexOf('.')),
          kelurahanCode: area.code,
        },
        ...{ voiceCount: 1, firstAt: at, lastAt: at, dueAt: at, caseId: filed[i]!.id },
        ...{ decidedBy: openedBy, decidedAt: at },
      })),
    )} returning id`
  const voices = await sql<{ id: number }[]>`
    insert into voices ${insert(
      told.map((_, i) => ({
        candidateId: candidates[i]!.id,
        postId: posts[i]!.id,
        rung: 'first',
        score: 1,
      })),
    )} returning id`
  const { active } = await currentEmbedders(sql)
  const prints = told.map(({ text }) => ({ text, ...prepare({ text }).print }))
  const vectors = await builtIn.embed(prints)
  await sql`
    insert into fingerprints ${insert(
      told.map(({ at }, i) => ({
        ...{ regionId, candidateId: candidates[i]!.id, voiceId: voices[i]!.id, at },
        ...{ textHash: prints[i]!.hash, embedding: vectorText(vectors[i]!), embedderId: active.id },
      })),
    )}`
}
