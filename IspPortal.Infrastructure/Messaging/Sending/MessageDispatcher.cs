using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Sends when the bell rings, when a sender's turn comes, and looks once a second. A sender that is slow keeps nobody else waiting.</summary>
internal sealed class MessageDispatcher(MessagePump pump, MessageWake wake, TimeProvider clock, ILogger<MessageDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Task<bool>> _busy = [];
    private readonly HashSet<Guid> _idle = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = await TurnAsync(stoppingToken);
                var until = next - clock.UtcNow();
                await wake.WaitAsync(until is { } soon && soon < Poll ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, soon.Ticks)) : Poll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database is away: the messages are safe in it, so wait until it is back.
                logger.LogError(exception, "Messages cannot be read");
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await ((Task)Task.WhenAll(_busy.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<DateTime?> TurnAsync(CancellationToken stoppingToken)
    {
        _idle.Clear();
        foreach (var (id, task) in _busy.Where(pair => pair.Value.IsCompleted).ToList())
        {
            _busy.Remove(id);
            if (!await task)
            {
                _idle.Add(id);
            }
        }

        var (ready, next) = await pump.LookAsync(stoppingToken);
        foreach (var sender in ready.Where(sender => !_busy.ContainsKey(sender.Id) && !_idle.Contains(sender.Id)))
        {
            _busy[sender.Id] = RunAsync(sender, stoppingToken);
        }

        return next;
    }

    private async Task<bool> RunAsync(MessageSender sender, CancellationToken stoppingToken)
    {
        var did = false;
        try
        {
            did = await pump.SendNextAsync(sender, stoppingToken);
            return did;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Sender {Sender} could not go on", sender.Name);
            return false;
        }
        finally
        {
            // What had nothing to do looks again with the next look, not at once.
            if (did)
            {
                wake.Ring();
            }
        }
    }
}
