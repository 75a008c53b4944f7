using System.Threading.Channels;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Connections;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs;

internal sealed class RouterOsStream : RowSink, IRouterOsStream
{
    private readonly Channel<RouterOsRow> _rows;
    private Func<Task>? _cancel;
    private Error? _endReason;

    public RouterOsStream(int backlog) =>
        _rows = Channel.CreateBounded<RouterOsRow>(new BoundedChannelOptions(backlog) { SingleReader = true, SingleWriter = true });

    public Error? EndReason => Volatile.Read(ref _endReason);

    public bool HasEnded { get; private set; }

    /// <summary>What to do when the reader has had enough.</summary>
    public void OnDispose(Func<Task> cancel) => _cancel = cancel;

    public override bool Take(in SentenceView sentence)
    {
        if (_rows.Writer.TryWrite(RouterOsRow.From(sentence)))
        {
            return true;
        }

        Ended(RouterOsErrors.StreamOverrun());
        return false;
    }

    public override void Ended(Error? error)
    {
        if (!HasEnded)
        {
            Volatile.Write(ref _endReason, error);
            HasEnded = true;
            _rows.Writer.TryComplete();
        }
    }

    public async IAsyncEnumerator<RouterOsRow> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var row in _rows.Reader.ReadAllAsync(cancellationToken))
        {
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _cancel, null) is { } cancel)
        {
            await cancel();
            Ended(null);
        }
    }
}
