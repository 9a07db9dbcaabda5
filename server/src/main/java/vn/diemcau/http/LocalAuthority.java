package vn.diemcau.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * TLS for a hall's own network: a certificate authority made on this machine, kept in the data directory, and a certificate for the
 * machine's addresses of today. A phone that trusts the authority gets a secure context, and with it camera and offline work.
 */
public final class LocalAuthority {
    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);
    private static final Duration CERTIFICATE_LASTS = Duration.ofDays(365);
    private static final X500Name NAME = new X500Name("CN=Diem Cau local authority");

    private final PrivateKey key;
    private final X509CertificateHolder certificate;

    private LocalAuthority(PrivateKey key, X509CertificateHolder certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** Reads the authority from the directory, or makes it there (key mode 600). */
    public static LocalAuthority at(Path directory, Instant now) throws IOException {
        Path keyFile = directory.resolve("lan-authority.key");
        Path certificateFile = directory.resolve("lan-authority.crt");
        try {
            if (Files.exists(keyFile) && Files.exists(certificateFile)) return read(keyFile, certificateFile);
            Files.createDirectories(directory);
            KeyPair fresh = pair();
            X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                            NAME,
                            serial(),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(AUTHORITY_LASTS)),
                            NAME,
                            fresh.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(fresh.getPrivate()));
            Path draft = Files.createTempFile(
                    directory,
                    "lan",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, pkcs8(fresh.getPrivate()));
            Files.writeString(certificateFile, pem(made));
            Files.move(draft, keyFile);
            return new LocalAuthority(fresh.getPrivate(), made);
        } catch (GeneralSecurityException | OperatorCreationException failure) {
            throw new IOException(
                    "the local certificate authority in " + directory + " cannot be made or read: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static LocalAuthority read(Path keyFile, Path certificateFile) throws IOException {
        try (PEMParser keyReader = new PEMParser(Files.newBufferedReader(keyFile));
                PEMParser certificateReader = new PEMParser(Files.newBufferedReader(certificateFile))) {
            if (keyReader.readObject() instanceof PrivateKeyInfo info
                    && certificateReader.readObject() instanceof X509CertificateHolder holder) {
                return new LocalAuthority(new JcaPEMKeyConverter().getPrivateKey(info), holder);
            }
            throw new IOException(
                    keyFile + " is not a key of a local authority; remove it and lan-authority.crt to make a new one");
        }
    }

    /** A certificate for localhost and every address that this machine has now. */
    public PemKeyCertOptions serve(Instant now) throws IOException {
        try {
            KeyPair own = pair();
            List<GeneralName> names = new ArrayList<>();
            names.add(new GeneralName(GeneralName.dNSName, "localhost"));
            names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
            for (String address : addresses()) names.add(new GeneralName(GeneralName.iPAddress, address));
            X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                            NAME,
                            serial(),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(CERTIFICATE_LASTS)),
                            new X500Name("CN=Diem Cau"),
                            own.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(names.toArray(GeneralName[]::new)))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
            return new PemKeyCertOptions()
                    .addKeyValue(Buffer.buffer(pkcs8(own.getPrivate())))
                    .addCertValue(Buffer.buffer(pem(made) + pem(certificate)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException failure) {
            throw new IOException("a certificate for this machine cannot be made: " + failure.getMessage(), failure);
        }
    }

    /** The authority's certificate in PEM, for phones to trust. */
    public String trust() throws IOException {
        return pem(certificate);
    }

    /** This machine's addresses in its networks, version 4, loopback left out. */
    public static List<String> addresses() throws SocketException {
        List<String> found = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (!network.isUp() || network.isLoopback()) continue;
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (address.getAddress().length == 4) found.add(address.getHostAddress());
            }
        }
        return found;
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).add(BigInteger.ONE);
    }

    private static String pkcs8(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
