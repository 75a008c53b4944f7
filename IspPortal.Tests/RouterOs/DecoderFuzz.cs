using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Connections;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.RouterOs;

/// <summary>Feeds bent replies to everything that decodes and holds it to its promises. Gives the first breach, or null.</summary>
internal sealed class DecoderFuzz(WireLimits promised, WireLimits used, IRowReader<object>? planted = null)
{
    private const long AllocationFloor = 32 * 1024;
    private const long AllocationPerByte = 400;

    public static WireLimits Limits { get; } = new() { MaxWordBytes = 4096, MaxRowBytes = 8192, MaxRowWords = 48 };

    public int Sentences { get; private set; }

    public int Faults { get; private set; }

    public string? Run(int runs)
    {
        for (var seed = 0; seed < runs; seed++)
        {
            try
            {
                if (RunOne(seed) is { } breach)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {breach}");
                }
            }
            catch (Exception e)
            {
                return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {e}");
            }
        }

        return null;
    }

    private string? RunOne(int seed)
    {
        var bytes = new ReplyMutator(seed).Next(out var pieces);
        using var scanner = new SentenceScanner(used);
        int start = 0, received = 0;
        long allocated = 0;
        foreach (var piece in pieces)
        {
            received += piece;
            while (true)
            {
                var buffer = Sequences.Of(bytes.AsMemory(start, received - start), 1 + (seed % 1500));
                var before = GC.GetAllocatedBytesForCurrentThread();
                var status = scanner.Scan(buffer);
                if (status == ScanStatus.Sentence)
                {
                    var sentence = scanner.Read(buffer);
                    if (Check(sentence) is { } breach)
                    {
                        return breach;
                    }

                    Decode(sentence);
                    Sentences++;
                }

                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                if (allocated > AllocationFloor + (AllocationPerByte * received))
                {
                    return $"allocated {allocated} for {received} bytes";
                }

                if (status == ScanStatus.Fault)
                {
                    Faults++;
                    return scanner.Fault is null ? "a fault without words" : null;
                }

                if (status == ScanStatus.NeedMore)
                {
                    break;
                }

                if (scanner.Length <= 0)
                {
                    return "no progress";
                }

                start += scanner.Length;
                scanner.Next();
            }

            if (received - start > promised.MaxRowBytes)
            {
                return $"kept {received - start} bytes waiting";
            }
        }

        return null;
    }

    private string? Check(in SentenceView sentence)
    {
        if (sentence.Length > promised.MaxRowBytes)
        {
            return $"a sentence of {sentence.Length} bytes";
        }

        if (sentence.WordCount == 0 || sentence.WordCount > promised.MaxRowWords)
        {
            return $"a sentence of {sentence.WordCount} words";
        }

        for (var i = 0; i < sentence.WordCount; i++)
        {
            if (sentence.Word(i).Length == 0 || sentence.Word(i).Length > promised.MaxWordBytes)
            {
                return $"a word of {sentence.Word(i).Length} bytes";
            }
        }

        return null;
    }

    private void Decode(in SentenceView sentence)
    {
        _ = sentence.Kind;
        _ = sentence.Tag;
        _ = TrapClassifier.Classify(sentence);
        var row = RouterOsRow.From(sentence);
        foreach (var (name, _) in row.Columns)
        {
            row.Long(name);
            row.Bool(name);
            row.Duration(name);
            row.Rate(name);
            row.LocalTime(name, new DateOnly(2026, 11, 22));
        }

        _ = RouterOsDialects.For(null).ReadHealth([row]);
        _ = RouterOsDialects.For(new RouterOsVersion(6, 49)).ReadHealth([row]);
        _ = RouterOsVersion.TryParse(row["name"], out _);
        PppActiveReader.Instance.TryRead(sentence, out _);
        InterfaceReader.Instance.TryRead(sentence, out _);
        PppSecretReader.Instance.TryRead(sentence, out _);
        HotspotActiveReader.Instance.TryRead(sentence, out _);
        SimpleQueueReader.Instance.TryRead(sentence, out _);
        ArpReader.Instance.TryRead(sentence, out _);
        planted?.TryRead(sentence, out _);
    }

    /// <summary>A reader with a mistake that honest rows do not show.</summary>
    public sealed class CarelessReader : IRowReader<object>
    {
        public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out object row)
        {
            row = sentence.TryGet("uptime"u8, out var uptime) ? uptime[0] : null;
            return row is not null;
        }
    }
}
