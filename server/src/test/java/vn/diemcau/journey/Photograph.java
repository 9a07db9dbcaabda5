package vn.diemcau.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A printed thing as a phone's camera sees it in a hall: askew, in perspective, a little blurred, dim and noisy; a hand that trembles. */
final class Photograph {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 12;

    private Photograph() {}

    /** A film for Chromium's fake camera; the same seed makes the same film. */
    static Path film(BufferedImage print, Path file, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] grey = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(grey, (byte) 128);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(light(seen(print, random), random));
                out.write(grey);
            }
        }
        return file;
    }

    /** One look at it: four corners that a trembling hand puts somewhere else each time, then the lens. */
    static BufferedImage seen(BufferedImage print, Random random) {
        double[][] corners = {{430, 90}, {890, 140}, {860, 640}, {400, 590}};
        for (double[] corner : corners) {
            corner[0] += random.nextGaussian() * 6;
            corner[1] += random.nextGaussian() * 6;
        }
        double[] back = fromPicture(corners, print.getWidth(), print.getHeight());
        BufferedImage scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D table = scene.createGraphics();
        table.setColor(new Color(110, 110, 110));
        table.fillRect(0, 0, WIDTH, HEIGHT);
        table.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        table.dispose();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double w = back[6] * x + back[7] * y + 1;
                double u = (back[0] * x + back[1] * y + back[2]) / w;
                double v = (back[3] * x + back[4] * y + back[5]) / w;
                if (u < 0 || v < 0 || u >= print.getWidth() - 1 || v >= print.getHeight() - 1) continue;
                int level = print.getRGB((int) u, (int) v) & 0xFF;
                scene.getRaster().setSample(x, y, 0, level);
            }
        }
        float[] soft = {1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f};
        ConvolveOp lens = new ConvolveOp(new Kernel(3, 3, soft), ConvolveOp.EDGE_NO_OP, null);
        return lens.filter(lens.filter(scene, null), null);
    }

    /** Dim, darker towards the edges, with the noise of a small sensor. */
    private static byte[] light(BufferedImage scene, Random random) {
        byte[] light = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double away = Math.hypot(x - WIDTH / 2.0, y - HEIGHT / 2.0) / WIDTH;
                double level = 16 + scene.getRaster().getSample(x, y, 0) * 0.45 * (1 - 0.7 * away * away);
                light[y * WIDTH + x] = (byte) Math.max(0, Math.min(255, level + random.nextGaussian() * 9));
            }
        }
        return light;
    }

    /** The projective map from the picture's four corners to the print, h of x,y → (h0x+h1y+h2)/(h6x+h7y+1). */
    private static double[] fromPicture(double[][] corners, int width, int height) {
        double[][] to = {{0, 0}, {width, 0}, {width, height}, {0, height}};
        double[][] rows = new double[8][9];
        for (int i = 0; i < 4; i++) {
            double x = corners[i][0];
            double y = corners[i][1];
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -to[i][0] * x, -to[i][0] * y, to[i][0]};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -to[i][1] * x, -to[i][1] * y, to[i][1]};
        }
        return solved(rows);
    }

    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) best = row;
            }
            double[] swap = rows[column];
            rows[column] = rows[best];
            rows[best] = swap;
            for (int row = 0; row < n; row++) {
                if (row == column) continue;
                double factor = rows[row][column] / rows[column][column];
                for (int k = column; k <= n; k++) rows[row][k] -= factor * rows[column][k];
            }
        }
        double[] found = new double[n];
        for (int i = 0; i < n; i++) found[i] = rows[i][n] / rows[i][i];
        return found;
    }
}
