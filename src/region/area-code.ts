/** The code of the area in which an area lies: of kelurahan 11.22.33.4444 it is kecamatan 11.22.33. */
export const parentCode = (code: string): string => code.slice(0, code.lastIndexOf('.'))
