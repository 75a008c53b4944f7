using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Connections;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Tables;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.RouterOs;

internal sealed partial class RouterOsClient(RouterEndpoint endpoint, RouterOsOptions options, TimeProvider timeProvider, Random random, ILogger logger)
    : IRouterOsClient, IAsyncDisposable
{
    // A caller waits this long for the back-off; for more it is told at once.
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _inFlight = new(options.MaxInFlight, options.MaxInFlight);
    private readonly CancellationTokenSource _disposed = new();
    private readonly CostMeter _cost = new(timeProvider);
    private readonly CircuitBreaker _breaker = new(timeProvider, random);
    private readonly RouterOsDialer _dialer = new(options, timeProvider);
    private readonly string _address = $"{endpoint.Host}:{endpoint.Port}";
    private RouterOsConnection? _connection;
    private Task<Result<RouterOsConnection>>? _dialing;
    private Error? _lastFault;
    private string? _certificate;
    private RouterOsVersion? _version;
    private IRouterOsDialect _dialect = RouterOsDialects.For(null);
    private bool _kindIsKnown;

    public RouterEndpoint Endpoint { get; } = endpoint;

    public Guid RouterId => Endpoint.RouterId;

    public RouterOsVersion? Version => Volatile.Read(ref _version);

    public IRouterOsDialect Dialect => Volatile.Read(ref _dialect);

    public RouterApiCost Cost => _cost.Snapshot();

    public Error? LastFault => Volatile.Read(ref _lastFault);

    public string? PresentedCertificateSha256 => Volatile.Read(ref _certificate);

    public RouterOsLinkState State
    {
        get
        {
            lock (_gate)
            {
                if (_connection is { Fault: null })
                {
                    return RouterOsLinkState.Open;
                }

                if (_dialing is { IsCompleted: false })
                {
                    return RouterOsLinkState.Connecting;
                }

                return LastFault is null ? RouterOsLinkState.Closed : RouterOsLinkState.Faulted;
            }
        }
    }

    public async Task<Result> ConnectAsync(CancellationToken ct) => (await OpenAsync(ct)).WithoutValue();

    public Task<Result<ReplyDone>> ExecuteAsync(RouterOsCommand command, CancellationToken ct) => RunAsync(command, DroppingSink.Instance, ct);

    public async Task<Result<IReadOnlyList<RouterOsRow>>> PrintAsync(RouterOsCommand command, CancellationToken ct)
    {
        var sink = new GenericSink();
        var done = await RunAsync(command, sink, ct);
        return done.Succeeded ? sink.Rows : done.Error;
    }

    public async Task<Result<int>> ReadAsync<TRow>(RouterOsCommand command, IRowReader<TRow> reader, ICollection<TRow> into, CancellationToken ct)
    {
        var sink = new TypedSink<TRow>(reader, into);
        var done = await RunAsync(command, sink, ct);
        return done.Succeeded ? sink.Count : done.Error;
    }

    public async Task<Result<IRouterOsStream>> OpenStreamAsync(RouterOsCommand command, CancellationToken ct)
    {
        var opened = await OpenAsync(ct);
        if (!opened.Succeeded)
        {
            return opened.Error;
        }

        var connection = opened.Value;
        var stream = new RouterOsStream(options.StreamBacklog);
        var pending = await connection.SendAsync(command, stream, isStream: true, ct);
        if (connection.Fault is { } fault)
        {
            return fault;
        }

        stream.OnDispose(() => connection.CancelAsync(pending));
        return stream;
    }

    public async ValueTask DisposeAsync()
    {
        RouterOsConnection? connection;
        Task? dialing;
        lock (_gate)
        {
            if (_disposed.IsCancellationRequested)
            {
                return;
            }

            _disposed.Cancel();
            connection = _connection;
            dialing = _dialing;
        }

        if (dialing is not null)
        {
            await dialing;
            connection = _connection;
        }

        if (connection is not null)
        {
            await connection.QuitAsync();
        }
    }

    private async Task<Result<ReplyDone>> RunAsync(RouterOsCommand command, RowSink sink, CancellationToken ct)
    {
        var result = await RunInTurnAsync(command, sink, ct);
        if (!result.Succeeded)
        {
            _cost.AddFailure();
        }

        return result;
    }

    private async Task<Result<ReplyDone>> RunInTurnAsync(RouterOsCommand command, RowSink sink, CancellationToken ct)
    {
        var patience = command.Total ?? options.Total;
        if (!await _inFlight.WaitAsync(patience, ct))
        {
            return RouterOsErrors.TimedOut(patience);
        }

        PendingReply? pending = null;
        try
        {
            var opened = await OpenAsync(ct);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            var connection = opened.Value;
            pending = await connection.SendAsync(command, sink, isStream: false, ct);
            try
            {
                var result = await pending.Ended.WaitAsync(ct);
                if (result.Succeeded)
                {
                    _breaker.Worked();
                }

                return result;
            }
            catch (OperationCanceledException)
            {
                _ = connection.CancelAsync(pending);
                throw;
            }
        }
        finally
        {
            // An abandoned command keeps its place until the router has let go of it.
            if (pending is null || pending.Ended.IsCompleted)
            {
                _inFlight.Release();
            }
            else
            {
                _ = pending.Ended.ContinueWith(
                    static (_, turn) => ((SemaphoreSlim)turn!).Release(), _inFlight, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private Task<Result<RouterOsConnection>> OpenAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Task<Result<RouterOsConnection>> dialing;
        lock (_gate)
        {
            if (_disposed.IsCancellationRequested)
            {
                return Task.FromResult<Result<RouterOsConnection>>(RouterOsErrors.Closed("the router's address or account was changed"));
            }

            if (_connection is { Fault: null } open)
            {
                return Task.FromResult<Result<RouterOsConnection>>(open);
            }

            if (_dialing is null || _dialing.IsCompleted)
            {
                var remaining = _breaker.Remaining(out var cause);
                if (remaining > ShortWait)
                {
                    return Task.FromResult<Result<RouterOsConnection>>(RouterOsErrors.CircuitOpen(_address, cause!, (int)Math.Ceiling(remaining.TotalSeconds)));
                }

                _dialing = Task.Run(() => DialAsync(remaining), CancellationToken.None);
            }

            dialing = _dialing;
        }

        return dialing.WaitAsync(ct);
    }

    private async Task<Result<RouterOsConnection>> DialAsync(TimeSpan wait)
    {
        try
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, timeProvider, _disposed.Token);
            }

            _cost.AddDial();
            var result = await DialOnceAsync(_disposed.Token);
            return result.Succeeded ? result : DialFailed(result.Error);
        }
        catch (OperationCanceledException)
        {
            return RouterOsErrors.Closed("the portal closed it");
        }
        catch (Exception e)
        {
            // Whatever a platform's sockets or TLS think of: callers are promised a result.
            return DialFailed(RouterOsErrors.Unreachable(_address, e.Message));
        }
    }

    private Error DialFailed(Error error)
    {
        _cost.AddFailure();
        _breaker.Failed(error);
        Volatile.Write(ref _lastFault, error);
        LogDialFailed(logger, RouterId, _address, error.Code, error.Detail);
        return error;
    }

    private async Task<Result<RouterOsConnection>> DialOnceAsync(CancellationToken ct)
    {
        var dialed = await _dialer.DialAsync(Endpoint, fingerprint => Volatile.Write(ref _certificate, fingerprint), ct);
        if (!dialed.Succeeded)
        {
            return await ExplainAsync(dialed.Error, ct);
        }

        var connection = new RouterOsConnection(dialed.Value.Stream, _address, options, timeProvider, _cost);
        var login = await LoginExchange.RunAsync(connection, Endpoint, options.ConnectTimeout);
        if (!login.Succeeded)
        {
            var heard = connection.HasHeard;
            await connection.DisposeAsync();
            return heard ? login.Error : await ExplainAsync(login.Error, ct);
        }

        _kindIsKnown = true;
        await LearnVersionAsync(connection);
        if (connection.Fault is { } fault)
        {
            await connection.DisposeAsync();
            return fault;
        }

        lock (_gate)
        {
            _connection = connection;
            Volatile.Write(ref _lastFault, null);
        }

        _ = WatchAsync(connection);
        LogConnected(logger, RouterId, _address, Version);
        return connection;
    }

    /// <summary>
    /// Silence or a broken handshake on a port that never worked may be a plain port taken for TLS, or the reverse: asks once. A port of the
    /// right kind that hangs up before it has said a word is a router at its limit of sessions.
    /// </summary>
    private async Task<Error> ExplainAsync(Error error, CancellationToken ct)
    {
        if (!_kindIsKnown && error.Code is "routeros.silent" or "routeros.closed" or "routeros.tls_failed")
        {
            if (await _dialer.SpeaksTheOtherKindAsync(Endpoint, ct))
            {
                return Endpoint.UseTls ? RouterOsErrors.TlsOnPlainPort(_address) : RouterOsErrors.PlainOnTlsPort(_address);
            }

            _kindIsKnown = true;
        }

        return error.Code == "routeros.closed" ? RouterOsErrors.TooManySessions(error.Detail) : error;
    }

    private async Task LearnVersionAsync(RouterOsConnection connection)
    {
        var sink = new GenericSink();
        var pending = await connection.SendAsync(new RouterOsCommand("/system/resource/print").Proplist("version"), sink, isStream: false, CancellationToken.None);
        var result = await pending.Ended;
        if (result.Succeeded && sink.Rows.Count > 0 && RouterOsVersion.TryParse(sink.Rows[0]["version"], out var version))
        {
            Volatile.Write(ref _version, version);
            Volatile.Write(ref _dialect, RouterOsDialects.For(version));
        }
    }

    private async Task WatchAsync(RouterOsConnection connection)
    {
        var reason = await connection.Closed;
        lock (_gate)
        {
            if (_connection == connection)
            {
                _connection = null;
            }

            if (_disposed.IsCancellationRequested)
            {
                return;
            }

            Volatile.Write(ref _lastFault, reason);
            _breaker.Dropped(reason);
        }

        LogDropped(logger, RouterId, _address, reason.Code, reason.Detail);
    }

    [LoggerMessage(LogLevel.Information, "Router {RouterId} at {Address}: connected, version {Version}")]
    private static partial void LogConnected(ILogger logger, Guid routerId, string address, RouterOsVersion? version);

    [LoggerMessage(LogLevel.Information, "Router {RouterId} at {Address}: no connection, {Code} {Detail}")]
    private static partial void LogDialFailed(ILogger logger, Guid routerId, string address, string code, string? detail);

    [LoggerMessage(LogLevel.Information, "Router {RouterId} at {Address}: connection closed, {Code} {Detail}")]
    private static partial void LogDropped(ILogger logger, Guid routerId, string address, string code, string? detail);
}
