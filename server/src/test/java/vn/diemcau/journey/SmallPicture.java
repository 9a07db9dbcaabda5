package vn.diemcau.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page in its 256 most frequent colours: a third of the size, and nobody sees the difference. */
final class SmallPicture {
    private static final int COLOURS = 256;

    private SmallPicture() {}

    static byte[] of(Path png) throws IOException {
        BufferedImage whole = ImageIO.read(png.toFile());
        int width = whole.getWidth();
        int height = whole.getHeight();
        int[] pixels = whole.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> seen = new HashMap<>();
        for (int pixel : pixels) seen.merge(pixel & 0xffffff, 1, Integer::sum);
        List<Integer> palette = seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> nearest = new HashMap<>();
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        for (int at = 0; at < pixels.length; at++) {
            int index = nearest.computeIfAbsent(pixels[at] & 0xffffff, colour -> nearest(palette, colour));
            small.getRaster().setSample(at % width, at / width, 0, index);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        return bytes.toByteArray();
    }

    private static IndexColorModel model(List<Integer> palette) {
        byte[] red = new byte[palette.size()];
        byte[] green = new byte[palette.size()];
        byte[] blue = new byte[palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            red[i] = (byte) (palette.get(i) >> 16);
            green[i] = (byte) (palette.get(i) >> 8);
            blue[i] = (byte) palette.get(i).intValue();
        }
        return new IndexColorModel(8, palette.size(), red, green, blue);
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int apart = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int step = (palette.get(i) >> shift & 255) - (colour >> shift & 255);
                apart += step * step;
            }
            if (apart < least) {
                least = apart;
                best = i;
            }
        }
        return best;
    }
}
