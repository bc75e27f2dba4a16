/**
 * The API of the staff app. The dashboard's client is typed from here: `hc<Api>('/api')`.
 * One file per area; every route begins with the right that it needs.
 */
import { Hono } from 'hono'
import { makeMay, type ApiEnv, type May } from '../access.ts'
import type { Deps } from '../app.ts'
import { bulkApi } from './bulk.ts'
import { candidatesApi } from './candidates.ts'
import { casesApi } from './cases.ts'
import { holdsApi } from './holds.ts'
import { homeApi } from './home.ts'
import { invitationsApi } from './invitations.ts'
import { liveApi } from './live.ts'
import { modelsApi } from './models.ts'
import { officersApi } from './officers.ts'
import { practiceApi } from './practice.ts'
import { queueApi } from './queue.ts'
import { regionApi } from './region.ts'
import { regionPackApi } from './region-pack.ts'
import { relationsApi } from './relations.ts'
import { rolesApi } from './roles.ts'
import { samplesApi } from './samples.ts'
import { sessionApi } from './session.ts'
import { similarApi } from './similar.ts'
import { sourcesApi } from './sources.ts'
import { trendsApi } from './trends.ts'
import { watchWordsApi } from './watch-words.ts'
import { viewsApi } from './views.ts'
import { voicesApi } from './voices.ts'

/** What the areas of the API share. */
export type ApiDeps = Deps & { may: May }

export const createApi = (deps: Deps) => {
  const shared: ApiDeps = { ...deps, may: makeMay(deps) }
  return new Hono<ApiEnv>()
    .route('/', sessionApi(shared))
    .route('/', invitationsApi(shared))
    .route('/', officersApi(shared))
    .route('/', rolesApi(shared))
    .route('/', regionApi(shared))
    .route('/', regionPackApi(shared))
    .route('/', queueApi(shared))
    .route('/', bulkApi(shared))
    .route('/', candidatesApi(shared))
    .route('/', relationsApi(shared))
    .route('/', voicesApi(shared))
    .route('/', holdsApi(shared))
    .route('/', liveApi(shared))
    .route('/', viewsApi(shared))
    .route('/', samplesApi(shared))
    .route('/', practiceApi(shared))
    .route('/', homeApi(shared))
    .route('/', casesApi(shared))
    .route('/', similarApi(shared))
    .route('/', sourcesApi(shared))
    .route('/', watchWordsApi(shared))
    .route('/', trendsApi(shared))
    .route('/', modelsApi(shared))
}

/** The routes as types, for `hc<Api>('/api')`. */
export type Api = ReturnType<typeof createApi>
