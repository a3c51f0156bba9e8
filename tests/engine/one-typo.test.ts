import { describe, expect, it } from 'vitest'
import { isOneTypo } from '../../src/engine/one-typo.js'

describe('isOneTypo', () => {
  it.each([
    ['anager', 'manager'],
    ['manage', 'manager'],
    ['mnager', 'manager'],
    ['xmanager', 'manager'],
    ['managerx', 'manager'],
    ['manxager', 'manager'],
    ['xanager', 'manager'],
    ['managex', 'manager'],
    ['amnager', 'manager'],
    ['managre', 'manager'],
    ['mangaer', 'manager'],
    ['nuse', 'nurse'],
    ['aaaaaa', 'aaaaa'],
    ['aaaa', 'aaaaa'],
  ])('sees one typo in %s for %s', (written, word) => {
    expect(isOneTypo(written, word)).toBe(true)
  })

  it.each([
    ['manager', 'manager'],
    ['mangare', 'manager'],
    ['manag', 'manager'],
    ['managerxx', 'manager'],
    // Letters that are two apart are not neighbours.
    ['mganaer', 'manager'],
    ['nagmaer', 'manager'],
    ['laed', 'lead'],
    ['leads', 'lead'],
    ['12354', '12345'],
    ['', 'nurse'],
    ['nurse', ''],
  ])('sees none, or more than one, in %j for %j', (written, word) => {
    expect(isOneTypo(written, word)).toBe(false)
  })
})
