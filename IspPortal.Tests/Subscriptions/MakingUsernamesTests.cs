using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Tests.Subscriptions;

public sealed class MakingUsernamesTests
{
    private static readonly UsernameParts Budi = new("Budi Santoso Wijaya", "+6281234567890", "Kota Bekasi", "SUB-202611-000042", "RTR CKR", "HOME-20");

    [Theory]
    [InlineData("{name}.{number}", "budi.santoso.000042")]
    [InlineData("{first}{phone}@nld", "budi7890@nld")]
    [InlineData("{month}-{number}", "202611-000042")]
    [InlineData("{router}/{plan}/{city}", "rtr-ckr/home-20/kota-bekasi")]
    [InlineData("tetap", "tetap")]
    public void Parts_stand_where_the_pattern_says(string pattern, string username)
    {
        Assert.True(UsernamePattern.IsPattern(pattern));
        Assert.Equal(username, UsernamePattern.Make(pattern, Budi));
        Assert.Equal(username + "-3", UsernamePattern.Make(pattern, Budi, 3));
    }

    [Theory]
    [InlineData("{nama}")]
    [InlineData("{name")]
    [InlineData("a\tb")]
    [InlineData(" {name}")]
    public void Other_patterns_are_none(string pattern) => Assert.False(UsernamePattern.IsPattern(pattern));

    [Theory]
    [InlineData("رشيد الأمين", "line.000042")]
    [InlineData("Désirée O'Neil", "desiree.o.000042")]
    public void Names_in_any_script_give_something_one_can_type(string name, string username) =>
        Assert.Equal(username.Replace("line.", "", StringComparison.Ordinal), UsernamePattern.Make("{name}.{number}", Budi with { CustomerName = name }));

    [Fact]
    public void Whatever_people_are_called_routers_take_the_name() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(1, 99_999).ToArbitrary(), (name, city, attempt) =>
            UsernamePattern.IsUsername(UsernamePattern.Make("{name}.{city}.{router}-{number}", Budi with { CustomerName = name.Get, City = city.Get }, attempt))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<budi>", true)]
    [InlineData("rumah budi 2", true)]
    [InlineData("kantor-日本", true)]
    [InlineData("", false)]
    [InlineData(" budi", false)]
    [InlineData("bu\0di", false)]
    public void Routers_take_what_can_be_printed(string name, bool taken) => Assert.Equal(taken, UsernamePattern.IsUsername(name));

    [Fact]
    public void Half_a_letter_is_none() => Assert.False(UsernamePattern.IsUsername("budi" + (char)0xD800));

    [Fact]
    public void Passwords_are_long_different_and_easy_to_read_out()
    {
        var made = Enumerable.Range(0, 200).Select(_ => LinePassword.Generate(10)).ToList();
        Assert.Equal(200, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, password => Assert.DoesNotContain(password, letter => "0oOl1iI".Contains(letter, StringComparison.Ordinal)));
    }
}
