using System.Net.Sockets;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Benchmarks.RouterOs;

/// <summary>The reader one writes first: a byte at a time from the socket, a dictionary per row.</summary>
internal sealed class PlainReader : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly NetworkStream _stream;

    public PlainReader(int port)
    {
        _client.Connect("127.0.0.1", port);
        _stream = _client.GetStream();
        Write("/login", "=name=portal", "=password=secret");
        ReadTable();
    }

    public List<Dictionary<string, string>> Print(string path)
    {
        Write(path);
        return ReadTable();
    }

    public void Dispose() => _client.Dispose();

    private List<Dictionary<string, string>> ReadTable()
    {
        var rows = new List<Dictionary<string, string>>();
        while (true)
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            var kind = ReadWord();
            for (var word = ReadWord(); word.Length > 0; word = ReadWord())
            {
                var divider = word.IndexOf('=', 1);
                row[word[1..divider]] = word[(divider + 1)..];
            }

            if (kind == "!done")
            {
                return rows;
            }

            rows.Add(row);
        }
    }

    private string ReadWord()
    {
        Span<byte> prefix = stackalloc byte[WordLength.MaxBytes];
        prefix[0] = (byte)_stream.ReadByte();
        var size = WordLength.SizeFromFirstByte(prefix[0]);
        for (var i = 1; i < size; i++)
        {
            prefix[i] = (byte)_stream.ReadByte();
        }

        var word = new byte[WordLength.Read(prefix[..size])];
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = (byte)_stream.ReadByte();
        }

        return Encoding.UTF8.GetString(word);
    }

    private void Write(params string[] words)
    {
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            _stream.WriteByte((byte)bytes.Length);
            _stream.Write(bytes);
        }

        _stream.WriteByte(0);
    }
}
