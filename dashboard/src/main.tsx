import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { reachable } from './connection.ts'
import { ApiError } from './request.ts'
import { prepareWords } from './ui.tsx'
import './styles.css'

/** A refusal will be refused again; only a server that did not answer is asked once more. */
const isWorthAnotherTry = (count: number, error: Error) =>
  count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500)

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 10_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

addEventListener('offline', () => reachable.set(false))
addEventListener('online', () => reachable.set(true))

const root = document.querySelector('#app')
if (!root) throw new Error('main: index.html has no #app')
await prepareWords()
createRoot(root).render(
  <QueryClientProvider client={client}>
    <Router base="/petugas">
      <App />
    </Router>
  </QueryClientProvider>,
)
