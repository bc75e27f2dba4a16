import { api } from '../../api.ts'

/** Asks for one candidate. The version is part of the key: a changed row is asked for again. */
export const candidateQuery = (id: number, version = 0, isGone = false) => ({
  queryKey: ['candidate', id, version, isGone],
  queryFn: () => api.candidate(id),
})
