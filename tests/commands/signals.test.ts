/** How the service answers to being stopped: at the wrong moment, and more than once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { removeFolder, scratchFolder, startDengar } from '../service.ts'

let folder: string
before(async () => {
  folder = await scratchFolder()
})
after(() => removeFolder(folder))

const settings = () => ({ DENGAR_DATA: folder, DENGAR_REGION: 'contoh' })

test('a stop during the first start is no failure, and the next start makes everything', async () => {
  const service = await startDengar(['start'], settings())
  await service.until(/opening the embedded database/)
  await wait(300)
  const asked = performance.now()
  assert.equal(await service.stop(), 0)
  assert.ok(performance.now() - asked < 10_000)
})

test('one Ctrl+C that arrives three times still lets the work in hand end', async () => {
  const service = await startDengar(['start'], settings())
  await service.until(/Ctrl\+C/)
  for (let time = 0; time < 2; time++) {
    service.child.kill('SIGINT')
    await wait(20)
  }
  assert.equal(await service.stop('SIGINT'), 0)
  assert.match(service.output(), /"msg":"stopped"/)
})
