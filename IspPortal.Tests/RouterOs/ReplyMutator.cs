using System.Globalization;

namespace IspPortal.Tests.RouterOs;

/// <summary>Real replies, bent. The same seed gives the same bytes.</summary>
internal sealed class ReplyMutator(int seed)
{
    private static readonly string[][] Honest =
    [
        ["!re", ".tag=1", "=.id=*80020DCC", "=name=budi@isp", "=service=pppoe", "=caller-id=AA:BB:CC:DD:EE:FF", "=address=10.20.30.40", "=uptime=1w2d3h4m5s", "=session-id=0x81100000"],
        ["!re", "=.id=*F4036D", "=name=<pppoe-budi>", "=type=pppoe-in", "=running=true", "=rx-byte=123456789012", "=tx-byte=9", "=rx-error=0", "=link-downs=3", ".tag=2"],
        ["!re", ".tag=2", "=.id=*2", "=name=q", "=target=10.0.0.1/32", "=bytes=123/456", "=max-limit=1000000/128000", "=dynamic=false", "=comment=a=b"],
        ["!re", ".tag=1", "=user=tamu", "=.id=*7", "=bytes-in=12", "=bytes-out=13", "=uptime=01:02:03", "=login-by=http-chap", "=time=nov/22/2026 10:11:12"],
        ["!re", ".tag=3", "=.section=1", "=address=10.0.0.1", "=mac-address=00:11:22:33:44:55", "=interface=ether1", "=complete=true", "=.dead=true"],
        ["!trap", "=category=2", "=message=interrupted", ".tag=3"],
        ["!trap", "=message=failure: secret with the same name already exists", ".tag=1"],
        ["!empty", ".tag=2"],
        ["!done", ".tag=2"],
        ["!done", "=ret=*28E", ".tag=1"],
        ["!fatal", "session terminated on request"],
    ];

    private readonly Random _random = new(seed);

    public byte[] Next(out int[] pieces)
    {
        var bytes = new List<byte>(1024);
        var sentences = _random.Next(1, 6);
        for (var i = 0; i < sentences; i++)
        {
            var words = (string[])Honest[_random.Next(Honest.Length)].Clone();
            if (_random.Next(4) == 0)
            {
                MutateWord(words);
            }

            bytes.AddRange(ScriptedSession.Encode(words));
        }

        var mutations = _random.Next(0, 5);
        for (var i = 0; i < mutations; i++)
        {
            MutateBytes(bytes);
        }

        pieces = Cut(bytes.Count);
        return [.. bytes];
    }

    private void MutateWord(string[] words)
    {
        var index = _random.Next(words.Length);
        words[index] = _random.Next(6) switch
        {
            0 => words[index] + new string('x', _random.Next(1, 6000)),
            1 => "=",
            2 => "==",
            3 => words[index][..(words[index].Length / 2 > 0 ? words[index].Length / 2 : 1)],
            4 => words[index] + _random.NextInt64().ToString(CultureInfo.InvariantCulture),
            _ => ".tag=" + _random.Next(-2, 6).ToString(CultureInfo.InvariantCulture),
        };
    }

    private void MutateBytes(List<byte> bytes)
    {
        if (bytes.Count == 0)
        {
            return;
        }

        var at = _random.Next(bytes.Count);
        switch (_random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(_random.Next(1, 20), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(_random.Next(1, 200), bytes.Count - at)));
                break;
            case 4:
                var garbage = new byte[_random.Next(1, 30)];
                _random.NextBytes(garbage);
                bytes.InsertRange(at, garbage);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                // A length that nobody will honour.
                bytes.InsertRange(at, [(byte)(0xC0 + _random.Next(0x40)), 0xFF, 0xFF, 0xFF, 0xFF]);
                break;
        }
    }

    private int[] Cut(int length)
    {
        var pieces = new List<int>();
        var most = _random.Next(3) == 0 ? 9 : 2000;
        while (length > 0)
        {
            var piece = Math.Min(length, _random.Next(1, most));
            pieces.Add(piece);
            length -= piece;
        }

        return [.. pieces];
    }
}
