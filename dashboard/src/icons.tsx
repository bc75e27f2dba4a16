/** The icons of the app: 24 × 24, one stroke, drawn to the same rules. They never carry meaning alone. */
import type { ReactNode } from 'react'

const SHAPES = {
  home: <path d="M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5" />,
  practice: <path d="M3 9.5 12 5l9 4.5-9 4.5zM7 12v4.5c3 2 7 2 10 0V12M21 9.5V15" />,
  inbox: <path d="M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-5z" />,
  folder: <path d="M3 6a1 1 0 0 1 1-1h5l2 2.5h9a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z" />,
  antenna: <path d="M4 20a15 15 0 0 1 15-15M4 20a9 9 0 0 1 9-9M6.5 17.5h.01M4 20h.01" />,
  chart: <path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6" />,
  gauge: <path d="M4 18a8.5 8.5 0 1 1 16 0M12 15l4-5M12 15h.01" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6M18.5 14.5a6.5 6.5 0 0 1 3 5.5" />
  ),
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.8-4.8" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  alert: <path d="M12 4 2.5 20h19zM12 10v4.5M12 17.2v.01" />,
  siren: <path d="M6 20v-7a6 6 0 0 1 12 0v7M4 20h16M12 3V1.5M4.5 6 3 4.5M19.5 6 21 4.5" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  pin: (
    <path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" />
  ),
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2" />,
  voices: <path d="M4 5h11v8H9l-3.5 3v-3H4zM18 9h2v8h-1.5v3L15 17h-4" />,
  link: <path d="M14 4h6v6M20 4l-9 9M11 6H5v13h13v-6" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  merge: <path d="M6 3.5v5a5 5 0 0 0 5 5h8M15 9.5l4 4-4 4M6 20.5V13" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  undo: <path d="M8 5 4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H9" />,
  plus: <path d="M12 5v14M5 12h14" />,
  back: <path d="M19 12H5M11 6l-6 6 6 6" />,
  refresh: (
    <path d="M20 5v5h-5M4 19v-5h5M19.3 10A8 8 0 0 0 5.5 7.5L4 9M4.7 14a8 8 0 0 0 13.8 2.5L20 15" />
  ),
  send: <path d="M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4" />,
  keyboard: <path d="M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M8 14h8" />,
  user: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0" />,
  skip: <path d="M6 5.5l8 6.5-8 6.5zM18 5.5v13" />,
  dice: (
    <path d="M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8.5 8.5h.01M12 12h.01M15.5 15.5h.01" />
  ),
  target: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h.01" />
  ),
  file: <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />,
  help: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.3a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2 1-1.2 1.9M12 16.7v.01" />
  ),
  up: <path d="m6 15 6-6 6 6" />,
  down: <path d="m6 9 6 6 6-6" />,
  sliders: <path d="M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5" />,
  tag: <path d="M4 4h7.5l8.5 8.5-7.5 7.5L4 11.5zM8 8h.01" />,
  pen: <path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z" />
  ),
  map: <path d="M9 4 3 6.5v13L9 17l6 3 6-2.5v-13L15 7zM9 4v13M15 7v13" />,
  more: <path d="M4 7h16M4 12h16M4 17h16" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof SHAPES

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  )
}
