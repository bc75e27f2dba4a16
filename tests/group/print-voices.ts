/** Gives every voice that has none its fingerprint, as grouping does; for rows that a test has made by hand. */
import type { Pool } from '../../src/db/connect.ts'
import { prepare } from '../../src/group/compare.ts'
import { vectorText } from '../../src/group/embed.ts'
import { embedderNamed } from '../../src/group/embedder.ts'
import { currentEmbedders } from '../../src/group/queries-refill.ts'

type Told = { voiceId: number; candidateId: number; regionId: string; text: string; at: Date }

export async function printVoices(sql: Pool): Promise<void> {
  const voices = await sql<Told[]>`
    select v.id as voice_id, c.id as candidate_id, c.region_id, coalesce(p.text, f.text) as text,
           coalesce(p.created_at, f.filed_at) as at
      from voices v
      join candidates c on c.id = v.candidate_id
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where not exists (select 1 from fingerprints g where g.voice_id = v.id)`
  const { active } = await currentEmbedders(sql)
  const made = voices.map(({ text }) => ({ text, ...prepare({ text }).print }))
  const vectors = await embedderNamed(active.name)!.embed(made)
  const rows = voices.map(({ voiceId, candidateId, regionId, at }, n) => ({
    ...{ voiceId, candidateId, regionId, at, embedderId: active.id },
    ...{ textHash: made[n]!.hash, embedding: vectorText(vectors[n]!) },
  }))
  for (let from = 0; from < rows.length; from += 500) {
    await sql`insert into fingerprints ${sql(rows.slice(from, from + 500) as never[])}`
  }
}
