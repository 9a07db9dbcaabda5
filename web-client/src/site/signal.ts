import type { Verdict } from './roll';

/** Each answer has its own sound and its own beat in the hand: [hertz, milliseconds] and pauses (0 hertz). */
const sounds: Readonly<Record<Verdict, readonly (readonly [number, number])[]>> = {
  found: [[1046, 110]],
  already: [
    [740, 80],
    [0, 60],
    [740, 80],
  ],
  elsewhere: [
    [587, 110],
    [880, 150],
  ],
  refused: [[196, 420]],
};
const beats: Readonly<Record<Verdict, readonly number[]>> = {
  found: [60],
  already: [50, 60, 50],
  elsewhere: [40, 40, 140],
  refused: [320],
};

let context: AudioContext | undefined;

/** Browsers let a page sound only after a touch: call this from one. */
export function wakeSound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // No sound on this device; the bar and the hand still tell.
  }
}

export function signal(verdict: Verdict): void {
  try {
    // before the first touch it would only be refused, with a complaint
    if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([...beats[verdict]]);
  } catch {
    // Not every phone can.
  }
  if (context?.state !== 'running') return;
  let at = context.currentTime + 0.01;
  for (const [hertz, milliseconds] of sounds[verdict]) {
    const end = at + milliseconds / 1000;
    if (hertz > 0) tone(context, hertz, at, end, verdict === 'refused' ? 'square' : 'sine');
    at = end;
  }
}

function tone(sounding: AudioContext, hertz: number, from: number, to: number, type: OscillatorType): void {
  const oscillator = new OscillatorNode(sounding, { frequency: hertz, type });
  const gain = new GainNode(sounding, { gain: type === 'square' ? 0.12 : 0.3 });
  gain.gain.setTargetAtTime(0, to - 0.02, 0.008);
  oscillator.connect(gain).connect(sounding.destination);
  oscillator.start(from);
  oscillator.stop(to + 0.05);
}
