using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Tests.Network.Addressing;

public sealed class ReadingRangesTests
{
    [Theory]
    [InlineData("10.0.0.10-10.0.0.250", "10.0.0.10-10.0.0.250", 241)]
    [InlineData(" 10.0.0.10 - 10.0.0.11 ", "10.0.0.10-10.0.0.11", 2)]
    [InlineData("10.0.0.77/24", "10.0.0.0-10.0.0.255", 256)]
    [InlineData("10.0.0.7", "10.0.0.7", 1)]
    [InlineData("255.255.255.255/32", "255.255.255.255", 1)]
    [InlineData("128.0.0.0/1", "128.0.0.0-255.255.255.255", 2147483648)]
    public void Ranges_nets_and_single_addresses_are_read(string text, string expected, long size)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal((expected, size), (range.ToString(), range.Size));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.9-10.0.0.1")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/0")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("2001:db8::1")]
    [InlineData("kantor")]
    public void Anything_else_is_none(string text) => Assert.False(AddressRange.TryParse(text, out _));

    [Fact]
    public void A_pool_with_one_range_that_cannot_be_read_has_no_size() => Assert.Null(AddressRange.ParseAll("10.0.0.1-10.0.0.9,kantor"));

    [Fact]
    public void What_lies_in_two_ranges_counts_once() => Assert.Equal(20, AddressRange.SizeOf(AddressRange.ParseAll("10.0.0.1-10.0.0.10,10.0.0.5-10.0.0.20,10.0.0.7")!));

    [Theory]
    [InlineData("10.255.255.255", true)]
    [InlineData("11.0.0.0", false)]
    [InlineData("172.16.0.0", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.0", false)]
    [InlineData("192.168.7.7", true)]
    [InlineData("192.169.0.0", false)]
    [InlineData("100.64.0.1", true)]
    [InlineData("100.127.255.255", true)]
    [InlineData("100.128.0.0", false)]
    [InlineData("103.120.0.5", false)]
    public void Private_space_is_known(string address, bool isPrivate) => Assert.Equal(isPrivate, Ipv4.IsPrivate(Ipv4.ToNumber(address)!.Value));

    [Fact]
    public void Every_number_reads_back_as_itself() =>
        Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).Select(i => (long)(uint)i).ToArbitrary(), number => Ipv4.ToNumber(Ipv4.ToText(number)) == number).QuickCheckThrowOnFailure();

    [Fact]
    public void The_beginning_of_an_address_finds_exactly_what_begins_so()
    {
        var cases =
            from number in Gen.Choose(0, 0xFFFF)
            from other in Gen.Choose(0, 0xFFFF)
            let whole = Ipv4.ToText((10L << 24) | (uint)other)
            // The shortest, 10.0.0.0, has eight characters.
            from length in Gen.Choose(1, whole.Length)
            select (Address: (10L << 24) | (uint)number, Text: whole[..length]);
        Prop.ForAll(cases.ToArbitrary(), c => AddressPrefix.RangesOf(c.Text).Any(r => r.Contains(c.Address)) == Ipv4.ToText(c.Address).StartsWith(c.Text, StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("budi")]
    [InlineData("")]
    [InlineData("10..5")]
    [InlineData("10.0.0.1.2")]
    [InlineData("300")]
    public void A_text_that_begins_no_address_finds_none(string text) => Assert.Empty(AddressPrefix.RangesOf(text));

    [Fact]
    public void Which_ranges_hold_an_address_is_found_as_by_looking_at_each()
    {
        var cases =
            from ranges in Gen.Choose(0, 60).SelectMany(first => Gen.Choose(0, 20).Select(size => new AddressRange(first, first + size))).ListOf()
            from address in Gen.Choose(0, 85)
            select (Ranges: ranges.ToList(), Address: (long)address);
        Prop.ForAll(cases.ToArbitrary(), c =>
            new AddressRanges<int>(c.Ranges.Select((r, i) => (r, i))).Of(c.Address).SequenceEqual(c.Ranges.Index().Where(r => r.Item.Contains(c.Address)).Select(r => r.Index))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_lowest_free_address_is_free_and_all_below_are_taken()
    {
        var cases =
            from taken in Gen.Choose(0, 30).Select(i => (long)i).ListOf()
            from first in Gen.Choose(0, 20)
            from size in Gen.Choose(1, 12)
            select (Taken: taken.ToList(), Range: new AddressRange(first, first + size - 1));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var all = Enumerable.Range((int)c.Range.From, (int)c.Range.Size).Select(i => (long)i);
            return FreeAddresses.First(c.Range, c.Taken) == all.Where(a => !c.Taken.Contains(a)).Cast<long?>().FirstOrDefault();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_net_keeps_its_first_and_last_address() => Assert.Equal("10.0.0.1-10.0.0.6", FreeAddresses.RangeOf("10.0.0.0/29").ToString());
}
