/** Why there is no picture. */
export type Trouble = 'denied' | 'missing' | 'insecure';

/** Reads QR symbols from a picture; undefined when it sees none. */
type Reader = (video: HTMLVideoElement) => Promise<string | undefined>;

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface NativeDetectors {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** The phone's camera, reading until it is stopped. */
export class Camera {
  readonly #video: HTMLVideoElement;
  readonly #heard: (text: string) => void;
  #stream: MediaStream | undefined;
  #stopped = false;
  #lock: WakeLockSentinel | undefined;

  readonly #front: boolean;

  constructor(video: HTMLVideoElement, heard: (text: string) => void, front = false) {
    this.#front = front;
    this.#video = video;
    this.#heard = heard;
  }

  /** Undefined when the picture runs. */
  async start(): Promise<Trouble | undefined> {
    // A page that was not opened over a secure connection has no such thing at all.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return isSecureContext ? 'missing' : 'insecure';
    const reading = bestReader();
    try {
      this.#stream = await devices.getUserMedia({
        audio: false,
        video: {
          facingMode: { ideal: this.#front ? 'user' : 'environment' },
          width: { ideal: 1280 },
          height: { ideal: 720 },
        },
      });
    } catch (failure) {
      const name = failure instanceof DOMException ? failure.name : '';
      return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'missing';
    }
    if (this.#stopped) {
      this.stop();
      return undefined;
    }
    this.#video.srcObject = this.#stream;
    await this.#video.play().catch(() => undefined);
    void this.#awake();
    void reading.then((reader) => this.#read(reader));
    return undefined;
  }

  stop(): void {
    this.#stopped = true;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#video.srcObject = null;
    void this.#lock?.release().catch(() => undefined);
  }

  get hasTorch(): boolean {
    const track = this.#stream?.getVideoTracks()[0];
    const can = track?.getCapabilities?.() as { torch?: boolean } | undefined;
    return can?.torch === true;
  }

  async torch(on: boolean): Promise<void> {
    const constraint = { torch: on } as MediaTrackConstraintSet;
    await this.#stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [constraint] });
  }

  async #read(reader: Reader): Promise<void> {
    const pause = new Pause();
    while (!this.#stopped) {
      const began = performance.now();
      if (this.#video.readyState >= 2 && document.visibilityState === 'visible') {
        const text = await reader(this.#video).catch(() => undefined);
        if (text !== undefined && !this.#stopped && pause.lets(text, performance.now())) this.#heard(text);
      }
      const took = performance.now() - began;
      await new Promise((done) => setTimeout(done, Math.max(40, 110 - took)));
    }
  }

  /** A door phone must not fall asleep between two people. */
  async #awake(): Promise<void> {
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch {
      // It will sleep as it is used to.
    }
  }
}

/** Whether this browser reads QR symbols by itself; otherwise the reader must be on the phone before the signal goes. */
function readsByItself(): boolean {
  return 'BarcodeDetector' in globalThis;
}

/** Brings the QR reader onto the phone while there is a network, once the offline shell can keep it. */
export async function loadReader(): Promise<void> {
  if (readsByItself() || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.ready;
  await import('./picture').then(({ warm }) => warm()).catch(() => undefined);
}

/** The same badge held before the camera is one scan; held there again after a while, it is another. */
export class Pause {
  readonly #gap: number;
  #text = '';
  #seen = -Infinity;

  constructor(gap = 2500) {
    this.#gap = gap;
  }

  lets(text: string, at: number): boolean {
    const again = text === this.#text && at - this.#seen < this.#gap;
    this.#text = text;
    this.#seen = at;
    return !again;
  }
}

async function bestReader(): Promise<Reader> {
  const native = (globalThis as { BarcodeDetector?: NativeDetectors }).BarcodeDetector;
  if (native && (await native.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new native({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { readPicture } = await import('./picture');
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!drawing || video.videoWidth === 0) return undefined;
    const scale = Math.min(1, 800 / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    return readPicture(drawing.getImageData(0, 0, canvas.width, canvas.height));
  };
}
