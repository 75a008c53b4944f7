using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Tests.RouterOs;

/// <summary>A TCP server on a free port that behaves as its script says: one call of the script per connection.</summary>
internal sealed class ScriptedRouter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Func<ScriptedSession, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _accepted;

    private ScriptedRouter(Func<ScriptedSession, Task> script, X509Certificate2? certificate)
    {
        _script = script;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Accepted => Volatile.Read(ref _accepted);

    public static ScriptedRouter Start(Func<ScriptedSession, Task> script, X509Certificate2? certificate = null) => new(script, certificate);

    /// <summary>Logs in, says which version it is and then lets <paramref name="script"/> take over.</summary>
    public static ScriptedRouter StartLoggedIn(Func<ScriptedSession, Task> script, string version = "7.20.4 (stable)", X509Certificate2? certificate = null) =>
        new(
            async session =>
            {
                await session.AcceptLoginAsync(version);
                await script(session);
            },
            certificate);

    public RouterEndpoint Endpoint(string password = "secret", bool useTls = false, string? pinned = null) =>
        new(Guid.CreateVersion7(), "127.0.0.1", Port, useTls, "portal", password, pinned);

    public static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=router", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_sessions);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _sessions.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var network = new NetworkStream(socket, ownsSocket: true);
        Stream stream = network;
        try
        {
            if (_certificate is not null)
            {
                var tls = new SslStream(network);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                stream = tls;
            }

            await _script(new ScriptedSession(stream, socket, _stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or the test is over.
        }
    }
}
