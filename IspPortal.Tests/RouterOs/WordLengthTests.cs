using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.RouterOs;

public sealed class WordLengthTests
{
    [Theory]
    [InlineData(0x0u, "00")]
    [InlineData(0x7Fu, "7F")]
    [InlineData(0x80u, "8080")]
    [InlineData(0x3FFFu, "BFFF")]
    [InlineData(0x4000u, "C04000")]
    [InlineData(0x1FFFFFu, "DFFFFF")]
    [InlineData(0x200000u, "E0200000")]
    [InlineData(0xFFFFFFFu, "EFFFFFFF")]
    [InlineData(0x10000000u, "F010000000")]
    [InlineData(0xFFFFFFFFu, "F0FFFFFFFF")]
    public void Edges_of_the_five_forms_are_as_documented(uint length, string hex)
    {
        Span<byte> prefix = stackalloc byte[WordLength.MaxBytes];
        var size = WordLength.Write(prefix, length);
        Assert.Equal(hex, Convert.ToHexString(prefix[..size]));
    }

    [Fact]
    public void Every_length_comes_back()
    {
        var random = new Random(20261122);
        Span<byte> prefix = stackalloc byte[WordLength.MaxBytes];
        for (var i = 0; i < 200_000; i++)
        {
            // All magnitudes alike: otherwise nearly all would be of the longest form.
            var length = (uint)(random.NextInt64(1L << 32) >> random.Next(33));
            var size = WordLength.Write(prefix, length);
            Assert.Equal(WordLength.SizeOf(length), size);
            Assert.Equal(size, WordLength.SizeFromFirstByte(prefix[0]));
            Assert.Equal(length, WordLength.Read(prefix[..size]));
        }
    }

    [Fact]
    public void Control_bytes_are_no_lengths()
    {
        for (var first = 0xF1; first <= 0xFF; first++)
        {
            Assert.Equal(0, WordLength.SizeFromFirstByte((byte)first));
        }
    }
}
