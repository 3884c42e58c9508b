import type { VerdictTone } from "../../../../shared/domain/verdicts.ts";

type Note = { hertz: number; fromMs: number; lengthMs: number };

/**
 * A melody a tone, told apart with the eyes closed: rising for green, the same note twice for amber, long and falling for red, one low knock for
 * what is no ticket.
 */
const melodies: Record<VerdictTone, { wave: OscillatorType; notes: readonly Note[] }> = {
  green: {
    wave: "sine",
    notes: [
      { hertz: 660, fromMs: 0, lengthMs: 120 },
      { hertz: 990, fromMs: 130, lengthMs: 220 },
    ],
  },
  amber: {
    wave: "triangle",
    notes: [
      { hertz: 520, fromMs: 0, lengthMs: 140 },
      { hertz: 520, fromMs: 220, lengthMs: 140 },
    ],
  },
  red: {
    wave: "square",
    notes: [
      { hertz: 300, fromMs: 0, lengthMs: 260 },
      { hertz: 190, fromMs: 270, lengthMs: 480 },
    ],
  },
  grey: { wave: "triangle", notes: [{ hertz: 260, fromMs: 0, lengthMs: 160 }] },
};

/** On and off in milliseconds, as `navigator.vibrate` takes it. */
const vibrations: Record<VerdictTone, number[]> = {
  green: [80],
  amber: [140, 90, 140],
  red: [400, 120, 400],
  grey: [60],
};

const loudness = 0.5;

export interface VerdictSignal {
  give(tone: VerdictTone): void;
  /** Browsers keep a page silent until it is touched or a key is pressed once. */
  isSilenced(): boolean;
  unlock(): void;
  close(): void;
}

export function openVerdictSignal(): VerdictSignal {
  const audio = "AudioContext" in globalThis ? new AudioContext() : undefined;
  return {
    give: (tone) => {
      if (audio) play(audio, tone);
      navigator.vibrate?.(vibrations[tone]);
    },
    isSilenced: () => audio?.state !== "running",
    unlock: () => void audio?.resume(),
    close: () => void audio?.close(),
  };
}

function play(audio: AudioContext, tone: VerdictTone): void {
  const { wave, notes } = melodies[tone];
  for (const { hertz, fromMs, lengthMs } of notes) {
    const voice = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + fromMs / 1000;
    const until = from + lengthMs / 1000;
    voice.type = wave;
    voice.frequency.value = hertz;
    // Ramps, because a sudden start or stop crackles.
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + 0.01);
    volume.gain.setValueAtTime(loudness, until - 0.03);
    volume.gain.linearRampToValueAtTime(0, until);
    voice.connect(volume).connect(audio.destination);
    voice.start(from);
    voice.stop(until);
  }
}
