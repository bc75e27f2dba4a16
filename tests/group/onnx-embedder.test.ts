/** What an operator reads when a configured sentence model cannot be used. The model itself: tests/onnx. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openEmbedder } from '../../src/group/embedder.ts'
import { ROOT } from '../helpers.ts'
import { removeFolder, scratchFolder } from '../service.ts'
import { writeTinyModel } from './tiny-model.ts'

let folder: string
before(async () => {
  folder = await scratchFolder()
})
after(() => removeFolder(folder))

test('a folder without a model, or without its tokenizer, is named with what it lacks', async () => {
  const none = path.join(folder, 'none')
  await assert.rejects(openEmbedder(none), (error: Error) => {
    assert.match(
      error.message,
      /^embed: EMBED_MODEL names the folder .*none, but it has no model\.onnx\./,
    )
    return true
  })
  const half = path.join(folder, 'half')
  await mkdir(half)
  await writeFile(path.join(half, 'model.onnx'), 'x')
  await assert.rejects(
    openEmbedder(half),
    /half, but it has no tokenizer\.json\..*leave EMBED_MODEL empty/,
  )
})

test('without its packages the model says how to install them', async () => {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'onnxruntime-node') return next(specifier, context)
      throw Object.assign(new Error("Cannot find package 'onnxruntime-node'"), {
        code: 'ERR_MODULE_NOT_FOUND',
      })
    },
  })
  const whole = path.join(folder, 'whole')
  await writeTinyModel(whole)
  try {
    await assert.rejects(
      openEmbedder(whole),
      /needs the packages onnxruntime-node and @huggingface\/tokenizers\. Install them by "npm install --no-save/,
    )
  } finally {
    hooks.deregister()
  }
})

for (const command of ['embed', 'start']) {
  test(`dengar ${command} does not go on with another function than the one that is set`, () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/main.ts', command], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        DENGAR_DATA: path.join(folder, command),
        DENGAR_REGION: 'contoh',
        DENGAR_PORT: '0',
        EMBED_MODEL: path.join(folder, 'gone'),
      },
    })
    assert.equal(status, 1)
    assert.match(stderr, /embed: EMBED_MODEL names the folder .*gone, but it has no model\.onnx/)
  })
}
