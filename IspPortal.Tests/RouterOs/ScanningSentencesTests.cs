using System.Buffers;
using System.Text;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.RouterOs;

public sealed class ScanningSentencesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(int.MaxValue)]
    public void Words_of_every_length_form_come_back_however_they_are_cut(int pieceLength)
    {
        using var scanner = new SentenceScanner(new WireLimits { MaxWordBytes = 3_000_000, MaxRowBytes = 6_000_000 });
        int[] lengths = pieceLength < 100 ? [1, 127, 128, 0x3FFF, 0x4000] : [1, 127, 128, 0x3FFF, 0x4000, 0x1FFFFF, 0x200000];
        var words = lengths.Select(l => new string('x', l)).ToArray();
        var sequence = Sequences.Of(ScriptedSession.Encode(words), pieceLength);

        Assert.Equal(ScanStatus.Sentence, scanner.Scan(sequence));
        var sentence = scanner.Read(sequence);

        Assert.Equal(words.Length, sentence.WordCount);
        for (var i = 0; i < words.Length; i++)
        {
            Assert.Equal(words[i].Length, sentence.Word(i).Length);
            Assert.Equal(words[i], Encoding.ASCII.GetString(sentence.Word(i)));
        }
    }

    [Fact]
    public void The_longest_form_is_read_for_a_short_word()
    {
        using var scanner = new SentenceScanner(new WireLimits());
        var sequence = new ReadOnlySequence<byte>([0xF0, 0, 0, 0, 3, .. "!re"u8, 0]);

        Assert.Equal(ScanStatus.Sentence, scanner.Scan(sequence));
        Assert.Equal(ReplyKind.Row, scanner.Read(sequence).Kind);
    }

    [Fact]
    public void A_sentence_that_arrives_byte_by_byte_is_found_at_its_last_byte()
    {
        using var scanner = new SentenceScanner(new WireLimits());
        var bytes = ScriptedSession.Encode("!re", ".tag=7", "=name=" + new string('a', 300));

        for (var i = 1; i < bytes.Length; i++)
        {
            Assert.Equal(ScanStatus.NeedMore, scanner.Scan(new ReadOnlySequence<byte>(bytes, 0, i)));
        }

        var all = new ReadOnlySequence<byte>(bytes);
        Assert.Equal(ScanStatus.Sentence, scanner.Scan(all));
        Assert.Equal(7, scanner.Read(all).Tag);
    }

    [Fact]
    public void Only_the_second_equals_sign_divides()
    {
        using var scanner = new SentenceScanner(new WireLimits());
        var sequence = new ReadOnlySequence<byte>(ScriptedSession.Encode("!re", "=comment=a=b", "=empty=", "=flag", "noise"));
        scanner.Scan(sequence);

        var columns = RouterOsRow.From(scanner.Read(sequence)).Columns;

        Assert.Equal([new("comment", "a=b"), new("empty", ""), new("flag", "")], columns);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_become_windows_1252_one_by_one()
    {
        Assert.Equal("José é € –", WireText.Decode([.. "Jos"u8, 0xE9, .. " é "u8, 0x80, .. " "u8, 0x96]));
        Assert.Equal("Ω家", WireText.Decode("Ω家"u8));
    }

    [Theory]
    [InlineData("word")]
    [InlineData("row")]
    [InlineData("words")]
    [InlineData("control")]
    public void What_is_out_of_bounds_is_a_fault(string what)
    {
        using var scanner = new SentenceScanner(new WireLimits { MaxWordBytes = 100, MaxRowBytes = 250, MaxRowWords = 5 });
        var bytes = what switch
        {
            "word" => [0xF0, 0xFF, 0xFF, 0xFF, 0xFF],
            "row" => ScriptedSession.Encode(new string('a', 90), new string('a', 90), new string('a', 90)),
            "words" => ScriptedSession.Encode("a", "b", "c", "d", "e", "f"),
            _ => new byte[] { 3, (byte)'!', (byte)'r', (byte)'e', 0xF8 },
        };

        Assert.Equal(ScanStatus.Fault, scanner.Scan(new ReadOnlySequence<byte>(bytes)));
        Assert.NotNull(scanner.Fault);
    }
}
