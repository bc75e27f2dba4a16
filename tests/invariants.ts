/** What must hold of a database at any moment, and once the line is empty. Each breach is a sentence. */
import type { Pool } from '../src/db/connect.ts'
import { verifyLedger } from '../src/ledger/verify.ts'
import { balance } from '../src/trends/balance.ts'

export async function brokenInvariants(sql: Pool, regionId: string): Promise<string[]> {
  const broken: string[] = []
  const expectNone = async (sentence: string, rows: Promise<readonly unknown[]>) => {
    const { length } = await rows
    if (length > 0) broken.push(`${length} x ${sentence}`)
  }
  await expectNone(
    'a post that was read has no reading, or two of one model',
    sql`select p.id from posts p left join readings r on r.post_id = p.id
         where p.read_at is not null group by p.id having count(r.id) <> 1`,
  )
  await expectNone(
    'a post is a candidate but speaks in none, or is set aside and speaks',
    sql`select p.id from posts p left join voices v on v.post_id = p.id and v.left_at is null
         where p.outcome is not null group by p.id
        having (p.outcome = 'candidate') <> (count(v.id) = 1)`,
  )
  await expectNone(
    'a candidate counts other voices than it has',
    sql`select c.id from candidates c left join voices v on v.candidate_id = c.id and v.left_at is null
         group by c.id having c.voice_count <> count(v.id)`,
  )
  await expectNone(
    'a candidate counts other copies than it has',
    sql`select c.id from candidates c
          left join voices v on v.candidate_id = c.id and v.left_at is null and v.copy_of is not null
         group by c.id having c.copy_count <> count(v.id)`,
  )
  await expectNone(
    'a copy stands elsewhere than its original, or copies a copy',
    sql`select v.id from voices v join voices o on o.id = v.copy_of
         where v.left_at is null
           and (o.left_at is not null or o.candidate_id <> v.candidate_id or o.copy_of is not null)`,
  )
  await expectNone(
    'a joined candidate has voices, or one that is open has none',
    sql`select c.id from candidates c
         where (c.status = 'joined' and c.voice_count > 0)
            or (c.status in ('waiting', 'merged', 'opened') and c.voice_count = 0)`,
  )
  await expectNone(
    'a voice has no fingerprint, or a copy has one',
    sql`select v.id
          from voices v
          join embedders e on e.status = 'active'
          left join fingerprints f on f.voice_id = v.id and f.embedder_id = e.id
         where v.left_at is null and (v.copy_of is null) <> (f.id is not null)`,
  )
  await expectNone(
    'a source points past what was saved',
    sql`select s.id from sources s
         where s.succeeded_at is not null and s.kind = 'feed'
           and not exists (select 1 from posts p where p.source_id = s.id)`,
  )
  await expectNone(
    'a candidate is corrected without history, or to what stood there before',
    sql`select c.id from candidates c
         where c.corrected <> '{}'
           and (not exists (select 1 from events e
                             where e.candidate_id = c.id and e.kind = 'candidate.changed')
                or (c.corrected ? 'category' and c.corrected->>'category' is not distinct from c.category)
                or (c.corrected ? 'title' and c.corrected->>'title' = c.title)
                or (c.corrected ? 'urgent' and (c.corrected->>'urgent')::boolean = c.urgent))`,
  )
  await expectNone(
    'a candidate is snoozed past its time limit',
    sql`select id from candidates where snoozed_until > due_at`,
  )
  await expectNone(
    'a candidate has more changes in its history than versions',
    sql`select c.id from candidates c join events e on e.candidate_id = c.id
         where e.kind in ('candidate.changed', 'candidate.dismissed', 'candidate.merged',
                          'candidate.opened', 'candidate.undone')
         group by c.id having count(*) > c.version - 1`,
  )
  const { unaccounted } = await balance(sql, regionId)
  if (unaccounted !== 0) broken.push(`the balance leaves ${unaccounted} unaccounted`)
  const ledger = await verifyLedger(sql, regionId)
  if (ledger.brokenAt !== null) broken.push(`the ledger is broken at event ${ledger.brokenAt}`)
  return broken
}
