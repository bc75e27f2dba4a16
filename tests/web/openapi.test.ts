import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startWeb, type Web } from './start-web.ts'

type Operation = {
  summary?: string
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

let web: Web
let document: Document
before(async () => {
  web = await startWeb()
  document = (await web.ask('GET /api/openapi.json')).json as unknown as Document
})
after(() => web.close())

const routes = () => {
  const all = web.app.routes.filter(
    (route) => route.method !== 'ALL' && route.path.startsWith('/api/'),
  )
  return [...new Set(all.map(({ method, path }) => `${method} ${path}`))]
}

test('the document lists every route of the API', () => {
  assert.match(document.openapi, /^3\.1/)
  for (const route of routes()) {
    const [method = '', path = ''] = route.split(' ')
    const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    assert.ok(operation, route)
    assert.ok(operation.summary, `${route} has no summary`)
  }
})

test('every route tells the shape of its answer and of its refusal', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (path === '/api/openapi.json') continue
      const good = operation.responses['202'] ? '202' : '200'
      for (const code of [good, '4XX']) {
        // The live stream is the one answer that is no JSON.
        const content = operation.responses[code]?.content
        const schema = (content?.['application/json'] ?? content?.['text/event-stream'])?.schema
        assert.ok(schema && Object.keys(schema).length > 0, `${method} ${path} ${code}`)
      }
    }
  }
})

test('routes that take a body say which fields', () => {
  const dismiss = document.paths['/api/candidates/{id}/dismiss']!['post']!
  const schema = dismiss.requestBody!.content['application/json']!.schema as {
    properties: Record<string, object>
    required: string[]
  }
  assert.deepEqual(Object.keys(schema.properties).sort(), ['note', 'reason', 'version'])
  assert.deepEqual(schema.required, ['reason'])
})

test('every reference in the document leads somewhere', () => {
  const references = [
    ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
  ]
  assert.ok(references.length > 20)
  for (const [, name] of references) assert.ok(document.components.schemas[name!], name)
  assert.doesNotMatch(JSON.stringify(document), /"#\/\$defs/)
})
