import assert from 'node:assert/strict'
import { test } from 'node:test'
import ipaddr from 'ipaddr.js'
import { isPublicAddress } from '../../src/collect/public-address.ts'

/** IANA's special-purpose registries, and multicast, which has its own. */
const SPECIAL_V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 ' +
  '198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32'
const SPECIAL_V6 =
  '::1/128 ::/128 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001::/32 ' +
  '2001:1::1/128 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 2001:20::/28 2001:30::/28 ' +
  '2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'

type Block = { first: bigint; last: bigint; bits: 32 | 128 }

const toBlock = (cidr: string): Block => {
  const [address, prefix] = ipaddr.parseCIDR(cidr)
  const bytes = address.toByteArray()
  const bits = bytes.length === 4 ? 32 : 128
  const first = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return { first, last: first + 2n ** BigInt(bits - prefix) - 1n, bits }
}

const toText = (value: bigint, bits: number): string => {
  const bytes = Array.from({ length: bits / 8 }, (_, index) =>
    Number((value >> BigInt(bits - 8 - index * 8)) & 255n),
  )
  return ipaddr.fromByteArray(bytes).toString()
}

const blocks = `${SPECIAL_V4} ${SPECIAL_V6}`.split(' ').map(toBlock)
const isSpecial = (value: bigint, bits: number) =>
  blocks.some((block) => block.bits === bits && value >= block.first && value <= block.last)
const isGlobalV6 = (value: bigint) => value >> 125n === 1n

test('both edges of every special block are refused', () => {
  for (const { first, last, bits } of blocks) {
    for (const value of [first, last, first + (last - first) / 2n]) {
      assert.equal(isPublicAddress(toText(value, bits)), false, toText(value, bits))
    }
  }
})

test('the neighbours of a special block are public unless they are special themselves', () => {
  let publicNeighbours = 0
  for (const { first, last, bits } of blocks) {
    for (const value of [first - 1n, last + 1n]) {
      if (value < 0n || value >= 2n ** BigInt(bits)) continue
      const expected = !isSpecial(value, bits) && (bits === 32 || isGlobalV6(value))
      if (expected) publicNeighbours++
      assert.equal(isPublicAddress(toText(value, bits)), expected, toText(value, bits))
    }
  }
  assert.ok(publicNeighbours > 25)
})

test('every version 4 address inside a mapped or translated version 6 address is refused', () => {
  for (const inner of ['127.0.0.1', '10.0.0.1', '8.8.8.8']) {
    for (const prefix of ['::ffff:', '64:ff9b::', '::', '::ffff:0:']) {
      assert.equal(isPublicAddress(prefix + inner), false, prefix + inner)
    }
  }
})

test('ordinary public addresses are allowed', () => {
  for (const address of [
    '1.1.1.1',
    '103.10.64.5',
    '2606:4700::1111',
    '2001:200::1',
    '2400:cb00::1',
  ]) {
    assert.equal(isPublicAddress(address), true, address)
  }
})

test('what is not an address in canonical form is refused', () => {
  const texts = [
    '',
    'localhost',
    '0x7f.1',
    '0177.0.0.1',
    '2130706433',
    '127.1',
    '1.1.1.1 ',
    '[::1]',
    '1.1.1',
  ]
  for (const text of texts) assert.equal(isPublicAddress(text), false, text)
  assert.equal(isPublicAddress('fe80::1%eth0'), false)
})
