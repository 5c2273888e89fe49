package dev.rapport.notifier.egress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedAddressesTest {

    private final CheckedAddresses addresses = new CheckedAddresses(CheckedAddressesTest::resolve, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1",
                "http://localhost:8080/x",
                "http://localhost./x",
                "http://0.0.0.0",
                "http://[::1]",
                "http://[::]",
                "http://[::ffff:127.0.0.1]",
                "http://[::ffff:7f00:1]",
                "http://[::127.0.0.1]",
                "http://10.1.2.3",
                "http://172.16.0.1",
                "http://172.31.255.255",
                "http://192.168.1.1",
                "http://100.64.0.1",
                "http://100.127.255.255",
                "http://[fe80::1]",
                "http://[fe80::1%25lo]",
                "http://[fc00::1]",
                "http://[fd12:3456::1]",
                "http://[fec0::1]",
                "http://[64:ff9b::7f00:1]",
                "http://[64:ff9b:1::1]",
                "http://[2002:7f00:1::1]",
                "http://[2001::1]",
                "http://[2001:db8::1]",
                "http://[ff02::1]",
                "http://192.0.2.1",
                "http://198.51.100.1",
                "http://203.0.113.1",
                "http://198.18.0.1",
                "http://192.0.0.1",
                "http://224.0.0.1",
                "http://240.0.0.1",
                "http://255.255.255.255",
                "http://2130706433",
                "http://0x7f.1",
                "http://0x7f000001",
                "http://0177.0.0.1",
                "http://127.1",
                "http://127.0.0.1.",
                "http://user@127.0.0.1",
                "http://user:word@public.example",
                "http://public.example@127.0.0.1",
                "http://127.0.0.1#@public.example",
                "http://public.example\\@127.0.0.1",
                "http://①②⑦.⓪.⓪.①",
                "http://пример.example",
                "http://rebound.example",
                "http://mixed.example",
                "http://public.example:22",
                "http://public.example:25",
                "http://public.example:5432",
                "http://public.example:6379",
                "http://public.example:9092",
                "http://public.example:0",
                "http://public.example:70000",
                "file:///etc/passwd",
                "gopher://public.example",
                "ftp://public.example",
                "javascript:alert(1)",
                "//public.example",
                "public.example",
                "http://",
                "http:///path",
                "http://public.example/a b",
                "http://public.example/\r\nHost: x",
                ""
            })
    void shouldRefuseWhatLeadsAnywhereElseThanToThePublicWeb(String url) {
        assertThatThrownBy(() -> addresses.check(url)).isInstanceOf(RefusedUrl.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://public.example",
                "https://public.example/hook?token=1",
                "HTTPS://PUBLIC.example:8443/hook",
                "http://93.184.216.34:8080/",
                "http://172.32.0.1",
                "http://100.128.0.1",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/",
                "https://xn--e1afmkfd.example/"
            })
    void shouldTakeThePublicWeb(String url) {
        assertThatCode(() -> addresses.check(url)).doesNotThrowAnyException();
    }

    @Test
    void shouldTakeAHostThatIsUnknownForNow() {
        assertThatCode(() -> addresses.check("https://nowhere.example")).doesNotThrowAnyException();
    }

    @Test
    void shouldTakeWhatTheOperatorAllowsByNameOrRangeAndNothingElse() {
        var local = new CheckedAddresses(CheckedAddressesTest::resolve, List.of("rebound.example", " 10.0.0.0/8 "));

        assertThatCode(() -> local.check("http://rebound.example:9092")).doesNotThrowAnyException();
        assertThatCode(() -> local.check("http://10.200.0.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> local.check("http://127.0.0.1")).isInstanceOf(RefusedUrl.class);
        assertThatThrownBy(() -> local.check("http://11.0.0.1:22")).isInstanceOf(RefusedUrl.class);
    }

    private static CompletableFuture<List<InetAddress>> resolve(String host) {
        var literal = NetUtil.createInetAddressFromIpAddressString(host);
        if (literal != null) {
            return CompletableFuture.completedFuture(List.of(literal));
        }
        return switch (host) {
            case "localhost", "localhost.", "rebound.example" -> found("127.0.0.1");
            case "mixed.example" -> found("93.184.216.34", "10.0.0.1");
            case "nowhere.example" -> CompletableFuture.failedFuture(new UnknownHostException(host));
            default -> found("93.184.216.34");
        };
    }

    private static CompletableFuture<List<InetAddress>> found(String... addresses) {
        return CompletableFuture.completedFuture(List.of(addresses).stream()
                .map(NetUtil::createInetAddressFromIpAddressString)
                .toList());
    }
}
