import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostOf, webAddress } from '../../dashboard/src/web-address.ts'

test('only addresses of the web are links', () => {
  assert.equal(webAddress('https://koran.test/a?b=1#c'), 'https://koran.test/a?b=1#c')
  assert.equal(webAddress('HTTP://koran.test'), 'http://koran.test/')
  for (const text of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    '//koran.test/x',
    '/petugas',
    'https://',
    'https://:80',
    '',
    null,
  ]) {
    assert.equal(webAddress(text), null, String(text))
  }
})

test('an address that dresses up as another host is no link', () => {
  assert.equal(webAddress('https://lapor.go.id@jahat.test/'), null)
})

test('a person sees where a link leads', () => {
  assert.equal(hostOf('https://www.koran.test/a'), 'koran.test')
  assert.equal(hostOf('apa saja'), '')
})
