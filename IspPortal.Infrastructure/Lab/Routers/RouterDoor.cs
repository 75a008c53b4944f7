using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>The two ports of an emulated router and whoever came in through them.</summary>
internal sealed class RouterDoor : IDisposable
{
    private static readonly TimeSpan TlsPatience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<ApiConnection> _connections = [];
    private readonly EmulatedRouter _router;
    private readonly IPAddress _host;
    private readonly X509Certificate2 _certificate;
    private readonly ApiListener _plain;
    private readonly ApiListener _tls;

    public RouterDoor(EmulatedRouter router, IPAddress host, int port, int tlsPort, X509Certificate2 certificate)
    {
        _router = router;
        _host = host;
        _certificate = certificate;
        _plain = new(host, port, socket => Serve(socket, isTls: false));
        _tls = new(host, tlsPort, socket => Serve(socket, isTls: true));
    }

    public int Port => _plain.Port;

    public int TlsPort => _tls.Port;

    public string CertificateSha256 => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public int ConnectionCount
    {
        get
        {
            lock (_gate)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Puts the ports into the state that power, faults and <c>/ip/service</c> ask for.</summary>
    public void Open()
    {
        _plain.Become(Wanted("api"));
        _tls.Become(Wanted("api-ssl"));
    }

    public void Dispose()
    {
        _plain.Dispose();
        _tls.Dispose();
    }

    private PortState Wanted(string service)
    {
        if (!_router.IsPowered || _router.Faults.Has(LabFaultKind.SilentDrop))
        {
            return PortState.Dropping;
        }

        if (_router.Faults.Has(LabFaultKind.Refused))
        {
            return PortState.Closed;
        }

        lock (_router.World.Gate)
        {
            var services = _router.World.Menu("/ip/service");
            if (services.ByName(service) is not { } row || services.Get(row, "disabled") == "true")
            {
                return PortState.Closed;
            }

            var filter = (services.Get(row, "address") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            return filter.Length == 0 || filter.Any(Admits) ? PortState.Open : PortState.Dropping;
        }
    }

    private bool Admits(string filter) =>
        filter.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(filter, out var network) && network.Contains(_host) : IPAddress.TryParse(filter, out var one) && one.Equals(_host);

    private int MaxSessions()
    {
        lock (_router.World.Gate)
        {
            var services = _router.World.Menu("/ip/service");
            return services.ByName("api") is { } row && int.TryParse(services.Get(row, "max-sessions"), NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0 ? max : int.MaxValue;
        }
    }

    /// <summary>Ends every connection: by a reset, or in order.</summary>
    public void AbortAll(bool reset)
    {
        List<ApiConnection> all;
        lock (_gate)
        {
            all = [.. _connections];
        }

        foreach (var connection in all)
        {
            connection.Abort(reset);
        }
    }

    private void Serve(Socket socket, bool isTls) => _ = ServeAsync(socket, isTls);

    private async Task ServeAsync(Socket socket, bool isTls)
    {
        socket.NoDelay = true;
        if (_router.Faults.Has(LabFaultKind.Fin) || _router.Faults.Has(LabFaultKind.MaxSessions) || ConnectionCount >= MaxSessions())
        {
            socket.Dispose();
            return;
        }

        Stream stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            if (isTls && !_router.IsSilent)
            {
                var secured = new SslStream(stream);
                stream = secured;
                using var patience = new CancellationTokenSource(TlsPatience);
                await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, patience.Token);
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException or ObjectDisposedException or SocketException or OperationCanceledException)
        {
            // Somebody who does not speak TLS: a router hangs up.
            await stream.DisposeAsync();
            return;
        }

        await using var connection = new ApiConnection(_router, socket, stream);
        lock (_gate)
        {
            _connections.Add(connection);
        }

        try
        {
            await connection.RunAsync();
        }
        finally
        {
            lock (_gate)
            {
                _connections.Remove(connection);
            }
        }
    }
}
