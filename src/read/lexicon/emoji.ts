/** Emoji as signals: what a picture says of how someone feels, or of what they speak. */
const SIGNS = {
  angry: '😠😡🤬👿😤💢👎🖕🙄😒😾',
  sad: '😢😭😥😞😔😟🙁☹😩😫😣😖😓🥺💔🥲😪😿',
  fear: '😱😨😰😧😳🥵🥶',
  sick: '🤒🤕🤢🤮😷🤧🦠🦟',
  pray: '🙏🤲',
  laugh: '😂🤣😆😹😅😁😄😃😀😜🤪😝😋🤭',
  mock: '🙃🤡🗿🤦🤷😏🥱💩',
  heart: '❤🧡💛💚💙💜🖤🤍💕💖💗💘💞💓😍🥰😘🤗😇😊☺😻🫶💐🌹',
  clap: '👏👍👌🙌💪🎉🥳🤩✨🫡🏆🎊💯✅🎁🎂',
  fire: '🔥🧯🎇',
  flood: '🌊💧💦☔🌧⛈🚰🛶',
  trash: '🗑🚮♻🚯',
  road_work: '🚧🕳🛣🚦🛑⛔⚠',
  siren: '🚨🆘🚒🚑🚔🚓',
  power: '💡🔦🕯🌑🔌⚡',
  notice: '📢📣📌📍🔴🗣📞☎📲📱🌐🔗👉👇🎬📸📷🎥',
} as const

export type EmojiSign = keyof typeof SIGNS

/** In this order everywhere. */
export const EMOJI_SIGNS = Object.keys(SIGNS) as EmojiSign[]

/** Code point -> what it says. Skin tones and variation selectors are no part of it. */
export const EMOJI: ReadonlyMap<number, EmojiSign> = new Map(
  EMOJI_SIGNS.flatMap((sign) =>
    Array.from(SIGNS[sign]).map((letter) => [letter.codePointAt(0) ?? 0, sign] as const),
  ),
)
