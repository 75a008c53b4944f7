using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series.Support;

/// <summary>
/// A process of its own that polls, packs and drops as fast as it can until it is killed: this very program, started with words in its environment that say
/// so. It says each poll before it stores it and after.
/// </summary>
internal sealed class WrittenByAnother : IAsyncDisposable
{
    private const string Variable = "ISPPORTAL_TEST_SERIES_WRITER";
    private const int Lines = 40;
    private const int PollsPerCompaction = 45;

    private static readonly DateTime Start = new(2026, 11, 22, 15, 30, 3, DateTimeKind.Utc);

    private readonly Process _process;
    private readonly List<long> _stored = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WrittenByAnother(Process process) => _process = process;

    public static Guid RouterId { get; } = new("0190a000-0000-7000-8000-000000000001");

    /// <summary>Raw figures and sums go soon, so that dropping them is interrupted too.</summary>
    public static SeriesRetention Kept { get; } = new(TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(9))
    {
        BusinessZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
    };

    /// <summary>The polls that were said to be stored.</summary>
    public IReadOnlyList<long> Stored => _stored;

    /// <summary>The poll that was begun last.</summary>
    public long Tried { get; private set; }

    /// <summary>Done when the first poll of it is stored.</summary>
    public Task Begun => _begun.Task;

    public static MeteredRouter Router() => new(RouterId, Lines, Start, TimeSpan.FromMinutes(1));

    public static WrittenByAnother Begin(string provider, string address, long firstPoll)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "IspPortal.Tests"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [Variable] = string.Join('\n', provider, firstPoll.ToString(CultureInfo.InvariantCulture), address) },
        };
        var process = Process.Start(start)!;
        var writer = new WrittenByAnother(process);
        process.OutputDataReceived += (_, line) => writer.Hear(line.Data);
        process.BeginOutputReadLine();
        return writer;
    }

    /// <summary>kill -9, and everything it said before.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    [ModuleInitializer]
    internal static void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } words)
        {
            // Until this returns, other threads may not enter this module: everything of it has to go on here.
            OneThread.Run(() => WriteAsync(words.Split('\n', 3)));
        }
    }

    private static async Task WriteAsync(string[] words)
    {
        var clock = new ManualClock();
        using var store = new SeriesStore(SeriesPlace.Open(words[0], words[2]), clock);
        var router = Router();
        for (var poll = long.Parse(words[1], CultureInfo.InvariantCulture); ; poll++)
        {
            clock.NowUtc = router.AtUtc(poll);
            await Console.Out.WriteLineAsync($"try {poll}");
            if (await router.PollAsync(store, poll, CancellationToken.None))
            {
                await Console.Out.WriteLineAsync($"ok {poll}");
            }

            if (poll % PollsPerCompaction == 0)
            {
                await store.CompactAsync(Kept, CancellationToken.None);
            }
        }
    }

    private void Hear(string? line)
    {
        switch (line?.Split(' '))
        {
            case ["try", var poll]:
                Tried = long.Parse(poll, CultureInfo.InvariantCulture);
                break;
            case ["ok", var poll]:
                _stored.Add(long.Parse(poll, CultureInfo.InvariantCulture));
                _begun.TrySetResult();
                break;
        }
    }
}
