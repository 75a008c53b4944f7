using System.Net;
using System.Net.Sockets;

namespace IspPortal.Benchmarks.Portal;

/// <summary>Stands between the portal and one emulated router, passes everything on and keeps when which answer left the router.</summary>
internal sealed class AnswerTap : IDisposable
{
    private readonly TcpListener _listener;
    private readonly int _router;
    private readonly List<DateTimeOffset> _counters = [];
    private readonly List<DateTimeOffset> _streamed = [];

    public AnswerTap(int port, int routerPort)
    {
        _router = routerPort;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>When pieces of counter tables left.</summary>
    public IReadOnlyList<DateTimeOffset> Counters => Copy(_counters);

    /// <summary>When the answers of a running monitor-traffic left.</summary>
    public IReadOnlyList<DateTimeOffset> Streamed => Copy(_streamed);

    public void Dispose() => _listener.Dispose();

    private static DateTimeOffset[] Copy(List<DateTimeOffset> times)
    {
        lock (times)
        {
            return [.. times];
        }
    }

    private static void Note(List<DateTimeOffset> times, DateTimeOffset at)
    {
        lock (times)
        {
            times.Add(at);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }

    private async Task ServeAsync(Socket portal)
    {
        using var router = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (portal)
        {
            portal.NoDelay = true;
            try
            {
                await router.ConnectAsync(IPAddress.Loopback, _router);
                await Task.WhenAny(PassAsync(portal, router, null), PassAsync(router, portal, Look));
            }
            catch (SocketException)
            {
                // Either side is gone: so is the other.
            }
        }
    }

    private void Look(ReadOnlySpan<byte> answer)
    {
        var at = TimeProvider.System.GetUtcNow();
        if (answer.IndexOf("=rx-bits-per-second="u8) >= 0)
        {
            Note(_streamed, at);
        }
        else if (answer.IndexOf("=rx-byte="u8) >= 0)
        {
            Note(_counters, at);
        }
    }

    private delegate void Looking(ReadOnlySpan<byte> answer);

    private static async Task PassAsync(Socket from, Socket to, Looking? look)
    {
        var buffer = new byte[128 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                look?.Invoke(buffer.AsSpan(0, read));
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
