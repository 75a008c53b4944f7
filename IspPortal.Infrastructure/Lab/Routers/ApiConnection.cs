using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>One API session: reads sentences, runs commands side by side, sends whole sentences in one write.</summary>
internal sealed class ApiConnection : IAsyncDisposable
{
    private const int MaxPendingBytes = 4 * 1024 * 1024;

    private readonly EmulatedRouter _router;
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private readonly Queue<ReplyBuffer> _queue = new();
    private readonly SemaphoreSlim _queued = new(0);
    private readonly List<RunningCommand> _running = [];
    private readonly SentenceParser _parser = new();
    private TaskCompletionSource? _drained;
    private int _pendingBytes;
    private bool _isClosing;

    public ApiConnection(EmulatedRouter router, Socket socket, Stream stream)
    {
        _router = router;
        _socket = socket;
        _stream = stream;
        Remote = (socket.RemoteEndPoint as IPEndPoint)?.Address.ToString() ?? "";
        Login = new(this, router);
    }

    public string Remote { get; }

    public bool IsTls => _stream is System.Net.Security.SslStream;

    /// <summary>Who is signed in.</summary>
    public LoginState Login { get; }

    public CancellationToken Closed => _closed.Token;

    /// <summary>Serves the client until either side ends it.</summary>
    public async Task RunAsync()
    {
        var writing = WriteLoopAsync();
        try
        {
            await ReadLoopAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            // The client is gone or talks nonsense: a router drops it without a word.
        }

        await StopAsync(writing);
    }

    /// <summary>Queues sentences of a command; dropped when the command was cancelled in the meantime.</summary>
    public void Send(RunningCommand? command, ReplyBuffer reply)
    {
        lock (_gate)
        {
            if (command is { IsCancelled: true } || _isClosing || _pendingBytes > 16 * MaxPendingBytes)
            {
                reply.Dispose();
                return;
            }

            _pendingBytes += reply.Length;
            _queue.Enqueue(reply);
        }

        _queued.Release();
    }

    /// <summary>Waits while the client is far behind in reading.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _pendingBytes <= MaxPendingBytes ? Task.CompletedTask : (_drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sends <c>!fatal</c> and closes once it is out.</summary>
    public void SendFatal(string reason)
    {
        var reply = new ReplyBuffer();
        reply.Fatal(reason);
        Send(null, reply);
        lock (_gate)
        {
            _isClosing = true;
        }

        _queued.Release();
    }

    /// <summary>Cancels commands by tag, or all; answers as the manual shows it.</summary>
    public void CancelCommands(RunningCommand canceller, string? tag)
    {
        var reply = new ReplyBuffer();
        List<RunningCommand> hit;
        lock (_gate)
        {
            hit = _running.Where(c => c != canceller && !c.IsCancelled && (tag is null || c.Request.Tag == tag)).ToList();
            foreach (var command in hit)
            {
                command.MarkCancelled();
                reply.Trap(_router.TagOf(command.Request), Trap.Interrupted);
            }

            reply.Done(_router.TagOf(canceller.Request));
            foreach (var command in hit)
            {
                reply.Done(_router.TagOf(command.Request));
            }
        }

        hit.ForEach(c => c.Stop());
        Send(null, reply);
    }

    /// <summary>Ends the connection at once: in order, or by a reset.</summary>
    public void Abort(bool reset)
    {
        try
        {
            if (reset)
            {
                _socket.LingerState = new(enable: true, seconds: 0);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // It ended by itself in the meantime.
        }

        _closed.Cancel();
        _socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private async Task StopAsync(Task writing)
    {
        lock (_gate)
        {
            _isClosing = true;
        }

        _queued.Release();
        await writing;
        await _closed.CancelAsync();
        Login.Leave();
    }

    private async Task ReadLoopAsync()
    {
        var reader = PipeReader.Create(_stream, new(leaveOpen: true));
        while (true)
        {
            if (_router.IsSilent)
            {
                await _router.WhileSilentAsync(Closed);
            }

            var result = await reader.ReadAsync(Closed);
            var data = result.Buffer;
            while (!_router.IsSilent && _parser.TryRead(ref data, out var words))
            {
                if (ApiRequest.From(words) is { } request)
                {
                    await AcceptAsync(request);
                }
            }

            reader.AdvanceTo(data.Start, data.End);
            if (result.IsCompleted || _isClosing)
            {
                return;
            }
        }
    }

    private async Task AcceptAsync(ApiRequest request)
    {
        await _router.Requests.SpendAsync(1, Closed);
        var command = new RunningCommand(request, Closed);
        lock (_gate)
        {
            _running.Add(command);
        }

        var running = RunAsync(command);
        if (!Login.IsLoggedIn)
        {
            // Before login there is one thing at a time.
            await running;
        }

        _parser.IsLoggedIn = Login.IsLoggedIn;
    }

    private async Task RunAsync(RunningCommand command)
    {
        try
        {
            if (_router.Faults.Has(LabFaultKind.Fatal))
            {
                SendFatal("session terminated by administrator");
                return;
            }

            await _router.Commands.RunAsync(this, command);
        }
        catch (TrapException e)
        {
            var reply = new ReplyBuffer();
            reply.Trap(_router.TagOf(command.Request), e.Trap);
            reply.Done(_router.TagOf(command.Request));
            Send(command, reply);
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the client (already answered) or the connection is gone.
        }
        catch (Exception e)
        {
            // A fault of the emulator itself must not leave a client waiting for ever.
            lock (_router.World.Gate)
            {
                _router.World.Log.Write("system,error,critical", $"{command.Request.Command} failed: {e.GetType().Name}: {e.Message}");
            }

            var reply = new ReplyBuffer();
            reply.Trap(_router.TagOf(command.Request), new("action failed (6)"));
            reply.Done(_router.TagOf(command.Request));
            Send(command, reply);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(command);
            }

            command.Dispose();
        }
    }

    private async Task WriteLoopAsync()
    {
        try
        {
            while (true)
            {
                await _queued.WaitAsync(Closed);
                ReplyBuffer? reply;
                lock (_gate)
                {
                    if (!_queue.TryDequeue(out reply))
                    {
                        if (_isClosing)
                        {
                            break;
                        }

                        continue;
                    }
                }

                using (reply)
                {
                    await FaultyWriter.WriteAsync(_router, this, _stream, reply, Closed);
                    Written(reply.Length);
                }
            }

            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone.
            await _closed.CancelAsync();
        }
    }

    private void Written(int bytes)
    {
        lock (_gate)
        {
            _pendingBytes -= bytes;
            if (_pendingBytes <= MaxPendingBytes / 2)
            {
                _drained?.TrySetResult();
                _drained = null;
            }
        }
    }
}
