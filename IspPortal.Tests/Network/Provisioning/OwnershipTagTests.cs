using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class OwnershipTagTests
{
    [Fact]
    public void What_people_wrote_stays_in_front_and_can_be_had_back()
    {
        var id = RouterContentsMaker.Id(42);
        var comment = OwnershipTag.Append("Budi, ODP-12 port 3 [lama]", OwnershipTag.For(id));
        Assert.StartsWith("Budi, ODP-12 port 3 [lama] [isp:", comment, StringComparison.Ordinal);
        Assert.Equal("Budi, ODP-12 port 3 [lama]", OwnershipTag.Strip(comment));
        Assert.True(OwnershipTag.TryRead(comment, out var read));
        Assert.Equal(id, read);
    }

    [Fact]
    public void A_second_tag_takes_the_place_of_the_first()
    {
        var once = OwnershipTag.Append("Budi", OwnershipTag.For(RouterContentsMaker.Id(1)));
        var twice = OwnershipTag.Append(once, OwnershipTag.For(RouterContentsMaker.Id(2)));
        Assert.Equal(OwnershipTag.Append("Budi", OwnershipTag.For(RouterContentsMaker.Id(2))), twice);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Budi")]
    [InlineData("[isp:")]
    [InlineData("[isp:]")]
    [InlineData("[isp:isolir-redirect]")]
    [InlineData("[isp:!!!!!!!!!!!!!!!!!!!!!!]")]
    public void What_is_no_access_tag_names_no_access(string? comment) => Assert.False(OwnershipTag.TryRead(comment, out _));

    [Fact]
    public void Any_comment_and_id_survive() => Prop.ForAll<string, Guid>((text, id) =>
    {
        var comment = OwnershipTag.Append(text, OwnershipTag.For(id));
        return OwnershipTag.TryRead(comment, out var read) && read == id;
    }).QuickCheckThrowOnFailure();
}
