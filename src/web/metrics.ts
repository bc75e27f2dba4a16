/** Figures for Prometheus, in its text format. Written here because the usual library is large and old. */
import type { Database } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { balance } from '../trends/balance.ts'
import { countJobRuns, readGauges } from './queries.ts'

/** Requests of this process since its start, by class of route and status. */
export class RequestCounts {
  readonly #counts = new Map<string, number>()

  add(route: string, status: number): void {
    const labels = `route="${routeClass(route)}",status="${status}"`
    this.#counts.set(labels, (this.#counts.get(labels) ?? 0) + 1)
  }

  samples(): Sample[] {
    return [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([labels, value]) => ({ labels, value }))
  }
}

/** Few classes, so that no visitor can make the list of series grow. */
function routeClass(route: string): string {
  if (route === '-') return 'unknown'
  if (route.startsWith('/api/')) return 'api'
  if (route.startsWith('/petugas')) return 'staff'
  if (route.startsWith('/intake/')) return 'webhook'
  return ['/healthz', '/readyz', '/metrics'].includes(route) ? 'health' : 'portal'
}

type Sample = { labels?: string; value: number }
type Metric = { name: string; type: 'gauge' | 'counter'; help: string; samples: Sample[] }

/** The whole answer of /metrics. Asks the database: a few counts over indexes. */
export async function writeMetrics(
  db: Database,
  region: Region,
  counts: RequestCounts,
): Promise<string> {
  const [gauges, jobs, sums] = [
    await readGauges(db.sql, region.id),
    await countJobRuns(db.sql),
    await balance(db.sql, region.id),
  ]
  const gauge = (name: string, help: string, value: number): Metric => ({
    name,
    type: 'gauge',
    help,
    samples: [{ value }],
  })
  const byJob = (name: string, help: string, samples: Sample[]): Metric => ({
    name,
    type: 'counter',
    help,
    samples,
  })
  return [
    gauge('dengar_posts', 'Posts collected', gauges.posts),
    gauge('dengar_filings', 'Complaints filed by citizens', gauges.filings),
    gauge('dengar_readings', 'Readings made', gauges.readings),
    gauge(
      'dengar_candidates_waiting',
      'Candidates that wait for a person',
      gauges.candidatesWaiting,
    ),
    gauge(
      'dengar_oldest_waiting_seconds',
      'Age of the oldest of them',
      gauges.oldestWaitingSeconds,
    ),
    gauge('dengar_sources_in_error', 'Sources whose last check failed', gauges.sourcesInError),
    gauge('dengar_unaccounted', 'Posts and filings that are nowhere; must be 0', sums.unaccounted),
    byJob(
      'dengar_job_runs_total',
      'Runs of each job',
      jobs.flatMap(({ job, ok, failed }) => [
        { labels: `job="${job}",result="ok"`, value: ok },
        { labels: `job="${job}",result="failed"`, value: failed },
      ]),
    ),
    byJob(
      'dengar_job_handled_total',
      'Rows that each job handled',
      jobs.map(({ job, handled }) => ({ labels: `job="${job}"`, value: handled })),
    ),
    byJob('dengar_http_requests_total', 'Requests since this process started', counts.samples()),
    gauge('process_resident_memory_bytes', 'Memory of this process', process.memoryUsage.rss()),
    gauge('process_uptime_seconds', 'Age of this process', Math.round(process.uptime())),
  ]
    .map(writeMetric)
    .join('')
}

function writeMetric({ name, type, help, samples }: Metric): string {
  const lines = samples.map(
    ({ labels, value }) => `${name}${labels ? `{${labels}}` : ''} ${value}\n`,
  )
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}
