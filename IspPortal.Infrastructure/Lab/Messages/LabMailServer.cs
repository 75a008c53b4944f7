using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>A mail server on loopback that wants STARTTLS and a password before it takes anything (RFC 5321, 3207, 4954).</summary>
internal sealed class LabMailServer : IAsyncDisposable
{
    private readonly LabPostRoom _room;
    private readonly X509Certificate2 _certificate;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;

    public LabMailServer(LabPostRoom room, TimeProvider clock)
    {
        _room = room;
        _certificate = MakeCertificate(clock);
        LabMailTrust.Accept(_certificate);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = ListenAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        LabMailTrust.Forget(_certificate);
        _certificate.Dispose();
        _stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            _ = Task.Run(() => ServeAsync(client), CancellationToken.None);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            if (_room.FaultOf(LabProvider.Mail) == LabPostFault.Down)
            {
                return;
            }

            if (_room.FaultOf(LabProvider.Mail) == LabPostFault.Slow)
            {
                await Task.Delay(_room.Slowness, _stopping.Token);
            }

            client.NoDelay = true;
            var plain = new LabMailTalk(client.GetStream(), _room, isSafe: false);
            await plain.SayAsync("220 lab.test ESMTP", _stopping.Token);
            if (!await plain.RunAsync(_stopping.Token))
            {
                return;
            }

            await using var safe = new SslStream(client.GetStream(), leaveInnerStreamOpen: true);
            await safe.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
            await new LabMailTalk(safe, _room, isSafe: true).RunAsync(_stopping.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // Whoever hangs up is gone.
            return;
        }
    }

    private static X509Certificate2 MakeCertificate(TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=lab.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = clock.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
