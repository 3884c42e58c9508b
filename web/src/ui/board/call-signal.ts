/** Sound of a call: a chime and, where the device has a voice for it, the words. Browsers allow sound only after a press. */
export interface CallSignal {
  chime(): void;
  /** Speaks Korean once what is being said is over; `lengthMs` of the chime goes before. */
  say(text: string): void;
  /** Whether a Korean voice is known here. Some browsers find their voices late. */
  hasVoice(): boolean;
  close(): void;
}

const notes = [
  { hertz: 784, fromMs: 0 },
  { hertz: 587, fromMs: 350 },
] as const;
const noteMs = 600;
const loudness = 0.5;
/** The words come after the chime, milliseconds. */
const pauseMs = 1000;
/** Older visitors hear better at an unhurried pace. */
const pace = 0.85;

/** To be called in answer to a press. */
export function openCallSignal(): CallSignal {
  const audio = "AudioContext" in globalThis ? new AudioContext() : undefined;
  void audio?.resume();
  const speech = "speechSynthesis" in globalThis ? speechSynthesis : undefined;
  const hasVoice = () => speech?.getVoices().some(({ lang }) => lang.replace("_", "-").toLowerCase().startsWith("ko")) ?? false;
  // The first words must be said within the press; later ones may then come by themselves.
  speech?.speak(new SpeechSynthesisUtterance(""));
  return {
    chime: () => {
      if (!audio) return;
      for (const { hertz, fromMs } of notes) {
        const voice = audio.createOscillator();
        const volume = audio.createGain();
        const from = audio.currentTime + fromMs / 1000;
        voice.frequency.value = hertz;
        volume.gain.setValueAtTime(0, from);
        volume.gain.linearRampToValueAtTime(loudness, from + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.001, from + noteMs / 1000);
        voice.connect(volume).connect(audio.destination);
        voice.start(from);
        voice.stop(from + noteMs / 1000);
      }
    },
    say: (text) => {
      if (!speech || !hasVoice()) return;
      setTimeout(() => {
        const words = new SpeechSynthesisUtterance(text);
        words.lang = "ko-KR";
        words.rate = pace;
        speech.speak(words);
      }, pauseMs);
    },
    hasVoice,
    close: () => {
      speech?.cancel();
      void audio?.close();
    },
  };
}
