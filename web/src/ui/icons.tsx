/** Line drawings on a 24 × 24 grid. Decoration only: each stands beside its name in words. */
const drawings = {
  back: "M15 5l-7 7 7 7",
  calendar: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
  outside: "M14 5h5v5M19 5l-8 8M11 6H5v13h13v-6",
  phone: "M6 3h4l1.5 5-2.3 1.6a12 12 0 0 0 5.2 5.2L16 12.500l5 1.500v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z",
  pin: "M12 21s-7-6.2-7-11.500a7 7 0 0 1 14 0C19 14.8 12 21 12 21zM12 7.200a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.600z",
  work: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
  signOut: "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
  ticket: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
  train: "M7 4h10a2 2 0 0 1 2 2v8a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6a2 2 0 0 1 2-2zM5 11h14M8 17l-2 4M16 17l2 4M9 14h.01M15 14h.01",
  tick: "M4 12.500l5 5L20 6.5",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
} as const;
export type IconName = keyof typeof drawings;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawings[name]} />
  </svg>
);

/** The mark of Jobstop: a bus-stop sign. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <path d="M15 20h2v11h-2z" fill="#14233a" />
    <rect x="3" y="2" width="26" height="20" rx="6" fill="#0f4a94" />
    <path d="M9 7h14a1.5 1.5 0 0 1 1.5 1.500v7A1.5 1.5 0 0 1 23 17H9a1.5 1.5 0 0 1-1.5-1.500v-7A1.5 1.5 0 0 1 9 7z" fill="#fff" />
    <path d="M9.5 9h5.500v3.500H9.500zM17 9h5.500v3.500H17z" fill="#0f4a94" />
    <circle cx="11.5" cy="17" r="2" fill="#ffc531" />
    <circle cx="20.5" cy="17" r="2" fill="#ffc531" />
  </svg>
);
