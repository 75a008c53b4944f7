using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>Opens TCP and TLS to a router and says what is wrong when it cannot.</summary>
internal sealed class RouterOsDialer(RouterOsOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan KeepAliveTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(10);
    private const int KeepAliveRetries = 3;

    /// <summary>Opens the line. <paramref name="onCertificate"/> is told the fingerprint shown, whatever becomes of the attempt.</summary>
    public async Task<Result<DialedLine>> DialAsync(RouterEndpoint endpoint, Action<string> onCertificate, CancellationToken ct)
    {
        var address = $"{endpoint.Host}:{endpoint.Port}";
        var opened = await OpenSocketAsync(endpoint, address, ct);
        if (!opened.Succeeded)
        {
            return opened.Error;
        }

        var network = new NetworkStream(opened.Value, ownsSocket: true);
        return endpoint.UseTls ? await SecureAsync(endpoint, address, network, onCertificate, ct) : new DialedLine(network, null);
    }

    /// <summary>
    /// After a silent or broken handshake: is the port of the other kind? Sends no credentials: to a plain port a <c>/login</c> without
    /// arguments, to a TLS port a handshake that is thrown away.
    /// </summary>
    public async Task<bool> SpeaksTheOtherKindAsync(RouterEndpoint endpoint, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(options.ConnectTimeout / 2, timeProvider);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            var opened = await OpenSocketAsync(endpoint, endpoint.Host, deadline.Token);
            if (!opened.Succeeded)
            {
                return false;
            }

            await using var stream = new NetworkStream(opened.Value, ownsSocket: true);
            return endpoint.UseTls ? await AnswersPlainAsync(stream, deadline.Token) : await AnswersTlsAsync(stream, deadline.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersPlainAsync(NetworkStream stream, CancellationToken ct)
    {
        await stream.WriteAsync("\u0006/login\0"u8.ToArray(), ct);
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, ct);
        return head[0] is > 1 and < 16 && head[1] == (byte)'!';
    }

    private static async Task<bool> AnswersTlsAsync(NetworkStream stream, CancellationToken ct)
    {
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true);
        try
        {
            await tls.AuthenticateAsClientAsync(Handshake("router", static _ => true), ct);
            return true;
        }
        catch (AuthenticationException e)
        {
            return WasRefusedByAlert(e);
        }
    }

    private async Task<Result<Socket>> OpenSocketAsync(RouterEndpoint endpoint, string address, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timer = new CancellationTokenSource(options.ConnectTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)KeepAliveTime.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)KeepAliveInterval.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveRetries);
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, either.Token);
            return socket;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            return RouterOsErrors.Unreachable(address);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            return e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => RouterOsErrors.Refused(address),
                SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => RouterOsErrors.HostUnknown(address),
                _ => RouterOsErrors.Unreachable(address, e.Message),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A host that is no host name at all.
            socket.Dispose();
            return RouterOsErrors.HostUnknown(address);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Result<DialedLine>> SecureAsync(
        RouterEndpoint endpoint, string address, NetworkStream network, Action<string> onCertificate, CancellationToken ct)
    {
        string? presented = null;
        var changed = false;
        var tls = new SslStream(network);
        using var timer = new CancellationTokenSource(options.ConnectTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        var handshake = Handshake(endpoint.Host, certificate =>
        {
            presented = Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));
            onCertificate(presented);
            changed = endpoint.PinnedCertificateSha256 is { Length: > 0 } pinned && !SameFingerprint(pinned, presented);
            return !changed;
        });
        try
        {
            await tls.AuthenticateAsClientAsync(handshake, either.Token);
            return new DialedLine(tls, presented);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await tls.DisposeAsync();
            return RouterOsErrors.Silent(options.ConnectTimeout);
        }
        catch (AuthenticationException e)
        {
            await tls.DisposeAsync();
            if (changed)
            {
                return RouterOsErrors.CertificateChanged(address, presented!);
            }

            return presented is null && WasRefusedByAlert(e) ? RouterOsErrors.CertificateAnonymous(address) : RouterOsErrors.TlsFailed(address, Words(e));
        }
        catch (IOException e)
        {
            await tls.DisposeAsync();
            return presented is null ? RouterOsErrors.Closed(Words(e)) : RouterOsErrors.TlsFailed(address, Words(e));
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Handshake(string host, Func<X509Certificate, bool> accept) => new()
    {
        TargetHost = host,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,

        // Routers sign their own certificates: what counts is that it is the one that was seen first.
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && accept(certificate),
    };

    // A router without a certificate offers anonymous key exchange only, which no .NET client can do: it answers with this alert.
    private static bool WasRefusedByAlert(AuthenticationException e) => Words(e).Contains("alert handshake failure", StringComparison.OrdinalIgnoreCase);

    private static string Words(Exception e)
    {
        var words = new StringBuilder(e.Message);
        for (var inner = e.InnerException; inner is not null; inner = inner.InnerException)
        {
            words.Append(' ').Append(inner.Message);
        }

        return words.ToString();
    }

    private static bool SameFingerprint(string pinned, string presented) =>
        string.Equals(pinned.Replace(":", string.Empty, StringComparison.Ordinal).Trim(), presented, StringComparison.OrdinalIgnoreCase);
}
