#pragma warning disable CA5351, CA5359 // The old login is MD5 by definition, and a router's certificate is its own.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.Lab;

/// <summary>The smallest client there can be: words out, sentences in, on a plain socket. Not the product's client, on purpose.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private Stream _stream = Stream.Null;

    public static async Task<RawClient> ConnectAsync(int port, bool tls = false)
    {
        var client = new RawClient();
        using var deadline = new CancellationTokenSource(Patience);
        await client._tcp.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
        client._stream = client._tcp.GetStream();
        if (tls)
        {
            var secured = new SslStream(client._stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
            await secured.AuthenticateAsClientAsync("router");
            client._stream = secured;
        }

        client._stream = new BufferedStream(client._stream, 64 * 1024);
        return client;
    }

    public static async Task<RawClient> LoginAsync(int port, string user = "portal", string password = "Lab-2026!", bool tls = false)
    {
        var client = await ConnectAsync(port, tls);
        var reply = await client.CallAsync("/login", $"=name={user}", $"=password={password}");
        if (reply[0].Value("ret") is { } challenge)
        {
            reply = await client.CallAsync("/login", $"=name={user}", $"=response={Response(password, challenge)}");
        }

        Assert.Equal("!done", reply[0].Word);
        return client;
    }

    public static string Response(string password, string challenge) =>
        "00" + Convert.ToHexStringLower(MD5.HashData([0, .. Encoding.Latin1.GetBytes(password), .. Convert.FromHexString(challenge)]));

    public Task SendAsync(params string[] words) => SendBytesAsync(Encode(words));

    public async Task SendBytesAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        await _stream.FlushAsync();
    }

    public static byte[] Encode(params string[] words)
    {
        var bytes = new MemoryStream();
        Span<byte> prefix = stackalloc byte[5];
        foreach (var word in words.Append(""))
        {
            bytes.Write(prefix[..WordLength.Write(prefix, (uint)word.Length)]);
            bytes.Write(Encoding.Latin1.GetBytes(word));
        }

        return bytes.ToArray();
    }

    /// <summary>Sends and reads up to the first <c>!done</c> or <c>!fatal</c>.</summary>
    public async Task<List<Sentence>> CallAsync(params string[] words)
    {
        await SendAsync(words);
        var reply = new List<Sentence>();
        do
        {
            reply.Add(await ReadAsync());
        }
        while (reply[^1].Word is not ("!done" or "!fatal"));
        return reply;
    }

    /// <summary>The rows of a print.</summary>
    public async Task<List<Sentence>> RowsAsync(params string[] words)
    {
        var reply = await CallAsync(words);
        Assert.DoesNotContain(reply, s => s.Word is "!trap" or "!fatal");
        return reply.FindAll(s => s.Word == "!re");
    }

    /// <summary>The message of the trap that a command must end in.</summary>
    public async Task<string> TrapAsync(params string[] words)
    {
        var reply = await CallAsync(words);
        Assert.Equal(["!trap", "!done"], reply.Select(s => s.Word));
        return reply[0].Value("message")!;
    }

    public async Task<Sentence> ReadAsync(TimeSpan? within = null)
    {
        using var deadline = new CancellationTokenSource(within ?? Patience);
        var words = new List<string>();
        while (true)
        {
            var first = await ByteAsync(deadline.Token);
            var size = WordLength.SizeFromFirstByte(first);
            if (size == 0)
            {
                throw new InvalidDataException($"Control byte {first:X2}.");
            }

            var prefix = new byte[size];
            prefix[0] = first;
            await _stream.ReadExactlyAsync(prefix.AsMemory(1), deadline.Token);
            var word = new byte[WordLength.Read(prefix)];
            await _stream.ReadExactlyAsync(word, deadline.Token);
            if (word.Length == 0)
            {
                return new(words);
            }

            words.Add(Encoding.Latin1.GetString(word));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<byte> ByteAsync(CancellationToken cancellationToken)
    {
        var one = new byte[1];
        await _stream.ReadExactlyAsync(one, cancellationToken);
        return one[0];
    }

    internal sealed record Sentence(List<string> Words)
    {
        public string Word => Words[0];

        public string? Tag => Words.Find(w => w.StartsWith(".tag=", StringComparison.Ordinal))?[5..];

        public string? Value(string name) => Words.Find(w => w.StartsWith($"={name}=", StringComparison.Ordinal))?[(name.Length + 2)..];

        public long Number(string name) => long.Parse(Value(name)!, System.Globalization.CultureInfo.InvariantCulture);

        public IEnumerable<string> Names => Words.Where(w => w[0] == '=').Select(w => w[1..w.IndexOf('=', 1)]);
    }
}
