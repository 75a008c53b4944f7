using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace IspPortal.Infrastructure.Documents;

/// <summary>
/// Prints in one warm Chromium, a few documents at once. The browser starts with the first document, is started again when it crashed, and closed when nobody prints.
/// </summary>
internal sealed partial class ChromiumPdfPrinter : IPdfPrinter, IAsyncDisposable
{
    private const int MostMegabytes = 8;

    private readonly PdfOptions _options;
    private readonly ILogger<ChromiumPdfPrinter> _logger;
    private readonly SemaphoreSlim _seats;
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly PdfCache _cache;
    private readonly ConcurrentDictionary<string, Lazy<Task<Result<ReadOnlyMemory<byte>>>>> _running = new(StringComparer.Ordinal);
    private readonly ITimer _idle;
    private readonly TimeProvider _clock;
    private ChromiumRoom? _room;
    private long _lastUsed;
    private long _printed;

    public ChromiumPdfPrinter(IOptions<PdfOptions> options, ILogger<ChromiumPdfPrinter> logger, TimeProvider clock)
    {
        (_options, _logger, _clock) = (options.Value, logger, clock);
        _seats = new SemaphoreSlim(_options.Pages, _options.Pages);
        _cache = new PdfCache(_options.CacheMegabytes * 1024L * 1024);
        var idle = TimeSpan.FromMinutes(_options.IdleMinutes);
        _idle = clock.CreateTimer(_ => _ = CloseWhenIdleAsync(idle), null, idle, idle);
    }

    /// <summary>How many pages the browser really printed.</summary>
    public long Printed => Interlocked.Read(ref _printed);

    /// <summary>The browser that is open, or null.</summary>
    internal ChromiumRoom? Room => Volatile.Read(ref _room);

    public async Task<Result<PrintedPdf>> PrintAsync(string html, CancellationToken cancellationToken)
    {
        if (html.Length > MostMegabytes * 1024 * 1024)
        {
            return PrintingErrors.TooLarge(MostMegabytes);
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        if (_cache.Find(key) is { } known)
        {
            return new PrintedPdf(known, true);
        }

        // Two who ask for one page at once wait for one print; it goes on when the first of them leaves.
        var print = _running.GetOrAdd(key, _ => new Lazy<Task<Result<ReadOnlyMemory<byte>>>>(() => PrintOnceAsync(key, html)));
        var printed = await print.Value.WaitAsync(cancellationToken);
        return printed.Succeeded ? new PrintedPdf(printed.Value, false) : printed.Error;
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        await LeaveAsync(Room);
        _seats.Dispose();
        _door.Dispose();
    }

    private async Task<Result<ReadOnlyMemory<byte>>> PrintOnceAsync(string key, string html)
    {
        // Out of the caller's call: the Lazy is made under nobody's lock, but its task must not run on the caller's stack.
        await Task.Yield();
        var start = _clock.GetTimestamp();
        try
        {
            if (!await _seats.WaitAsync(_options.Timeout))
            {
                return PrintingErrors.TimedOut(_options.Timeout);
            }

            try
            {
                return await TryTwiceAsync(key, html, start);
            }
            finally
            {
                _seats.Release();
            }
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<Result<ReadOnlyMemory<byte>>> TryTwiceAsync(string key, string html, long start)
    {
        for (var again = false; ; again = true)
        {
            ChromiumRoom? room = null;
            try
            {
                var left = _options.Timeout - _clock.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    return PrintingErrors.TimedOut(_options.Timeout);
                }

                var entered = await EnterAsync(left);
                if (!entered.Succeeded)
                {
                    return entered.Error;
                }

                room = entered.Value;
                ReadOnlyMemory<byte> pdf = await room.PrintAsync(html, left).WaitAsync(left, _clock);
                _cache.Add(key, pdf);
                Interlocked.Increment(ref _printed);
                Volatile.Write(ref _lastUsed, _clock.GetTimestamp());
                return pdf;
            }
            catch (TimeoutException)
            {
                // It may be one page or the whole browser: the next document gets a new one.
                LogSlow(_logger, _options.Timeout.TotalSeconds);
                await LeaveAsync(room);
                return PrintingErrors.TimedOut(_options.Timeout);
            }
            catch (PlaywrightException exception)
            {
                LogBroken(_logger, exception.Message);
                await LeaveAsync(room);
                if (again)
                {
                    return PrintingErrors.Failed(FirstLine(exception.Message));
                }
            }
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim() is { Length: > 200 } longer ? longer[..200] : text.Split('\n')[0].Trim();

    private async Task<Result<ChromiumRoom>> EnterAsync(TimeSpan timeout)
    {
        if (!await _door.WaitAsync(timeout))
        {
            return PrintingErrors.TimedOut(_options.Timeout);
        }

        try
        {
            if (_room is { IsOpen: true } open)
            {
                return open;
            }

            if (ChromiumPlace.Find(_options.ExecutablePath) is not { } executable)
            {
                return PrintingErrors.NoBrowser(string.IsNullOrWhiteSpace(_options.ExecutablePath) ? null : $"Pdf:ExecutablePath {_options.ExecutablePath}");
            }

            if (_room is { } gone)
            {
                await gone.DisposeAsync();
                Volatile.Write(ref _room, null);
            }

            var room = await ChromiumRoom.OpenAsync(executable, timeout);
            Volatile.Write(ref _room, room);
            return room;
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("Driver not found", StringComparison.OrdinalIgnoreCase))
        {
            return PrintingErrors.NoBrowser(FirstLine(exception.Message));
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Closes that browser, unless another one has taken its place.</summary>
    private async Task LeaveAsync(ChromiumRoom? room)
    {
        if (room is not null && Interlocked.CompareExchange(ref _room, null, room) == room)
        {
            await room.DisposeAsync();
        }
    }

    private async Task CloseWhenIdleAsync(TimeSpan idle)
    {
        if (Room is not { } room || _clock.GetElapsedTime(Volatile.Read(ref _lastUsed)) < idle || !await _door.WaitAsync(TimeSpan.Zero))
        {
            return;
        }

        try
        {
            // All seats free: nobody prints, and nobody enters while the door is held.
            if (_seats.CurrentCount == _options.Pages)
            {
                await LeaveAsync(room);
            }
        }
        finally
        {
            _door.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The browser that prints failed and is started again: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Printing took longer than {Seconds} s; the browser is started again")]
    private static partial void LogSlow(ILogger logger, double seconds);
}
