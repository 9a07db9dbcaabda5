package vn.diemcau.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    @TempDir
    Path directory;

    @Test
    void theAuthorityOutlivesARestartAndItsKeyIsNobodyElses() throws Exception {
        String first = LocalAuthority.at(directory, Instant.now()).trust();
        assertThat(LocalAuthority.at(directory, Instant.now()).trust()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("lan-authority.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aServedCertificateIsSignedByTheAuthorityAndNamesLocalhost() throws Exception {
        LocalAuthority authority = LocalAuthority.at(directory, Instant.now());
        X509Certificate trusted = certificate(authority.trust());
        X509Certificate served = certificate(
                authority.serve(Instant.now()).getCertValues().get(0).toString());
        served.verify(trusted.getPublicKey());
        Collection<java.util.List<?>> names = served.getSubjectAlternativeNames();
        assertThat(names.toString()).contains("localhost");
        assertThat(trusted.getBasicConstraints()).isZero();
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }
}
