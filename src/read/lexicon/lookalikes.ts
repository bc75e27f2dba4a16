/**
 * Letters that look like Latin ones but do not decompose to them. The first table holds for every text;
 * the second (Cyrillic, Greek) only beside a Latin letter, or a Russian word would become another one.
 */
const STYLED = `
  ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz
  ɑa ɡg ɩi ıi łl øo đd ħh ŧt ŋn ƙk ɓb ɗd ʋv ʍw ʇt ɐa ɹr ǝe
  ØO ŁL ĐD ĦH ßs æae œoe
`
const FOREIGN = `
  аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw кk мm тt вb нh пn
  АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS
  αa εe ιi κk νv οo ρp τt υu χx γy ηn ωw
  ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX
`

export const STYLED_LETTERS = read(STYLED)
export const FOREIGN_LETTERS = read(FOREIGN)
/** 🅐 and 🅰: alphabets of signs, by their first code point. */
export const SIGN_ALPHABETS = [0x1f150, 0x1f170] as const

function read(pairs: string): ReadonlyMap<number, string> {
  return new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [letter = '', ...plain] = Array.from(pair)
        return [letter.codePointAt(0) ?? 0, plain.join('')]
      }),
  )
}
