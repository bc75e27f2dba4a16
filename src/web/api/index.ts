/**
 * The API of the staff app. The dashboard's client is typed from here: `hc<Api>('/api')`.
 * One file per area; every route begins with the right that it needs.
 */
import { Hono } from 'hono'
import { makeMay, type ApiEnv, type May } from '../access.ts'
import type { Deps } from '../app.ts'
import { candidatesApi } from './candidates.ts'
import { casesApi } from './cases.ts'
import { invitationsApi } from './invitations.ts'
import { modelsApi } from './models.ts'
import { officersApi } from './officers.ts'
import { queueApi } from './queue.ts'
import { regionApi } from './region.ts'
import { relationsApi } from './relations.ts'
import { samplesApi } from './samples.ts'
import { sessionApi } from './session.ts'
import { similarApi } from './similar.ts'
import { sourcesApi } from './sources.ts'
import { trendsApi } from './trends.ts'

/** What the areas of the API share. */
export type ApiDeps = Deps & { may: May }

export const createApi = (deps: Deps) => {
  const shared: ApiDeps = { ...deps, may: makeMay(deps) }
  return new Hono<ApiEnv>()
    .route('/', sessionApi(shared))
    .route('/', invitationsApi(shared))
    .route('/', officersApi(shared))
    .route('/', regionApi(shared))
    .route('/', queueApi(shared))
    .route('/', candidatesApi(shared))
    .route('/', relationsApi(shared))
    .route('/', samplesApi(shared))
    .route('/', casesApi(shared))
    .route('/', similarApi(shared))
    .route('/', sourcesApi(shared))
    .route('/', trendsApi(shared))
    .route('/', modelsApi(shared))
}

/** The routes as types, for `hc<Api>('/api')`. */
export type Api = ReturnType<typeof createApi>
