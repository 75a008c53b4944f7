using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>A command that has not ended yet.</summary>
internal sealed class RunningCommand(ApiRequest request, CancellationToken connectionClosed) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(connectionClosed);

    public ApiRequest Request { get; } = request;

    /// <summary>Cancelled when the client cancels it or the connection ends.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Set under the connection's lock: nothing of it may be sent any more.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Silences it; the caller holds the connection's lock, so nothing may run here.</summary>
    public void MarkCancelled() => IsCancelled = true;

    /// <summary>Makes it stop; its own clean-up runs elsewhere.</summary>
    public void Stop() => _ = _stop.CancelAsync();

    public void Dispose()
    {
        if (!IsCancelled)
        {
            _stop.Dispose();
        }
    }
}
