using System.Buffers;
using System.IO.Pipelines;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>
/// One TCP or TLS connection from its first to its last byte. One task reads; whoever sends writes a whole sentence at once. Any time-out,
/// protocol error or end closes it for good and fails every command on it: a connection that has once lost count of its replies would
/// hand them to the wrong command.
/// </summary>
internal sealed class RouterOsConnection : IAsyncDisposable
{
    private const byte TlsAlert = 0x15;
    private const byte TlsHandshake = 0x16;
    private const byte TlsMajorVersion = 0x03;

    private readonly PendingReplies _pending = new();
    private readonly TaskCompletionSource<Error> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SentenceOutlet _outlet;
    private readonly ReplyDeadlines _deadlines;
    private readonly Stream _stream;
    private readonly RouterOsOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly CostMeter _cost;
    private readonly string _address;
    private readonly PipeReader _reader;
    private readonly Task _reading;
    private Error? _fault;
    private volatile bool _isQuitting;

    public RouterOsConnection(Stream stream, string address, RouterOsOptions options, TimeProvider timeProvider, CostMeter cost)
    {
        _stream = stream;
        _address = address;
        _options = options;
        _timeProvider = timeProvider;
        _cost = cost;
        _outlet = new SentenceOutlet(stream, options.Silence, timeProvider, cost);
        _deadlines = new ReplyDeadlines(timeProvider);
        _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, minimumReadSize: 4096, leaveOpen: true, useZeroByteReads: true));
        _reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Why it ended, or null while it is open.</summary>
    public Error? Fault => Volatile.Read(ref _fault);

    /// <summary>Completes with the reason when the connection has ended.</summary>
    public Task<Error> Closed => _closed.Task;

    /// <summary>Whether anything at all has been received.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>Sends a command and returns at once; its replies come to <paramref name="sink"/>.</summary>
    public ValueTask<PendingReply> SendAsync(RouterOsCommand command, RowSink sink, bool isStream, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return SendAsync(command, sink, isStream, tagged: true);
    }

    public ValueTask<PendingReply> SendUntaggedAsync(RouterOsCommand command, RowSink sink) => SendAsync(command, sink, isStream: false, tagged: false);

    /// <summary>Drops the command's further rows and asks the router to stop. Whatever it still says is drained under the command's own tag.</summary>
    public async Task CancelAsync(PendingReply pending)
    {
        pending.Abandon();
        if (pending.Ended.IsCompleted || Fault is not null)
        {
            return;
        }

        var cancel = new RouterOsCommand("/cancel").With("tag", pending.Tag.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await SendAsync(cancel, DroppingSink.Instance, isStream: false, tagged: true);

        // A stream had no deadline; its end after a cancel does.
        if (pending.IsStream)
        {
            pending.StartTimer(_timeProvider, _ => OnNotCancelled(pending), _options.Silence);
        }
    }

    /// <summary>Says <c>/quit</c>, waits briefly for the farewell and closes.</summary>
    public async ValueTask QuitAsync()
    {
        if (Fault is null)
        {
            _isQuitting = true;
            await SendAsync(new RouterOsCommand("/quit"), DroppingSink.Instance, isStream: false, tagged: false);
            try
            {
                await _closed.Task.WaitAsync(_options.QuitTimeout, _timeProvider);
            }
            catch (TimeoutException)
            {
                // It had its chance; closing the socket is farewell enough.
            }
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Close(RouterOsErrors.Closed());
        await _reading;
    }

    private async ValueTask<PendingReply> SendAsync(RouterOsCommand command, RowSink sink, bool isStream, bool tagged)
    {
        var now = _timeProvider.GetTimestamp();
        var tag = tagged ? _pending.NextTag() : SentenceView.NoTag;
        var pending = new PendingReply(
            tag, sink, command.Silence ?? (isStream ? null : _options.Silence), isStream ? null : command.Total ?? _options.Total, now, isStream);
        _pending.Add(pending);
        if (!isStream)
        {
            _cost.Begin();
            _ = pending.Ended.ContinueWith(static (_, meter) => ((CostMeter)meter!).End(), _cost, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        _cost.AddCommand();
        if (Fault is { } fault)
        {
            _pending.Forget(pending).Fail(fault);
            return pending;
        }

        if (_deadlines.NextCheck(pending, now) is { } due)
        {
            pending.StartTimer(_timeProvider, CheckDeadline, due);
        }

        if (await _outlet.WriteAsync(command, tag, () => Fault is not null) is { } error)
        {
            Close(error);
        }

        return pending;
    }

    private async Task ReadAllAsync()
    {
        using var scanner = new SentenceScanner(_options.Limits);
        long carried = 0;
        try
        {
            while (Fault is null)
            {
                var read = await _reader.ReadAsync();
                var buffer = read.Buffer;
                _cost.AddBytesIn(buffer.Length - carried);
                if (ReadSentences(ref buffer, scanner) is { } error)
                {
                    Close(error);
                    break;
                }

                carried = buffer.Length;
                _reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                {
                    Close(RouterOsErrors.Closed(carried > 0 ? "in the middle of a sentence" : null));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            Close(RouterOsErrors.Closed(e.InnerException?.Message ?? e.Message));
        }
        catch (Exception e)
        {
            Close(RouterOsErrors.Protocol(e.Message));
        }

        await _reader.CompleteAsync();
    }

    private Error? ReadSentences(ref ReadOnlySequence<byte> buffer, SentenceScanner scanner)
    {
        var now = _timeProvider.GetTimestamp();
        if (!HasHeard && buffer.Length >= 2)
        {
            HasHeard = true;
            Span<byte> head = stackalloc byte[2];
            buffer.Slice(0, 2).CopyTo(head);
            if (head[0] is TlsAlert or TlsHandshake && head[1] == TlsMajorVersion)
            {
                return RouterOsErrors.PlainOnTlsPort(_address);
            }
        }

        var rows = 0;
        try
        {
            while (true)
            {
                switch (scanner.Scan(buffer))
                {
                    case ScanStatus.NeedMore:
                        // A long row that trickles in is progress, too.
                        if (!buffer.IsEmpty)
                        {
                            _deadlines.Progressed(now);
                        }

                        return null;

                    case ScanStatus.Fault:
                        return RouterOsErrors.Protocol(scanner.Fault!);

                    case ScanStatus.Sentence:
                        if (Dispatch(scanner.Read(buffer), now, ref rows) is { } error)
                        {
                            return error;
                        }

                        break;
                }

                buffer = buffer.Slice(scanner.Length);
                scanner.Next();
            }
        }
        finally
        {
            _cost.AddRows(rows);
        }
    }

    private Error? Dispatch(in SentenceView sentence, long now, ref int rows)
    {
        var kind = sentence.Kind;
        if (kind == ReplyKind.NotAReply)
        {
            return RouterOsErrors.Protocol("a sentence that is no reply");
        }

        if (kind == ReplyKind.Fatal)
        {
            // The farewell to our own /quit is no accident of whoever still waits.
            if (_isQuitting)
            {
                return RouterOsErrors.Closed();
            }

            return TrapClassifier.ClassifyFatal(sentence.WordCount > 1 ? WireText.Decode(sentence.Word(1)) : string.Empty);
        }

        var tag = sentence.Tag;
        var pending = _pending.Find(tag);
        if (pending is null)
        {
            return RouterOsErrors.Protocol(tag == SentenceView.NoTag ? "a reply without a tag" : "a reply with a tag that is not ours");
        }

        if (!pending.IsStream)
        {
            _deadlines.Progressed(now);
        }

        switch (kind)
        {
            case ReplyKind.Row:
                rows++;
                return TakeRow(pending, sentence, now);

            case ReplyKind.Trap:
                pending.Trapped(TrapClassifier.Classify(sentence));
                return null;

            case ReplyKind.Done:
                _pending.Forget(pending).Done(sentence.TryGet("ret"u8, out var ret) ? WireText.Decode(ret) : null);
                return null;

            default:
                return null;
        }
    }

    private Error? TakeRow(PendingReply pending, in SentenceView sentence, long now)
    {
        if (!pending.IsStream && (pending.Rows >= _options.Limits.MaxReplyRows || pending.Bytes + sentence.Length > _options.Limits.MaxReplyBytes))
        {
            return RouterOsErrors.Protocol("a reply without end");
        }

        if (!pending.Row(sentence, now))
        {
            _ = CancelAsync(pending);
        }

        return null;
    }

    private void CheckDeadline(object? state)
    {
        var pending = (PendingReply)state!;
        var now = _timeProvider.GetTimestamp();
        if (_deadlines.NextCheck(pending, now) is not { } due)
        {
            return;
        }

        if (due > TimeSpan.Zero)
        {
            pending.CheckAgainIn(due);
            return;
        }

        Close(_deadlines.ErrorOf(pending, now));
    }

    private void OnNotCancelled(PendingReply pending)
    {
        if (!pending.Ended.IsCompleted)
        {
            Close(RouterOsErrors.Silent(_options.Silence));
        }
    }

    private void Close(Error reason)
    {
        if (Interlocked.CompareExchange(ref _fault, reason, null) is not null)
        {
            return;
        }

        _reader.CancelPendingRead();
        _stream.Dispose();
        _pending.FailAll(reason);
        _closed.TrySetResult(reason);
    }
}
