/** The compass of the product. */
export function Compass() {
  return (
    <svg width="38" height="38" viewBox="0 0 38 38" aria-hidden="true">
      <circle cx="19" cy="19" r="17.5" fill="none" stroke="var(--ink)" strokeWidth="2" />
      <path d="M19 1.5v4M19 32.5v4M1.5 19h4M32.5 19h4" stroke="var(--ink)" strokeWidth="2" />
      <path d="M26.5 9.5 21.6 21.6 16.4 16.4z" fill="var(--link)" />
      <path
        d="M11.5 28.5 16.4 16.4 21.6 21.6z"
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const PATHS = {
  down: 'M1 3l4 4 4-4',
  right: 'M3 1l4 4-4 4',
  left: 'M7 1l-4 4 4 4',
  cross: 'M1.5 1.5l7 7M8.5 1.5l-7 7',
  square: '',
  triangle: '',
  fall: '',
  disc: '',
};

/** A small drawn mark; always beside the word it belongs to. */
export function Mark({ shape }: { shape: keyof typeof PATHS }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {shape === 'square' && <rect x="1" y="1" width="8" height="8" fill="currentColor" />}
      {shape === 'triangle' && <path d="M5 1l4.5 8h-9z" fill="currentColor" />}
      {shape === 'fall' && <path d="M5 9L.5 1h9z" fill="currentColor" />}
      {shape === 'disc' && <circle cx="5" cy="5" r="3.6" fill="currentColor" />}
      {PATHS[shape] && <path d={PATHS[shape]} fill="none" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}
