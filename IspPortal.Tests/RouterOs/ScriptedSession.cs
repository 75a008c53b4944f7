using System.Buffers;
using System.Net.Sockets;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.RouterOs;

/// <summary>One connection of a <see cref="ScriptedRouter"/>, seen from the router.</summary>
internal sealed class ScriptedSession(Stream stream, Socket socket, CancellationToken stopped)
{
    public Stream Stream { get; } = stream;

    public Socket Socket { get; } = socket;

    public CancellationToken Stopped { get; } = stopped;

    public async Task<string[]> ReadSentenceAsync()
    {
        var words = new List<string>();
        while (true)
        {
            var prefix = new byte[WordLength.MaxBytes];
            await Stream.ReadExactlyAsync(prefix.AsMemory(0, 1), Stopped);
            var size = WordLength.SizeFromFirstByte(prefix[0]);
            await Stream.ReadExactlyAsync(prefix.AsMemory(1, size - 1), Stopped);
            var word = new byte[WordLength.Read(prefix.AsSpan(0, size))];
            if (word.Length == 0)
            {
                return [.. words];
            }

            await Stream.ReadExactlyAsync(word, Stopped);
            words.Add(Encoding.UTF8.GetString(word));
        }
    }

    /// <summary>The next command; its tag comes apart, as a word to send back.</summary>
    public async Task<(string[] Words, string Tag)> ReadCommandAsync()
    {
        var words = await ReadSentenceAsync();
        return ([.. words.Where(w => !w.StartsWith(".tag=", StringComparison.Ordinal))], words.FirstOrDefault(w => w.StartsWith(".tag=", StringComparison.Ordinal)) ?? "");
    }

    public ValueTask SendAsync(params string[] words) => Stream.WriteAsync(Encode(words), Stopped);

    public ValueTask SendRawAsync(byte[] bytes) => Stream.WriteAsync(bytes, Stopped);

    public static byte[] Encode(params string[] words) => Encode(words.Where(w => w.Length > 0).Select(Encoding.UTF8.GetBytes).ToArray());

    public static byte[] Encode(params byte[][] words)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var word in words)
        {
            SentenceWriter.WriteWord(buffer, word.AsSpan());
        }

        buffer.Write([(byte)0]);
        return buffer.WrittenSpan.ToArray();
    }

    public async Task AcceptLoginAsync(string version)
    {
        await ReadSentenceAsync();
        await SendAsync("!done");
        var (_, tag) = await ReadCommandAsync();
        await SendAsync("!re", tag, $"=version={version}");
        await SendAsync("!done", tag);
    }

    /// <summary>Reads and says nothing until the client goes or says that it will.</summary>
    public async Task StaySilentAsync()
    {
        var sink = new byte[4096];
        int count;
        do
        {
            count = await Stream.ReadAsync(sink, Stopped);
        }
        while (count > 0 && sink.AsSpan(0, count).IndexOf("/quit"u8) < 0);
    }
}
