using IspPortal.Core.Identity;

namespace IspPortal.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, "identity.password_too_short")]
    [InlineData("Ab1!efgh", "identity.password_too_short")]
    [InlineData("aaaabbbbcccc", "identity.password_too_simple")]
    [InlineData("Password123!", "identity.password_guessable")]
    [InlineData("1234567890", "identity.password_guessable")]
    [InlineData("MikroTik-2026", "identity.password_guessable")]
    [InlineData("sari.wulan-2026", "identity.password_guessable")]
    public void A_weak_one_names_its_rule(string? password, string code) =>
        Assert.Equal(code, Assert.Single(PasswordRules.Check(password, "sari.wulan@isp.test")).Code);

    [Theory]
    [InlineData("Lab-2026!x")]
    [InlineData("kopi hitam tanpa gula")]
    [InlineData("93847261509384")]
    public void A_fair_one_passes(string password) => Assert.Empty(PasswordRules.Check(password, "sari.wulan@isp.test"));

    [Fact]
    public void One_of_129_characters_is_too_long() =>
        Assert.Equal("identity.password_too_long", Assert.Single(PasswordRules.Check(string.Concat(Enumerable.Repeat("abcdefghijklm", 10)), null)).Code);
}
