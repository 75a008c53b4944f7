using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Customers.Documents;

namespace IspPortal.Tests.Customers.Documents;

public sealed class CleaningNamesTests
{
    [Theory]
    [InlineData("ktp.jpg", "ktp.jpg")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData(@"..\..\web.config", "web.config")]
    [InlineData("a\r\nSet-Cookie: x.jpg", "aSet-Cookie x.jpg")]
    [InlineData("kartu \"keluarga\" <1>.pdf", "kartu keluarga 1.pdf")]
    [InlineData("foto 📷 rumah.png", "foto 📷 rumah.png")]
    [InlineData("صورة.jpg", "صورة.jpg")]
    [InlineData("...", "Contract.pdf")]
    [InlineData("", "Contract.pdf")]
    [InlineData(null, "Contract.pdf")]
    public void A_name_is_kept_without_what_no_name_may_hold(string? given, string kept) => Assert.Equal(kept, DocumentWriting.CleanName(given, DocumentKind.Contract, DocumentFormat.Pdf));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = DocumentWriting.CleanName(string.Concat(Enumerable.Repeat("📷", 300)) + ".jpeg", DocumentKind.Contract, DocumentFormat.Jpeg);
        Assert.True(name.Length <= DocumentWriting.LongestFileName, name);
        Assert.EndsWith("📷.jpg", name, StringComparison.Ordinal);
    }
}
