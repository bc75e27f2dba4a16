/** Says where this officer looks and decides, and learns who else does. A soft lock: nothing is forbidden. */
import { useEffect, useState } from 'react'
import { api, type CandidateRow } from '../../api.ts'
import { holds } from '../../live.ts'
import { useStore } from '../../store.ts'
import { useSession, useUi } from '../../ui.tsx'
import { known } from './rows-store.ts'
import { shown } from './cursor.ts'

/** Who only passes by on the way down the list is not looking. */
const STAY_MS = 1_200
/** The server forgets a look after 60 seconds. */
const RENEW_MS = 40_000

/** Tells colleagues which candidate this officer looks at. */
export function useLooking() {
  const { may } = useUi()
  const { officer } = useSession()
  const id = useStore(shown)
  const me = officer.id
  const tells = may('queue.decide')
  useEffect(() => {
    if (!tells || id === null) return
    let isTold = false
    const tell = () => {
      if (known.get().get(id)?.status !== 'waiting' || document.visibilityState === 'hidden') return
      isTold = true
      void api.hold(id, { doing: 'looking' }).catch(() => null)
    }
    const first = setTimeout(tell, STAY_MS)
    const renew = setInterval(tell, RENEW_MS)
    return () => {
      clearTimeout(first)
      clearInterval(renew)
      // What was handed out by `n` and passed over at once is held, too.
      if (isTold || isHeldBy(me, id)) void api.letGo(id).catch(() => null)
    }
  }, [tells, id, me])
}

const isHeldBy = (me: number, id: number) =>
  holds
    .get()
    .get(id)
    ?.some(({ officer }) => officer.id === me) === true

/** Who did not decide after all looks on. */
async function letGo(id: number): Promise<void> {
  await api.letGo(id).catch(() => null)
  const isSeen = shown.get() === id && known.get().get(id)?.status === 'waiting'
  if (isSeen) await api.hold(id, { doing: 'looking' }).catch(() => null)
}

type Rival = { name: string | null; takeOver: () => void }

/** Holds the one candidate that is being decided on; names the colleague who was first. */
export function useDeciding(rows: CandidateRow[]): Rival {
  const { officer } = useSession()
  const only = rows.length === 1 ? (rows[0]?.id ?? null) : null
  const [told, setTold] = useState<string | null>(null)
  const [isTaken, setTaken] = useState(false)
  const here = useStore(holds).get(only ?? 0)
  const holder = here?.find(({ doing }) => doing === 'deciding')?.officer
  const other = holder && holder.id !== officer.id ? holder : null
  const isMine = holder !== undefined && other === null

  // Once it is heard that the place is one's own, whoever takes it from there is named again.
  useEffect(() => {
    if (isMine) setTaken(false)
  }, [isMine])
  useEffect(() => {
    if (only === null) return
    let isOpen = true
    async function ask(id: number) {
      const held = await api.hold(id, { doing: 'deciding' }).catch(() => null)
      if (!isOpen || !held || held.isMine) return
      setTold(held.holds.find((hold) => hold.doing === 'deciding')?.officer.name ?? null)
    }
    void ask(only)
    return () => {
      isOpen = false
      void letGo(only)
    }
  }, [only])

  return {
    name: isTaken ? null : (told ?? other?.name ?? null),
    takeOver() {
      setTold(null)
      setTaken(true)
      if (only !== null) void api.hold(only, { doing: 'deciding', take: true }).catch(() => null)
    },
  }
}
