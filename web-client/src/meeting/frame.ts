/** The frame of a Jitsi meeting, as far as the page uses it. */
export interface Frame {
  addListener(event: string, hear: (told: unknown) => void): void;
  executeCommand(command: string, ...values: unknown[]): void;
  dispose(): void;
}

export type FrameMaker = new (host: string, options: Record<string, unknown>) => Frame;

/** Where the meeting server keeps the script that makes the frame. */
export function scriptOf(url: string): string {
  return `${url.replace(/\/+$/, '')}/external_api.js`;
}

/** How one comes in: silent, without a page before it, without being sent to an app. */
export function optionsFor(room: string, token: string, name: string, audioOnly: boolean): Record<string, unknown> {
  return {
    roomName: room,
    jwt: token,
    width: '100%',
    height: '100%',
    userInfo: { displayName: name },
    configOverwrite: {
      startAudioOnly: audioOnly,
      startWithAudioMuted: true,
      startWithVideoMuted: true,
      prejoinConfig: { enabled: false },
      disableDeepLinking: true,
    },
  };
}
