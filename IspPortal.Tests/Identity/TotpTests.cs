using System.Text;
using IspPortal.Core.Identity;

namespace IspPortal.Tests.Identity;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, SHA-1, last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_rfc(long seconds, string expected) =>
        Assert.Equal(expected, Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public void One_step_of_drift_either_way_fits(int steps, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.CodeAt(Secret, Totp.StepAt(now) + steps);
        Assert.Equal(fits, Totp.Match(Secret, code, now, 0) is not null);
    }

    [Fact]
    public void A_code_works_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.CodeAt(Secret, Totp.StepAt(now));
        var step = Totp.Match(Secret, code, now, 0);
        Assert.NotNull(step);
        Assert.Null(Totp.Match(Secret, code, now, step.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_fits_nothing(string? text) => Assert.Null(Totp.Match(Secret, text, DateTimeOffset.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void The_secret_is_base_32_of_rfc_4648() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.ToBase32(Secret));

    [Fact]
    public void The_uri_escapes_names() => Assert.Equal(
        "otpauth://totp/Net%20%26%20Co:a%40b.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Net%20%26%20Co&digits=6&period=30",
        Totp.ToUri(Secret, "Net & Co", "a@b.test"));
}
