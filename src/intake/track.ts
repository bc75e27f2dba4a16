import { timingSafeEqual } from 'node:crypto'
import type { Sql } from '../db/connect.ts'
import { DomainError } from '../errors.ts'
import { isSecretWhole, readFilingNumber, secretHash } from './number.ts'
import { type FilingProgress, filingProgress } from './queries.ts'

/** One step on the way; `at` null: not reached yet. */
export type TrackStep = { text: string; at: Date | null }

export type Tracking = {
  number: string
  filedAt: Date
  /** Where it stands, in the words of the citizen. */
  status: string
  steps: TrackStep[]
  /** What the agency answered. */
  answer: string | null
  /** Why it is not acted on, if it is not. */
  reason: string | null
  caseNumber: string | null
  agency: string | null
  /** Until when the agency must answer. */
  dueAt: Date | null
}

/** Compared with when there is no such filing, so that both refusals do the same work. */
const NOBODYS = Buffer.alloc(32)

/** The steps of a filing for the citizen who has its secret. 404: no such pair, whichever is wrong. */
export async function trackFiling(
  sql: Sql,
  input: { regionId: string; number: string; secret: string },
): Promise<Tracking> {
  const number = readFilingNumber(input.number)
  const found = number === null ? undefined : await filingProgress(sql, input.regionId, number)
  const expected = found ? Buffer.from(found.secretHash) : NOBODYS
  const isRight = timingSafeEqual(secretHash(input.secret), expected)
  if (!found || !isRight) {
    // The check character tells of a slip of the finger, for any number, ours or not.
    const slip = 'Kode rahasia ini salah ketik.'
    throw new DomainError(
      404,
      'Nomor laporan atau kode rahasia tidak cocok. Periksa kembali keduanya.',
      isSecretWhole(input.secret) ? {} : { secret: slip },
    )
  }
  return describe(found)
}

function describe(found: FilingProgress): Tracking {
  const end = endOf(found)
  return {
    number: found.number,
    filedAt: found.filedAt,
    status: statusOf(found),
    steps: stepsOf(found, end),
    answer: found.answer,
    reason: end?.reason ?? null,
    caseNumber: found.caseNumber,
    agency: found.agencyName,
    dueAt: found.dueAt,
  }
}

function statusOf({ candidateStatus, caseStatus, agencyName, answeredAt }: FilingProgress): string {
  if (candidateStatus === 'dismissed') return 'Tidak dilanjutkan'
  if (caseStatus === null) return 'Menunggu verifikasi'
  const agency = agencyName ?? 'perangkat daerah'
  const words: Record<typeof caseStatus, string> = {
    opened: 'Terverifikasi, menunggu diteruskan',
    disposed: answeredAt ? `Ditinjau ulang oleh ${agency}` : `Diteruskan ke ${agency}`,
    in_progress: `Sedang ditindaklanjuti ${agency}`,
    answered: 'Sudah dijawab',
    closed: 'Selesai',
    declined: 'Tidak dapat ditindaklanjuti',
  }
  return words[caseStatus]
}

function stepsOf(
  found: FilingProgress,
  end: { reason: string; at: Date | null } | null,
): TrackStep[] {
  const { filedAt, decidedAt, disposedAt, answeredAt, closedAt, agencyName } = found
  const begun = [
    { text: 'Laporan diterima', at: filedAt },
    { text: 'Laporan diverifikasi', at: decidedAt },
  ]
  const sent = { text: `Diteruskan ke ${agencyName ?? 'perangkat daerah'}`, at: disposedAt }
  if (end) {
    const last = { text: 'Tidak dilanjutkan', at: end.at }
    return disposedAt ? [...begun, sent, last] : [...begun, last]
  }
  return [
    ...begun,
    sent,
    { text: 'Dijawab', at: answeredAt },
    { text: 'Selesai', at: found.caseStatus === 'closed' ? closedAt : null },
  ]
}

/** What the citizen reads for each reason of triage. */
const DISMISSED: Record<string, string> = {
  not_complaint: 'Laporan ini tidak berisi aduan tentang pelayanan publik.',
  unclear:
    'Keterangannya belum cukup untuk ditindaklanjuti. Silakan kirim laporan yang lebih rinci.',
  elsewhere: 'Masalah ini berada di luar wilayah kami.',
  private: 'Ini perkara antarpribadi yang bukan wewenang pemerintah daerah.',
  spam: 'Laporan ini tidak dapat dibaca sebagai aduan.',
  duplicate_source: 'Masalah ini sudah dilaporkan sebelumnya dari sumber yang sama.',
  solved: 'Masalah ini sudah selesai ditangani.',
}

function endOf(found: FilingProgress): { reason: string; at: Date | null } | null {
  if (found.candidateStatus === 'dismissed') {
    return { reason: DISMISSED[found.dismissReason ?? ''] ?? '', at: found.decidedAt }
  }
  if (found.caseStatus !== 'declined') return null
  return { reason: found.declineReason ?? '', at: found.closedAt }
}
