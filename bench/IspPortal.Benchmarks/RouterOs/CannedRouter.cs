using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Benchmarks.RouterOs;

/// <summary>A router whose answers are encoded beforehand: only the tag is written in, so that the reader is what is measured.</summary>
internal sealed class CannedRouter : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<(string Path, int Digits), (byte[] Bytes, int[] Tags)> _answers = [];
    private readonly Dictionary<string, List<string[]>> _tables = [];

    public CannedRouter(int rows)
    {
        _tables["/system/resource/print"] = [["=version=7.20.4 (stable)"]];
        _tables["/system/identity/print"] = [["=name=core-1"]];
        _tables["/ppp/active/print"] = [.. Enumerable.Range(0, rows).Select(Session)];
        _tables["/interface/print"] = [.. Enumerable.Range(0, rows).Select(Interface)];
        foreach (var path in _tables.Keys)
        {
            for (var digits = 0; digits <= 6; digits++)
            {
                _answers[(path, digits)] = Encode(_tables[path], digits);
            }
        }

        _listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private static string[] Session(int i) =>
    [
        $"=.id=*{0x80020000 + i:X}", $"=name=pelanggan{i:00000}", "=service=pppoe", $"=caller-id=AA:BB:CC:{i >> 16:X2}:{(i >> 8) & 255:X2}:{i & 255:X2}", $"=address=10.{i / 65536}.{i / 256 % 256}.{i % 256}", $"=uptime={1 + (i % 5)}d{i % 24}h{i % 60}m7s", $"=session-id=0x{0x81100000 + i:x}",
    ];

    private static string[] Interface(int i) =>
    [
        $"=.id=*{0xF00000 + i:X}", $"=name=<pppoe-pelanggan{i:00000}>", "=type=pppoe-in", "=running=true", "=disabled=false", "=dynamic=true", $"=rx-byte={1234567890L + (i * 7919L)}", $"=tx-byte={98765432100L + (i * 104729L)}", "=rx-error=0", "=tx-error=0", "=rx-drop=0", $"=tx-drop={i % 100}", "=link-downs=0",
    ];

    private static (byte[] Bytes, int[] Tags) Encode(List<string[]> rows, int digits)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var tags = new List<int>();
        foreach (var row in rows)
        {
            Sentence(row.Prepend("!re"));
        }

        Sentence(["!done"]);
        return (buffer.WrittenSpan.ToArray(), [.. tags]);

        void Sentence(IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                SentenceWriter.WriteWord(buffer, word);
                if (word[0] == '!' && digits > 0)
                {
                    SentenceWriter.WriteWord(buffer, ".tag=" + new string('0', digits));
                    tags.Add(buffer.WrittenCount - digits);
                }
            }

            buffer.Write([(byte)0]);
        }
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                socket.NoDelay = true;
                new Thread(() => Answer(socket)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Closed.
        }
    }

    private void Answer(Socket socket)
    {
        var received = new byte[4096];
        var have = 0;
        using (socket)
        {
            while (true)
            {
                var count = socket.Receive(received, have, received.Length - have, SocketFlags.None);
                if (count == 0)
                {
                    return;
                }

                have += count;
                while (Take(received, ref have) is { } command)
                {
                    if (command.Path == "/login")
                    {
                        socket.Send("\u0005!done\0"u8);
                        continue;
                    }

                    if (!_answers.TryGetValue((command.Path, command.Tag.Length), out var answer))
                    {
                        return;
                    }

                    foreach (var at in answer.Tags)
                    {
                        command.Tag.CopyTo(answer.Bytes.AsSpan(at));
                    }

                    socket.Send(answer.Bytes);
                }
            }
        }
    }

    private static (string Path, byte[] Tag)? Take(byte[] received, ref int have)
    {
        var at = 0;
        string? path = null;
        byte[] tag = [];
        while (at < have)
        {
            var size = WordLength.SizeFromFirstByte(received[at]);
            var length = (int)WordLength.Read(received.AsSpan(at, size));
            var word = received.AsSpan(at + size, length);
            at += size + length;
            if (length == 0)
            {
                received.AsSpan(at, have - at).CopyTo(received);
                have -= at;
                return (path!, tag);
            }

            path ??= Encoding.ASCII.GetString(word);
            if (word.StartsWith(".tag="u8))
            {
                tag = word[5..].ToArray();
            }
        }

        return null;
    }
}
