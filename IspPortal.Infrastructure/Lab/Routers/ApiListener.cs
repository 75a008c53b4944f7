using System.Net;
using System.Net.Sockets;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>A TCP port that can be open, closed or, like behind a filter, drop what arrives.</summary>
internal sealed class ApiListener(IPAddress host, int wantedPort, Action<Socket> accepted) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _fillers = [];
    private Socket? _listener;
    private PortState _state = PortState.Closed;

    public int Port { get; private set; } = wantedPort;

    public void Become(PortState state)
    {
        lock (_gate)
        {
            if (state == _state)
            {
                return;
            }

            Close();
            _state = state;
            if (state == PortState.Open)
            {
                Listen(backlog: 128);
                var listener = _listener!;
                _ = Task.Run(() => AcceptAsync(listener));
            }
            else if (state == PortState.Dropping)
            {
                Drop();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
            _state = PortState.Closed;
        }
    }

    private void Close()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var filler in _fillers)
        {
            filler.Dispose();
        }

        _fillers.Clear();
    }

    private void Listen(int backlog)
    {
        var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        try
        {
            socket.Bind(new IPEndPoint(host, Port));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            socket.Dispose();
            throw new InvalidOperationException($"The lab's port {host}:{Port} is taken: stop the other program or set Lab:BasePort and Lab:BaseTlsPort.", e);
        }

        socket.Listen(backlog);
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        _listener = socket;
    }

    /// <summary>A listener whose queue is full and never emptied: the kernel drops the first packet of whoever comes next, as a filter would.</summary>
    private void Drop()
    {
        Listen(backlog: 0);
        for (var i = 0; i < 4; i++)
        {
            var filler = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _fillers.Add(filler);
            try
            {
                filler.Connect(new IPEndPoint(host, Port));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Expected: those beyond the queue hang, which is the point.
            }
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync();
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                if (!ReferenceEquals(listener, _listener))
                {
                    return;
                }

                // A client that left before it was accepted, or no descriptor left for it; the listener lives.
                await Task.Delay(20);
                continue;
            }

            accepted(client);
        }
    }
}
