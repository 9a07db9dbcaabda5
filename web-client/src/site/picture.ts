import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

const overrides = { locateFile: () => wasm };
prepareZXingModule({ overrides });

/** Loads the reader before it is wanted. */
export async function warm(): Promise<void> {
  await prepareZXingModule({ overrides, fireImmediately: true });
}

/** The text of a QR symbol in a picture: for phones whose browser has no reader of its own. */
export async function readPicture(picture: ImageData): Promise<string | undefined> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryDenoise: false });
  return found.find((one) => one.isValid)?.text;
}
