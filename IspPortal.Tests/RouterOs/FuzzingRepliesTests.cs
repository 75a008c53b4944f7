using System.Globalization;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Connections;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Tests.RouterOs;

/// <summary>
/// Bent replies against the decoder and against a whole connection. <c>ISPPORTAL_FUZZ</c> says how many (1,000 when unset);
/// run n always gets the same bytes.
/// </summary>
public sealed class FuzzingRepliesTests
{
    private static int Runs =>
        int.TryParse(Environment.GetEnvironmentVariable("ISPPORTAL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : 1000;

    [Fact]
    public void Decoding_keeps_its_bounds_and_never_throws()
    {
        var fuzz = new DecoderFuzz(DecoderFuzz.Limits, DecoderFuzz.Limits);

        Assert.Null(fuzz.Run(Runs));

        // Both paths were walked, or the corpus is worth nothing.
        Assert.True(fuzz.Sentences > Runs / 2, $"{fuzz.Sentences} sentences");
        Assert.True(fuzz.Faults > Runs / 20, $"{fuzz.Faults} faults");
    }

    [Fact]
    public void A_word_bound_that_is_not_kept_is_found()
    {
        var fuzz = new DecoderFuzz(DecoderFuzz.Limits, DecoderFuzz.Limits with { MaxWordBytes = 8000 });
        Assert.Contains("a word of", fuzz.Run(1000) ?? "nothing", StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_bound_that_is_not_kept_is_found()
    {
        var fuzz = new DecoderFuzz(DecoderFuzz.Limits with { MaxRowBytes = 2000 }, DecoderFuzz.Limits);
        Assert.Matches("a sentence of|kept", fuzz.Run(1000) ?? "nothing");
    }

    [Fact]
    public void A_reader_that_throws_is_found()
    {
        var fuzz = new DecoderFuzz(DecoderFuzz.Limits, DecoderFuzz.Limits, new DecoderFuzz.CarelessReader());
        Assert.Contains(nameof(IndexOutOfRangeException), fuzz.Run(20_000) ?? "nothing", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_ends_every_command_with_a_result_or_a_coded_error()
    {
        var options = new RouterOsOptions { Limits = DecoderFuzz.Limits };
        var codes = new SortedDictionary<string, int>();
        for (var seed = 0; seed < Runs; seed++)
        {
            var bytes = new ReplyMutator(seed).Next(out var pieces);
            var gate = new PiecewiseStream(bytes, pieces);
            var connection = new RouterOsConnection(gate, "test", options, TimeProvider.System, new CostMeter(TimeProvider.System));
            var print = new RouterOsCommand("/x/print");
            var sessions = new List<PppActiveRow>();
            var stream = new RouterOsStream(backlog: 2);
            var first = await connection.SendAsync(print, new TypedSink<PppActiveRow>(PppActiveReader.Instance, sessions), isStream: false, default);
            var second = await connection.SendAsync(print, new GenericSink(), isStream: false, default);
            var third = await connection.SendAsync(print, stream, isStream: true, default);
            gate.Open();

            var ended = Task.WhenAll(first.Ended, second.Ended, third.Ended);
            try
            {
                foreach (var result in await ended.WaitAsync(TimeSpan.FromSeconds(20)))
                {
                    var code = result.Succeeded ? "ok" : result.Error.Code;
                    Assert.True(result.Succeeded || code.StartsWith(RouterOsErrors.Prefix, StringComparison.Ordinal), $"seed {seed}: {code}");
                    codes[code] = codes.GetValueOrDefault(code) + 1;
                }
            }
            catch (TimeoutException)
            {
                Assert.Fail($"seed {seed} hangs");
            }

            await connection.DisposeAsync();
            Assert.True(stream.HasEnded, $"seed {seed}: the stream does not end");
        }

        Assert.Superset(new HashSet<string> { "ok", "routeros.closed", "routeros.protocol_error", "routeros.fatal", "routeros.trap_duplicate" }, codes.Keys.ToHashSet());
    }
}
